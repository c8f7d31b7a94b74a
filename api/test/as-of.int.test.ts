import { dimensionOf, type EventCode } from 'graph-schema/domain/event-code';
import neo4j, { type Driver } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../src/settings.ts';
import { ask } from './testing/ask.ts';
import {
  askedByIds,
  claimsOf,
  isEvery,
  refusalsOf,
  toldByFacades,
  type FacadesThen,
} from './testing/facades-then.ts';
import { listThen, refusalOf, rowsThen } from './testing/listed-then.ts';
import { ANCHOR, startSampleSystem, type SampleSystem } from './testing/sample-system.ts';
import { WHOLE_SHIPMENT } from './testing/whole-shipment.ts';

const START_MS = 600_000;
/**
 * Instants at which the play of the sample world is stopped and everything is asked; the last one is the present. None lies
 * within five minutes behind a position: one that is received so soon counts as known when it was (`geo/late-fixes.ts`).
 */
const STOPS = [
  '2026-08-10T12:00:00Z', '2026-10-14T11:05:00Z', '2026-10-28T04:10:00Z', '2026-11-06T08:00:00Z', '2026-11-09T17:26:00Z',
  '2026-11-11T09:00:00Z', '2026-11-12T02:45:00Z', '2026-11-14T21:15:00Z', '2026-11-15T16:40:00Z', '2026-11-16T10:00:00Z',
  '2026-11-17T15:30:00Z', '2026-11-18T19:00:00Z', '2026-11-19T12:00:00Z', '2026-11-20T06:50:00Z', '2026-11-20T22:22:00Z',
  '2026-11-21T05:05:00Z', ANCHOR,
] as const; // prettier-ignore

let now = Date.parse(ANCHOR);
let system: SampleSystem;
let driver: Driver;
/** What the system answered, by instant and public id. */
const answered = new Map<string, Map<string, Answered>>();
/** Where it said that cargo was, by instant and public id. */
const seen = new Map<string, Map<string, readonly Seen[]>>();
/** What numbers led to, by instant and number. */
const ledTo = new Map<string, Map<string, unknown>>();

/** What façades told, by instant. */
const facadesThen = new Map<string, FacadesThen>();

beforeAll(async () => {
  const { uri, user, password } = readSettings(process.env).neo4j;
  driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  system = await startSampleSystem(
    async (url) => url,
    () => now,
    null,
  );
  for (const stop of STOPS) {
    await system.playUntil(stop);
    now = Date.parse(stop);
    const answers = new Map<string, Answered>();
    for (const id of await shipmentIds()) answers.set(id, await shipment(id, null));
    answered.set(stop, answers);
    const places = new Map<string, readonly Seen[]>();
    for (const id of answers.keys()) places.set(id, await positions(id, null));
    seen.set(stop, places);
    const found = new Map<string, unknown>();
    for (const number of await numbers()) found.set(number, await lookup(number, null));
    ledTo.set(stop, found);
    facadesThen.set(stop, await toldByFacades(system.url, null));
  }
}, START_MS);
afterAll(async () => {
  await system.stop();
  await driver.close();
});

async function shipmentIds(): Promise<string[]> {
  const { records } = await driver.executeQuery(
    'MATCH (s:Shipment) WHERE size(s.documents) > 0 RETURN s.id AS id ORDER BY id',
  );
  return records.map((record) => record.get('id') as string);
}

/** Every number that anybody can ask for by now. */
async function numbers(): Promise<string[]> {
  const { records } = await driver.executeQuery(
    `MATCH (i:Identifier) WHERE split(i.key, ':')[0] IN $schemes RETURN DISTINCT split(i.key, ':')[1] AS number ORDER BY number`,
    {
      schemes: [
        'MASTER_BILL',
        'HOUSE_BILL',
        'BOOKING',
        'AWB',
        'HAWB',
        'RAIL_NOTE',
        'DECLARATION',
        'CONTAINER',
      ],
    },
  );
  return records.map((record) => record.get('number') as string);
}

const LOOK_UP = `query ($number: String!, $asOf: DateTime) { lookup(number: $number, asOf: $asOf) {
  candidates { scheme value found } shipments { via { scheme value } shipment { id title { scheme value } journey { phase } } }
} }`;

async function lookup(number: string, asOf: string | null): Promise<unknown> {
  const { data, ...rest } = await ask<{ lookup: unknown }>(system.url, LOOK_UP, { number, asOf });
  if (!data) throw new Error(JSON.stringify(rest));
  return data.lookup;
}

