import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { EpcisEvent } from '../src/epcis/epcis-event.ts';
import { changeKeys, makeMember, signInOperator, type Member } from './testing/access/accounts.ts';
import type { Somebody } from './testing/access/asking.ts';
import { NOTHING } from './testing/access/world.ts';
import { eventually } from './testing/deadline.ts';
import { gateOut } from './testing/gate-out.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const START_MS = 300_000;
const BOX = 'CBHU3804175';
const CARRIER_KEY = 'PARTY:SCAC:COSU';
const NOBODYS = 'PARTY:USCC:91110000600037341L';
const QUERY = { EQ_bizStep: ['urn:throughline:step:GATED_OUT'], MATCH_epc: [`urn:epc:id:bic:${BOX}`] };
interface QueryDocument {
  readonly type: string;
  readonly epcisBody: {
    readonly queryResults: {
      readonly queryName: string;
      readonly subscriptionID: string;
      readonly resultsBody: { readonly eventList: EpcisEvent[] };
    };
  };
}
const eventsIn = ({ epcisBody }: QueryDocument) => epcisBody.queryResults.resultsBody.eventList;

let system: SampleSystem;
let operator: Somebody;
let carrier: Member;
let stranger: Member;
const opened: Reader[] = [];
beforeAll(async () => {
  process.env['ACCESS'] = 'required';
  system = await startSampleSystem();
  operator = await signInOperator(system);
  const make = (name: string, holds: readonly string[]) => makeMember(operator, system.url, name, { ...NOTHING, holds }, new Map());
  carrier = await make('the carrier', [CARRIER_KEY]);
  stranger = await make('a stranger', [NOBODYS]);
}, START_MS); // prettier-ignore
beforeEach(() => keep(carrier.by, 'gone', QUERY));
afterEach(async () => {
  for (const one of opened.splice(0)) one.socket.terminate();
  await asked(carrier.by, 'DELETE', '/epcis/v2/queries/gone');
});
afterAll(async () => {
  delete process.env['ACCESS'];
  const last = open(operator, '/epcis/v2/queries/all/events?stream=true');
  await keep(operator, 'all', {});
  const staying = open(operator, '/epcis/v2/queries/all/events?stream=true');
  await staying.isOpen;
  await expect(last.isOpen).rejects.toMatchObject({ status: 404 });
  const closed = staying.closed;
  await system.stop();
  expect(await closed).toBe(1001);
});

function asked(by: Somebody, method: string, path: string, body?: unknown): Promise<Response> {
  const init = { method, headers: { 'content-type': 'application/json', ...by.credentials } };
  return fetch(
    new URL(path, system.url),
    body === undefined ? init : { ...init, body: JSON.stringify(body) },
  );
}

async function keep(by: Somebody, name: string, query: object): Promise<void> {
  const made = await asked(by, 'POST', '/epcis/v2/queries', { name, query });
  expect(made.status, await made.text()).toBe(201);
}

/** Why a socket did not open. */
interface Refusal {
  readonly status: number;
  readonly type: string | undefined;
}

interface Reader {
  readonly socket: WebSocket;
  readonly documents: QueryDocument[];
  readonly headers: Record<string, unknown>;
  readonly isOpen: Promise<void>;
  readonly closed: Promise<number>;
}

function open(by: Pick<Somebody, 'credentials'> | null, path: string, more: object = {}): Reader {
  const headers = { ...by?.credentials, ...more };
  const socket = new WebSocket(new URL(path, system.url.replace(/^http/, 'ws')), { headers });
  const documents: QueryDocument[] = [];
  const answered: Record<string, unknown> = {};
  socket.on('upgrade', (response) => Object.assign(answered, response.headers));
  socket.on('message', (data) => documents.push(JSON.parse((data as Buffer).toString()) as QueryDocument));
  const isOpen = new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
    socket.once('unexpected-response', (request, response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => {
        const { type } = text === '' ? {} : (JSON.parse(text) as { type?: string });
        reject({ status: response.statusCode, type });
        request.destroy();
      });
    });
  });
  isOpen.catch(() => undefined);
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  const reader = { socket, documents, headers: answered, isOpen, closed };
  opened.push(reader);
  return reader;
} // prettier-ignore

const told = ({ documents }: Reader) => documents.flatMap(eventsIn);
let minute = 0;
/** The box goes out of the gate, or went at another time; answers when. */
async function goOut(): Promise<string> {
  minute += 1;
  const hhmm = `17${String(minute).padStart(2, '0')}`;
  await system.deliver('ningbo-terminal', gateOut(BOX, hhmm, minute === 1 ? 'ORIGINAL' : 'RECTIFIED'));
  return `T17:${hhmm.slice(2)}`;
}

