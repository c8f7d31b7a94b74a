import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';
import { openWebhookReceiver, type WebhookReceiver } from './testing/webhook-receiver.ts';

interface Described {
  readonly content?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, { readonly required?: boolean }>>;
}
type Method = 'get' | 'post' | 'put' | 'delete';
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Partial<Record<Method, { readonly responses: Readonly<Record<string, Described>> }>>>>>;
} // prettier-ignore

let system: SampleSystem;
let receiver: WebhookReceiver;
let document: Document;
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
beforeAll(async () => {
  system = await startSampleSystem();
  receiver = await openWebhookReceiver(() => 204);
  document = (await (await get('/openapi.json')).json()) as Document;
  ajv.addSchema({ ...document, $id: 'https://document/' });
}, 300_000);
afterAll(async () => {
  await receiver.close();
  await system.stop();
});

const get = (path: string) => fetch(new URL(path, system.url));
const escaped = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** Operations that were answered as they are meant to be, and those that were refused. */
const [done, refused] = [new Set<string>(), new Set<string>()];

interface Asked {
  readonly method: Method;
  /** As the document has it, and as it is asked. */
  readonly path: string;
  readonly at: string;
  /** Text as it is, anything else as JSON; left out: none. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** What it is to be answered; left out: whatever the document has. */
  readonly status?: number;
}

interface Told {
  /** What the answer has that its document does not say; empty: it is as described. */
  readonly wrong: readonly string[];
  readonly response: Response;
  readonly text: string;
}

async function ask({ method, path, at, body, headers = {}, status }: Asked): Promise<Told> {
  const response = await fetch(new URL(at, system.url), {
    method: method.toUpperCase(),
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  if (response.status !== 304) (response.ok ? done : refused).add(`${method} ${path}`);
  const what = `${method} ${at}: ${response.status}`;
  const wrong = differences(method, path, { response, text }).map((difference) => `${what} ${difference}`);
  if (status !== undefined && response.status !== status) wrong.push(`${what}, and not ${status}: ${text}`);
  return { wrong, response, text };
}

function differences(method: Method, path: string, { response, text }: Pick<Told, 'response' | 'text'>): string[] {
  const responses = document.paths[path]?.[method]?.responses ?? {};
  const name = String(response.status) in responses ? String(response.status) : 'default';
  const described = responses[name];
  if (!described) return ['is not described'];
  const missing = Object.entries(described.headers ?? {}).filter(([header, { required }]) => required && !response.headers.has(header)).map(([header]) => `without ${header}`);
  if (!described.content) return text === '' ? missing : [...missing, 'with a body that is not described'];
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  if (!(type in described.content)) return [...missing, `as ${type} is not described`];
  if (!type.endsWith('json')) return missing;
  const place = ['paths', path, method, 'responses', name, 'content', type, 'schema'].map(escaped).join('/');
  const validate = ajv.compile({ $ref: `https://document/#/${place}` });
  if (validate(JSON.parse(text))) return missing;
  return [...missing, ...(validate.errors ?? []).slice(0, 5).map((error) => `${error.instancePath} ${error.message}`)];
} // prettier-ignore

async function someEvent(path: string, pick: (body: never) => string): Promise<string> {
  return pick((await (await get(path)).json()) as never);
}

function filled(path: string, value: string): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    name === 'file' ? 'shipments.csv' : encodeURIComponent(value),
  );
}