interface Seen {
  readonly at: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly means: string;
  readonly basis: string;
  readonly containers: readonly string[];
  readonly legId: string | null;
}

const POSITIONS = `query ($id: ID!, $asOf: DateTime) { shipment(id: $id, asOf: $asOf) {
  ... on Shipment { journey { livePositions { at latitude longitude means basis containers legId } } }
} }`;

async function positions(id: string, asOf: string | null): Promise<readonly Seen[]> {
  const { data } = await ask<{ shipment: { journey?: { livePositions: readonly Seen[] } } }>(system.url, POSITIONS, { id, asOf });
  return data?.shipment.journey?.livePositions ?? [];
} // prettier-ignore

const ASK = `${WHOLE_SHIPMENT}
query ($id: ID!, $asOf: DateTime) { shipment(id: $id, asOf: $asOf) {
  __typename ... on Error { code message } ... on AsOfError { from to } ... on Shipment { asOf withdrawn { reason code milestoneId } ...Whole }
} }`;

interface Answered {
  readonly __typename: string;
  readonly code?: string;
  readonly asOf?: string | null;
  readonly withdrawn?: readonly { readonly reason: string; readonly code: string; readonly milestoneId: string | null }[];
} // prettier-ignore

async function shipment(id: string, asOf: string | null): Promise<Answered> {
  const answer = await ask<{ shipment: Answered }>(system.url, ASK, { id, asOf });
  if (!answer.data) throw new Error(JSON.stringify(answer));
  return answer.data.shipment;
}

/** Without what tells that it is looked back at. */
function known(answer: Answered): unknown {
  return { ...answer, asOf: null, withdrawn: [] };
}

interface Led {
  readonly candidates: readonly unknown[];
  readonly shipments: readonly {
    readonly via: unknown;
    readonly shipment: { readonly id: string; readonly title: unknown };
  }[];
}