describe('a query over a WebSocket', () => {
  it('tells as it comes what matches, and what was replaced, to a program and to people alike', async () => {
    await keep(operator, 'gone', QUERY);
    const program = open(carrier.by, '/epcis/v2/queries/gone/events?stream=true');
    const people = open(operator, '/epcis/v2/queries/gone/events?stream=true');
    await Promise.all([program.isOpen, people.isOpen]);
    expect(program.headers).toMatchObject({ 'gs1-epcis-version': '2.0.0', 'gs1-cbv-version': '2.0.0' });
    const first = await goOut();
    for (const reader of [program, people]) await eventually('the first', () => told(reader).find(({ eventTime }) => eventTime.includes(first)) ?? null);
    const second = await goOut();
    for (const reader of [program, people]) {
      await eventually('the second', () => told(reader).find(({ eventTime, errorDeclaration }) => eventTime.includes(second) && !errorDeclaration) ?? null);
      const declared = await eventually('the declaration', () => told(reader).find(({ eventTime, errorDeclaration }) => eventTime.includes(first) && errorDeclaration) ?? null);
      expect(declared.errorDeclaration?.reason).toBe('incorrect_data');
      for (const { type, epcisBody } of reader.documents)
        expect([type, epcisBody.queryResults]).toMatchObject(['EPCISQueryDocument', { queryName: 'gone', subscriptionID: reader.documents[0]?.epcisBody.queryResults.subscriptionID }]);
    }
    const listed = (await (await asked(carrier.by, 'GET', '/epcis/v2/queries/gone/events')).json()) as QueryDocument;
    expect(told(program)).toEqual(expect.arrayContaining(eventsIn(listed).filter(({ eventTime }) => eventTime.includes(second))));
    await asked(operator, 'DELETE', '/epcis/v2/queries/gone');
    expect(await people.closed).toBe(1000);
  }, 60_000);

  it('begins where it is told to', async () => {
    await goOut();
    const reader = open(carrier.by, '/epcis/v2/queries/gone/events?stream=true&initialRecordTime=2026-01-01T00:00:00Z');
    await eventually('the past', () => (told(reader).length > 0 ? true : null));
  });

  it('tells at its times what has come since, or that nothing has', async () => {
    const reader = open(carrier.by, '/epcis/v2/queries/gone/events?second=0/2&reportIfEmpty=true');
    await eventually('nothing', () => (reader.documents.some((one) => eventsIn(one).length === 0) ? true : null));
    const at = await goOut();
    await eventually('something', () => told(reader).find(({ eventTime }) => eventTime.includes(at)) ?? null);
  });

  it('ends for whoever may not ask any more, and for whoever sees other things', async () => {
    const passing = await makeMember(operator, system.url, 'passing', { ...NOTHING, holds: [CARRIER_KEY] }, new Map());
    await keep(passing.by, 'mine', {});
    await keep(stranger.by, 'theirs', {});
    const [ended, changed] = [open(passing.by, '/epcis/v2/queries/mine/events?stream=true'), open(stranger.by, '/epcis/v2/queries/theirs/events?stream=true')];
    await Promise.all([ended.isOpen, changed.isOpen]);
    await changeKeys(operator, stranger, [CARRIER_KEY]);
    expect(await changed.closed).toBe(1012);
    await changeKeys(operator, stranger, [NOBODYS]);
    const { apiKeys } = await operator.need<{ apiKeys: { id: string; organisation: string }[] }>('{ apiKeys { id organisation } }');
    for (const { id, organisation } of apiKeys)
      if (organisation === passing.id) await operator.need('mutation ($id: ID!) { revokeApiKey(id: $id) { __typename } }', { id });
    expect(await ended.closed).toBe(1008);
  }, 60_000);

  it.each([
    ['nobody', '?stream=true', null, 401, 'epcisException:SecurityException'],
    ['whoever has another query', '?stream=true', 'stranger', 404, 'epcisException:NoSuchNameException'],
    ['no controls', '', 'carrier', 400, 'epcisException:SubscriptionControlsException'],
    ['stream and a schedule', '?stream=true&hour=1', 'carrier', 400, 'epcisException:SubscriptionControlsException'],
    ['no such hour', '?hour=24', 'carrier', 400, 'epcisException:SubscriptionControlsException'],
    ['a day that never comes', '?month=2&dayOfMonth=30', 'carrier', 400, 'epcisException:SubscriptionControlsException'],
    ['a beginning that lies ahead', '?stream=true&initialRecordTime=2030-01-01T00:00:00Z', 'carrier', 400, 'epcisException:SubscriptionControlsException'],
    ['a page', '?stream=true&perPage=3', 'carrier', 400, 'epcisException:SubscriptionControlsException'],
  ] as const)('is not opened for %s', async (_, controls, who, status, type) => {
    const by = who === null ? null : who === 'carrier' ? carrier.by : stranger.by;
    const reader = open(by, `/epcis/v2/queries/gone/events${controls}`);
    await expect(reader.isOpen).rejects.toEqual({ status, type } satisfies Refusal);
  });

  it('is not opened for pages of other sites, in other versions, or elsewhere', async () => {
    const path = '/epcis/v2/queries/gone/events?stream=true';
    await expect(open(carrier.by, path, { 'sec-fetch-site': 'cross-site' }).isOpen).rejects.toMatchObject({ status: 403 });
    await expect(open(carrier.by, path, { 'gs1-epcis-version': '1.2' }).isOpen).rejects.toMatchObject({ status: 406, type: 'epcisException:NotAcceptableException' });
    await expect(open(carrier.by, '/epcis/v2/events?stream=true').isOpen).rejects.toMatchObject({ status: 404 });
  });

  it('hangs up on who says too much', async () => {
    const reader = open(carrier.by, '/epcis/v2/queries/gone/events?stream=true');
    await reader.isOpen;
    reader.socket.send('x'.repeat(2_000));
    expect(await reader.closed).toBe(1009);
  });

  it('is open fifty times at once for one organisation, and once more when one is closed', async () => {
    const path = '/epcis/v2/queries/gone/events?stream=true';
    const warnings: string[] = [];
    const note = ({ name }: Error) => warnings.push(name);
    process.on('warning', note);
    const readers = Array.from({ length: 50 }, () => open(carrier.by, path));
    await Promise.all(readers.map((one) => one.isOpen));
    await expect(open(carrier.by, path).isOpen).rejects.toMatchObject({ status: 429 });
    // None of what all have in common keeps something of each.
    process.off('warning', note);
    expect(warnings).not.toContain('MaxListenersExceededWarning');
    readers[0]?.socket.close();
    await readers[0]?.closed;
    await eventually('a place is free', () => open(carrier.by, path).isOpen.then(() => true as const, () => null));
  });
}); // prettier-ignore