describe('every GET of the OpenAPI document', () => {
  it('is answered as it says, with something and with nothing', async () => {
    expect(document.openapi).toBe('3.1.0');
    const ids = {
      dcsa: await someEvent('/v2/events?limit=1', ([event]: { eventID: string }[]) => event?.eventID ?? ''),
      epcis: await someEvent(
        '/epcis/v2/events?perPage=1',
        ({
          epcisBody,
        }: {
          epcisBody: { queryResults: { resultsBody: { eventList: { eventID: string }[] } } };
        }) => epcisBody.queryResults.resultsBody.eventList[0]?.eventID ?? '',
      ),
    };
    const wrong: string[] = [];
    const untagged: string[] = [];
    for (const [path, methods] of Object.entries(document.paths)) {
      if (!methods.get) continue;
      const known = filled(path, path.startsWith('/epcis/') ? ids.epcis : ids.dcsa);
      const unknown = filled(path, 'nothing');
      for (const at of new Set([known, unknown])) {
        const told = await ask({ method: 'get', path, at });
        const tag = told.response.headers.get('etag');
        // Whoever has it is told so, where it has a tag; capture is the receivers', and has none.
        const again = tag ? await ask({ method: 'get', path, at, headers: { 'if-none-match': tag }, status: 304 }) : null;
        wrong.push(...told.wrong, ...(again?.wrong ?? []));
        if (told.response.status === 200 && !tag) untagged.push(path);
      }
    }
    expect(wrong).toEqual([]);
    expect(untagged).toEqual([]);
  }, 120_000); // prettier-ignore

  it.each([
    ['/v2/events', '/v2/events?eventType=LUNCH'],
    ['/v2/events', '/v2/events?transportDocumentReference=COSU6415530971&limit=100'],
    ['/v3/events', '/v3/events?eventTypes=LUNCH'],
    ['/epcis/v2/events', '/epcis/v2/events?GE_eventTime=yesterday'],
    ['/epcis/v2/events', '/epcis/v2/events?perPage=100'],
    ['/epcis/v2/eventTypes/{id}/events', '/epcis/v2/eventTypes/ObjectEvent/events'],
    ['/edi/v1/iftsta', '/edi/v1/iftsta?number=COSU6415530971&sender=US&recipient=YOU'],
    ['/edi/v1/codeco', '/edi/v1/codeco?number=COSU6415530971&sender=US&recipient=YOU'],
    ['/edi/v1/iftsta', '/edi/v1/iftsta?cursor=rubbish'],
    ['/export/{file}', '/export/shipments.csv?sort=LUNCH'],
    ['/export/{file}', '/export/shipments.xlsx?bill=COSU*'],
  ])('%s, asked %s', async (path, at) => {
    expect((await ask({ method: 'get', path, at })).wrong).toEqual([]);
  });

  it('leads somewhere: each reference in the document', () => {
    const named = JSON.stringify(document).matchAll(/"\$ref":"(#[^"]+)"/g);
    const broken = [...new Set([...named].map(([, ref]) => ref ?? ''))].filter(
      (ref) => ajv.getSchema(`https://document/${ref}`) === undefined,
    );
    expect(broken).toEqual([]);
  });
});

