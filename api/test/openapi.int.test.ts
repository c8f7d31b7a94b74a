import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

interface Answer {
  readonly content?: Readonly<Record<string, unknown>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, Answer>> }>>>>;
} // prettier-ignore

let system: SampleSystem;
let document: Document;
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
beforeAll(async () => {
  system = await startSampleSystem();
  document = (await (await get('/openapi.json')).json()) as Document;
  ajv.addSchema({ ...document, $id: 'https://document/' });
}, 300_000);
afterAll(() => system.stop());

const get = (path: string) => fetch(new URL(path, system.url));
const escaped = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** What an answer has that its document does not say; empty: it is as described. */
async function differences(path: string, asked: string): Promise<string[]> {
  const response = await get(asked);
  const responses = document.paths[path]?.['get']?.responses ?? {};
  const name = String(response.status) in responses ? String(response.status) : 'default';
  const described = responses[name];
  if (!described) return [`${asked}: ${response.status} is not described`];
  const text = await response.text();
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  if (!described.content) return [];
  if (!(type in described.content)) return [`${asked}: ${response.status} as ${type} is not described`];
  if (!type.endsWith('json')) return [];
  const place = ['paths', path, 'get', 'responses', name, 'content', type, 'schema'].map(escaped).join('/');
  const validate = ajv.compile({ $ref: `https://document/#/${place}` });
  if (validate(JSON.parse(text))) return [];
  return (validate.errors ?? [])
    .slice(0, 5)
    .map((error) => `${asked}: ${error.instancePath} ${error.message}`);
}

async function someEvent(path: string, pick: (body: never) => string): Promise<string> {
  return pick((await (await get(path)).json()) as never);
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
    const filled = (path: string, value: string) =>
      path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        name === 'file' ? 'shipments.csv' : encodeURIComponent(value),
      );
    const wrong: string[] = [];
    for (const [path, methods] of Object.entries(document.paths)) {
      if (!methods['get']) continue;
      const known = filled(path, path.startsWith('/epcis/') ? ids.epcis : ids.dcsa);
      const unknown = filled(path, 'nothing');
      for (const asked of new Set([known, unknown])) wrong.push(...(await differences(path, asked)));
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it.each([
    ['/v2/events', '/v2/events?eventType=LUNCH'],
    ['/v2/events', '/v2/events?transportDocumentReference=COSU6415530971&limit=100'],
    ['/epcis/v2/events', '/epcis/v2/events?GE_eventTime=yesterday'],
    ['/epcis/v2/events', '/epcis/v2/events?perPage=100'],
    ['/export/{file}', '/export/shipments.csv?sort=LUNCH'],
  ])('%s, asked %s', async (path, asked) => {
    expect(await differences(path, asked)).toEqual([]);
  });

  it('leads somewhere: each reference in the document', () => {
    const named = JSON.stringify(document).matchAll(/"\$ref":"(#[^"]+)"/g);
    const broken = [...new Set([...named].map(([, ref]) => ref ?? ''))].filter(
      (ref) => ajv.getSchema(`https://document/${ref}`) === undefined,
    );
    expect(broken).toEqual([]);
  });
});