describe('as of every instant at which the play of the sample world was stopped', () => {
  it.each(STOPS)('%s, the end answers what was answered then', async (stop) => {
    const then = answered.get(stop) ?? new Map<string, Answered>();
    for (const [id, answer] of then) {
      const looked = await shipment(id, stop);
      if (answer.__typename === 'NotFoundError') {
        expect(looked.code, `${id} as of ${stop}`).toBe('AS_OF_NOT_YET_KNOWN');
        continue;
      }
      expect(known(looked), `${id} as of ${stop}`).toEqual(known(answer));
      expect(looked.asOf).toBe(new Date(stop).toISOString());
    }
  });

  it.each(STOPS)('%s, the end knows where cargo was seen by then', async (stop) => {
    for (const [id, then] of seen.get(stop) ?? []) {
      const looked = await positions(id, stop);
      const what = (list: readonly Seen[]) => list.map(({ means, basis, containers, legId }) => ({ means, basis, containers, legId }));
      expect(what(looked), `${id} as of ${stop}`).toEqual(what(then));
      // Of each five minutes one point is kept.
      for (const [index, { at }] of then.entries())
        expect(Math.abs(Date.parse(looked[index]?.at ?? '') - Date.parse(at)), `${id} as of ${stop}`).toBeLessThan(300_000);
    }
  }); // prettier-ignore

  it.each(STOPS)('%s, numbers lead to what they led to then', async (stop) => {
    for (const [number, then] of ledTo.get(stop) ?? [])
      expect(await lookup(number, stop), `${number} as of ${stop}`).toEqual(then);
  });

  it.each(STOPS.filter((_, index) => index % 3 === 1))('%s, lists show what was known of each, whatever they are limited to and however they are cut', async (stop) => {
    const rows = await rowsThen(system.url, stop, [...(answered.get(stop)?.keys() ?? [])]);
    const whole = await listThen(system.url, stop, {}, 100);
    const shown = new Map(whole.map((row) => [row.title.value, row]));
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(rows));
    expect(shown.size).toBe(whole.length);
    expect(await listThen(system.url, stop, {}, 2)).toEqual(whole);
    for (const phase of new Set(whole.map((row) => row.phase)))
      expect(await listThen(system.url, stop, { phases: [phase] }, 100)).toEqual(whole.filter((row) => row.phase === phase));
    for (const { title } of whole.filter((row) => row.title.scheme === 'MASTER_BILL'))
      expect((await listThen(system.url, stop, { bill: title.value }, 100)).map((row) => row.title.value)).toContain(title.value);
    const table = await fetch(new URL(`/export/shipments.csv?asOf=${stop}`, system.url));
    const lines = (await table.text()).trim().split('\r\n').slice(1);
    expect(lines.map((line) => line.split(',')[0])).toEqual(whole.map((row) => row.title.value));
  }, 240_000); // prettier-ignore

  it.each(STOPS)('%s, the façades tell what they told then', async (stop) => {
    const told = await toldByFacades(system.url, stop);
    expect(told).toEqual(facadesThen.get(stop));
  }, 120_000); // prettier-ignore

  it.each(STOPS.filter((_, index) => index % 4 === 0))('%s, the façades tell of no claim but those that shipments show as of then', async (stop) => {
    const { epcis, dcsa2 } = await toldByFacades(system.url, stop);
    const shown = new Set<string>();
    for (const id of answered.get(stop)?.keys() ?? []) for (const claim of await claimsOf(system.url, id, stop)) shown.add(claim);
    expect(shown.size).toBeGreaterThan(0);
    // What devices tell is no milestone.
    for (const { eventID, 'throughline:code': code } of epcis)
      if (dimensionOf(code as EventCode) !== 'SENSOR') expect(shown, `${eventID} as of ${stop}`).toContain(eventID.slice('urn:uuid:'.length));
    for (const { eventID, eventClassifierCode } of dcsa2) if (eventClassifierCode === 'ACT') expect(shown, `${eventID} as of ${stop}`).toContain(eventID);
  }, 120_000); // prettier-ignore

  it.each(STOPS.filter((_, index) => index % 4 === 2))('%s, each event is at its id as the list told it, and one that came later is not', async (stop) => {
    const [then, today] = [facadesThen.get(stop), facadesThen.get(ANCHOR)];
    if (!then || !today) throw new Error('The play was not stopped.');
    const { dcsa2, dcsa3, epcis, since } = await askedByIds(system.url, stop, then, today);
    expect(dcsa2).toEqual(then.dcsa2.filter(isEvery));
    expect(dcsa3).toEqual(then.dcsa3.filter(isEvery));
    expect(epcis).toEqual(then.epcis.filter(isEvery));
    expect(since).toEqual([]);
  }, 120_000); // prettier-ignore

  it.each([
    ['2030-01-01T00:00:00Z', 'AS_OF_IN_FUTURE'],
    ['2020-01-01T00:00:00Z', 'AS_OF_BEFORE_SERVICE'],
  ])('façades as of %s say why they cannot', async (asOf, code) => {
    for (const [status, text] of await refusalsOf(system.url, asOf))
      expect([status, text]).toEqual([400, expect.stringContaining(code)]);
  });

  it('many numbers at once lead to what each led to alone', async () => {
    const stop = STOPS[10];
    const alone = [...(ledTo.get(stop) ?? new Map<string, Led>())] as [string, Led][];
    const { data } = await ask<{ lookupMany: { query: string; candidates: unknown[]; hits: { via: unknown; shipment: unknown }[] }[] }>(
      system.url,
      'query ($numbers: [String!]!, $asOf: DateTime) { lookupMany(numbers: $numbers, asOf: $asOf) { query candidates { scheme value found } hits { via { scheme value } shipment { id title { scheme value } } } } }',
      { numbers: alone.map(([number]) => number).slice(0, 200), asOf: stop },
    );
    const asked = new Map(data?.lookupMany.map((one) => [one.query, one]));
    for (const [number, { candidates, shipments }] of alone.slice(0, 200)) {
      const hits = shipments.map(({ via, shipment: { id, title } }) => ({ via, shipment: { id, title } }));
      expect(asked.get(number), number).toEqual({ query: number, candidates, hits });
    }
  }); // prettier-ignore

  it.each([
    ['2030-01-01T00:00:00Z', 'AS_OF_IN_FUTURE'],
    ['2020-01-01T00:00:00Z', 'AS_OF_BEFORE_SERVICE'],
  ])('lists as of %s say why they cannot', async (asOf, code) => {
    expect(await refusalOf(system.url, asOf)).toBe(code);
    const table = await fetch(new URL(`/export/shipments.xlsx?asOf=${asOf}`, system.url));
    expect([table.status, ((await table.json()) as { code: string }).code]).toEqual([400, code]);
  });

  it('many numbers led somewhere', () => {
    expect(Math.max(...[...ledTo.values()].map(({ size }) => size))).toBeGreaterThan(20);
  });

  it('many shipments were asked for', () => {
    const sizes = STOPS.map((stop) => answered.get(stop)?.size ?? 0);
    expect(sizes.filter((size) => size >= 7).length, sizes.join(' ')).toBeGreaterThanOrEqual(12);
  });
});