describe('what changes something, asked rightly and wrongly,', () => {
  it('is answered as the document says: subscriptions of DCSA', async () => {
    const path = '/v2/event-subscriptions';
    const one = `${path}/{subscriptionID}`;
    const secret = Buffer.alloc(40, 7).toString('base64');
    const callbackUrl = `${receiver.url}/dcsa`;
    const wrong: string[] = [];
    const say = async (asked: Asked) => {
      const told = await ask(asked);
      wrong.push(...told.wrong);
      return told;
    };
    const made = await say({ method: 'post', path, at: path, body: { callbackUrl, secret }, status: 201 });
    const { subscriptionID } = JSON.parse(made.text) as { subscriptionID: string };
    const at = `${path}/${subscriptionID}`;
    const nobodys = `${path}/3cecb101-7a1a-43a4-9d62-e88a131651e2`;
    for (const body of [{}, '{', { callbackUrl, secret: 'short' }, { callbackUrl, secret, eventType: ['LUNCH'] }])
      await say({ method: 'post', path, at: path, body, status: 400 });
    await say({ method: 'get', path, at: path, status: 200 });
    await say({ method: 'get', path: one, at, status: 200 });
    const body = { subscriptionID, callbackUrl, equipmentReference: 'CBHU3804175' };
    await say({ method: 'put', path: one, at, body, status: 200 });
    await say({ method: 'put', path: one, at, body: { callbackUrl: 'ftp://nowhere' }, status: 400 });
    await say({ method: 'put', path: one, at: nobodys, body: { callbackUrl }, status: 404 });
    await say({ method: 'put', path: `${one}/secret`, at: `${at}/secret`, body: { secret }, status: 204 });
    await say({ method: 'put', path: `${one}/secret`, at: `${at}/secret`, body: { secret: 7 }, status: 400 });
    await say({ method: 'put', path: `${one}/secret`, at: `${nobodys}/secret`, body: { secret }, status: 404 });
    await say({ method: 'delete', path: one, at, status: 204 });
    await say({ method: 'delete', path: one, at, status: 404 });
    await say({ method: 'delete', path: one, at: `${path}/none`, status: 400 });
    expect(wrong).toEqual([]);
  }); // prettier-ignore

  it('is answered as the document says: named queries of EPCIS and subscriptions to them', async () => {
    const path = '/epcis/v2/queries';
    const [one, subscriptions] = [`${path}/{name}`, `${path}/{name}/subscriptions`];
    const query = { name: 'gone', query: { EQ_bizStep: ['urn:throughline:step:GATED_OUT'] } };
    const dest = `${receiver.url}/epcis`;
    const at = `${path}/gone`;
    const wrong: string[] = [];
    const say = async (asked: Asked) => {
      const told = await ask(asked);
      wrong.push(...told.wrong);
      return told;
    };
    await say({ method: 'post', path, at: path, body: query, status: 201 });
    await say({ method: 'post', path, at: path, body: query, status: 409 });
    for (const body of [{}, '{', { name: 'bad', query: { LUNCH: true } }])
      await say({ method: 'post', path, at: path, body, status: 400 });
    await say({ method: 'get', path: one, at, status: 200 });
    await say({ method: 'get', path: `${one}/events`, at: `${at}/events`, status: 200 });
    await say({ method: 'get', path: `${one}/events`, at: `${at}/events?stream=true`, status: 426 });
    const made = await say({ method: 'post', path: subscriptions, at: `${at}/subscriptions`, body: { dest, stream: true }, status: 201 });
    const { subscriptionID } = JSON.parse(made.text) as { subscriptionID: string };
    for (const body of [{ stream: true }, { dest, stream: true, schedule: { hour: '1' } }])
      await say({ method: 'post', path: subscriptions, at: `${at}/subscriptions`, body, status: 400 });
    await say({ method: 'post', path: subscriptions, at: `${path}/none/subscriptions`, body: { dest, stream: true }, status: 404 });
    await say({ method: 'get', path: subscriptions, at: `${at}/subscriptions`, status: 200 });
    const subscription = { path: `${subscriptions}/{id}`, at: `${at}/subscriptions/${subscriptionID}` };
    await say({ method: 'get', ...subscription, status: 200 });
    await say({ method: 'delete', ...subscription, status: 204 });
    await say({ method: 'delete', ...subscription, status: 404 });
    await say({ method: 'delete', path: one, at, status: 204 });
    await say({ method: 'delete', path: one, at, status: 404 });
    expect(wrong).toEqual([]);
  }); // prettier-ignore

  it('is answered as the document says: capture of EPCIS', async () => {
    const path = '/epcis/v2/capture';
    const context = ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'];
    const event = {
      type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'departing', epcList: ['urn:epc:id:bic:CBHU3804175'],
      eventTime: '2026-11-21T16:30:00+08:00', eventTimeZoneOffset: '+08:00',
      readPoint: { id: 'https://vocabulary.uncefact.org/unlocode#CNNBO' },
    };
    const body = { '@context': context, type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-11-21T08:31:00Z', epcisBody: { eventList: [event] } };
    const headers = { authorization: `Bearer ${system.keyOf('ningbo-terminal')}` };
    const wrong: string[] = [];
    const say = async (asked: Asked) => {
      const told = await ask(asked);
      wrong.push(...told.wrong);
      return told;
    };
    const taken = await say({ method: 'post', path, at: path, body, headers, status: 202 });
    await say({ method: 'post', path: '/epcis/v2/events', at: '/epcis/v2/events', body: { '@context': context, ...event }, headers, status: 202 });
    for (const at of [path, '/epcis/v2/events']) {
      await say({ method: 'post', path: at, at, body, status: 401 });
      await say({ method: 'post', path: at, at, body, headers: { ...headers, 'content-type': 'text/plain' }, status: 415 });
      await say({ method: 'post', path: at, at, body, headers: { ...headers, 'gs1-capture-error-behaviour': 'maybe' }, status: 400 });
    }
    await say({ method: 'get', path, at: path, headers, status: 200 });
    await say({ method: 'get', path: `${path}/{id}`, at: taken.response.headers.get('location') ?? '', headers, status: 200 });
    await say({ method: 'get', path: `${path}/{id}`, at: `${path}/none`, headers, status: 404 });
    expect(wrong).toEqual([]);
  }); // prettier-ignore

  it('is answered as the document says to whoever sends a key that is none; and all of it was asked both ways', async () => {
    const wrong: string[] = [];
    const operations: string[] = [];
    for (const [path, methods] of Object.entries(document.paths))
      for (const method of Object.keys(methods) as Method[]) {
        operations.push(`${method} ${path}`);
        const body = method === 'post' || method === 'put' ? { body: {} } : {};
        const headers = { authorization: 'Bearer tl_of-nobody' };
        const asked = await ask({ method, path, at: filled(path, 'nothing'), headers, status: 401, ...body });
        wrong.push(...asked.wrong);
      }
    expect(wrong).toEqual([]);
    expect([...refused].toSorted()).toEqual(operations.toSorted());
    expect([...done].toSorted()).toEqual(operations.toSorted());
  });
});
