import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMember, signInOperator } from './testing/access/accounts.ts';
import type { Somebody } from './testing/access/asking.ts';
import { ALL_GROUPS } from './testing/access/model.ts';
import { NOTHING } from './testing/access/world.ts';
import { eventually } from './testing/deadline.ts';
import { ANCHOR, startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

/** Coffee that waits at Ningbo for its release. */
const BILL = 'COSU6415530971';

interface Time {
  readonly instant: string;
}
interface Now {
  readonly at: string;
  readonly runs: readonly {
    readonly id: string;
    readonly state: string;
    readonly shipments: number;
    readonly containers: number;
    readonly planned: Time | null;
    readonly estimated: Time | null;
    readonly actual: Time | null;
  }[];
  readonly standing: readonly { readonly count: number; readonly place: { readonly facility: string | null } }[];
  readonly waiting: readonly {
    readonly reason: string;
    readonly count: number;
    readonly boxes: readonly { readonly container: string; readonly shipmentId: string; readonly condition: string | null }[];
  }[];
  readonly isWaitingWithheld: boolean;
  readonly isPartial: boolean;
} // prettier-ignore

const PORT = `query ($code: ID!, $asOf: DateTime) { port(code: $code) { __typename ... on Port {
  place { unLocode zone } terminals { code } waitingGrounds { kind }
  now(asOf: $asOf) { at isPartial isWaitingWithheld
    runs { id state shipments containers planned { instant } estimated { instant } actual { instant } }
    standing { count place { facility } }
    waiting { reason count boxes { container shipmentId condition title { value } } } }
} } }`;
const READINESS = `query ($id: ID!, $asOf: DateTime) { shipment(id: $id, asOf: $asOf) { __typename ... on Shipment { journey {
  readiness { container presence verdict place { unLocode } blocking { kind } } } } } }`;
const POSITIONS = `query ($box: MapBox!, $asOf: DateTime!) { positionsAsOf(box: $box, asOf: $asOf) {
  at isPartial positions { id kind latitude longitude at } } }`;
const WORLD = { west: -180, south: -90, east: 180, north: 90 };
/** A day and a half before the instant at which the tests stand. */
const THEN = '2026-11-20T00:00:00.000Z';

interface Ready {
  readonly container: string | null;
  readonly presence: string;
  readonly verdict: string;
  readonly place: { readonly unLocode: string } | null;
  readonly blocking: { readonly kind: string } | null;
}
interface Then {
  readonly at: string;
  readonly isPartial: boolean;
  readonly positions: readonly { readonly id: string; readonly latitude: number; readonly longitude: number; readonly at: string }[];
} // prettier-ignore

let system: SampleSystem;
let operator: Somebody;
let owner: Somebody;
let authority: Somebody;
let bill = '';

beforeAll(async () => {
  process.env['ACCESS'] = 'required';
  system = await startSampleSystem();
  operator = await signInOperator(system);
  await eventually('all shipments are listed', async () => {
    const { shipments } = await operator.need<{ shipments: { totalCount: number } }>('{ shipments { totalCount } }');
    return shipments.totalCount >= 12 ? true : null;
  }, 60_000);
  const { lookup } = await operator.need<{ lookup: { shipments: { shipment: { id: string } }[] } }>(
    'query ($number: String!) { lookup(number: $number) { shipments { shipment { id } } } }',
    { number: BILL },
  );
  bill = lookup.shipments[0]?.shipment.id ?? '';
  const ids = new Map([[BILL, bill]]);
  const granted = [{ number: BILL, groups: ALL_GROUPS, until: null }];
  owner = (await makeMember(operator, system.url, 'owner', { ...NOTHING, granted }, ids)).by;
  authority = (await makeMember(operator, system.url, 'authority', { ...NOTHING, holds: ['PORT:CNNBO'] }, ids)).by;
}, 300_000); // prettier-ignore
afterAll(async () => {
  delete process.env['ACCESS'];
  await system.stop();
});

async function nowAt(who: Somebody, code: string, asOf: string | null = null): Promise<Now> {
  const { port } = await who.need<{ port: { __typename: string; now: Now } }>(PORT, { code, asOf });
  expect(port.__typename).toBe('Port');
  return port.now;
}

async function readinessOf(id: string, asOf: string | null): Promise<readonly Ready[]> {
  const { shipment } = await operator.need<{ shipment: { journey?: { readiness: readonly Ready[] } } }>(READINESS, { id, asOf });
  return shipment.journey?.readiness ?? [];
} // prettier-ignore

const positionsThen = async (who: Somebody, box: typeof WORLD, asOf: string) =>
  (await who.need<{ positionsAsOf: Then }>(POSITIONS, { box, asOf })).positionsAsOf;
const sums = ({ waiting }: Now) => waiting.map(({ reason, count }) => [reason, count]);
const boxesOf = ({ waiting }: Now) => waiting.flatMap(({ boxes }) => boxes);

describe('a port', () => {
  it('is read with as few statements whatever is there', async () => {
    system.takeStatements();
    await nowAt(operator, 'CNNBO');
    const statements = system.takeStatements();
    expect(statements.filter((name) => name === 'pageSummaries')).toHaveLength(1);
    // Whoever asks is found out first.
    expect(statements.length).toBeLessThanOrEqual(9);
  });

  it('tells of ships and trains what their cargo is told, each once, in order of time', async () => {
    const { runs, isPartial } = await nowAt(operator, 'CNNBO');
    expect(isPartial).toBe(false);
    expect(runs.length).toBeGreaterThan(0);
    expect(new Set(runs.map(({ id }) => id)).size).toBe(runs.length);
    const times = runs.map((one) => (one.actual ?? one.estimated ?? one.planned)?.instant ?? '');
    expect(times).toEqual(times.toSorted());
    for (const { state, actual } of runs) if (state === 'COME' || state === 'GONE') expect(actual).not.toBeNull();
  });

  it('counts the boxes that wait as their own shipments tell, under what keeps each', async () => {
    const now = await nowAt(operator, 'CNNBO');
    const boxes = boxesOf(now);
    expect(boxes.map(({ shipmentId }) => shipmentId)).toContain(bill);
    expect(new Set(boxes.map(({ container, shipmentId }) => container ?? shipmentId)).size).toBe(boxes.length);
    expect(now.waiting.every(({ count, boxes: listed }) => count === listed.length)).toBe(true);
    for (const { container, shipmentId, condition } of boxes) {
      const own = (await readinessOf(shipmentId, null)).filter((one) => one.container === container && one.place?.unLocode === 'CNNBO');
      expect(own.map(({ presence, blocking }) => [presence, blocking?.kind ?? null])).toContainEqual(['THERE', condition]);
    }
  });

  it('is to each what he may see: neither shown nor counted is another’s cargo', async () => {
    const [all, own] = [await nowAt(operator, 'CNNBO'), await nowAt(owner, 'CNNBO')];
    expect(new Set(boxesOf(own).map(({ shipmentId }) => shipmentId))).toEqual(new Set([bill]));
    expect(own.runs.every(({ shipments }) => shipments === 1)).toBe(true);
    expect(own.runs.length).toBeLessThan(all.runs.length);
    expect(boxesOf(own).length).toBeLessThanOrEqual(boxesOf(all).length);
  });

  it('shows its authority what moves there, and tells by number alone how many boxes wait for what', async () => {
    const now = await nowAt(authority, 'CNNBO');
    expect(now.runs.length).toBeGreaterThan(0);
    expect(now.standing.length).toBeGreaterThan(0);
    const all = await nowAt(operator, 'CNNBO');
    expect(all.waiting.length).toBeGreaterThan(0);
    expect(sums(now)).toEqual(sums(all));
    expect(boxesOf(now)).toEqual([]);
    expect(now.isWaitingWithheld).toBe(false);
    const elsewhere = await nowAt(authority, 'SGSIN');
    expect(elsewhere.waiting).toEqual([]);
  });

  it('counts beside what he may look into, where he has more than the port’s key, and not for a key of it that is not to tell of releases', async () => {
    const [ids, holds] = [new Map([[BILL, bill]]), ['PORT:CNNBO']];
    const both = await makeMember(operator, system.url, 'both', { ...NOTHING, holds, granted: [{ number: BILL, groups: ALL_GROUPS, until: null }] }, ids);
    const [all, own, seen] = [await nowAt(operator, 'CNNBO'), await nowAt(owner, 'CNNBO'), await nowAt(both.by, 'CNNBO')];
    expect(sums(seen)).toEqual(sums(all));
    expect(boxesOf(seen)).toEqual(boxesOf(own));
    const capped = await makeMember(operator, system.url, 'capped', { ...NOTHING, holds, cap: ['MILESTONES', 'ETA'] }, ids);
    const little = await nowAt(capped.by, 'CNNBO');
    expect([little.waiting, little.isWaitingWithheld]).toEqual([[], true]);
  });

  it('is found by name and code, in both languages, those with activity first', async () => {
    const find = async (who: Somebody, text: string | null) => {
      const asked = 'query ($find: String) { ports(find: $find) { shipments port { place { unLocode } } } }';
      const { ports } = await who.need<{ ports: { shipments: number; port: { place: { unLocode: string } } }[] }>(asked, { find: text });
      return ports.map(({ shipments, port }) => [port.place.unLocode, shipments] as const);
    };
    for (const text of ['cnnbo', 'Ningbo', '宁波']) expect((await find(operator, text)).map(([code]) => code)).toContain('CNNBO');
    const active = await find(operator, null);
    expect(active.map(([code]) => code)).toContain('CNNBO');
    expect(active.map(([, count]) => count)).toEqual(active.map(([, count]) => count).toSorted((a, b) => b - a));
    expect((await find(owner, null)).every(([, count]) => count === 1)).toBe(true);
    expect(await find(operator, 'no such port')).toEqual([]);
  });

  it('is found by what went by it at an instant, each counted as the list of then has it', async () => {
    const asked = `query ($asOf: DateTime) { ports(asOf: $asOf) { shipments port { id } } }`;
    const listed = `query ($port: String!, $asOf: DateTime) { shipments(filter: { port: $port }, asOf: $asOf) { totalCount isPartial } }`;
    const countsAt = async (asOf: string | null) => {
      const { ports } = await operator.need<{ ports: { shipments: number; port: { id: string } }[] }>(asked, { asOf });
      return new Map(ports.map(({ shipments, port }) => [port.id, shipments]));
    };
    expect(await countsAt(ANCHOR)).toEqual(await countsAt(null));
    const then = await countsAt(THEN);
    expect(then).not.toEqual(await countsAt(null));
    expect(then.size).toBeGreaterThan(3);
    for (const [port, count] of then) {
      const { shipments } = await operator.need<{ shipments: object }>(listed, { port, asOf: THEN });
      expect(shipments, port).toEqual({ totalCount: count, isPartial: false });
    }
    const { errors } = await operator.ask(asked, { asOf: '2030-01-01T00:00:00Z' });
    expect(errors?.[0]?.extensions?.['code']).toBe('AS_OF_IN_FUTURE');
  });

  it('that is none is said to be none, and an old code leads to the port that it stands for', async () => {
    const none = await operator.need<{ port: { __typename: string } }>(PORT, { code: 'XXXXX' });
    expect(none.port.__typename).toBe('NotFoundError');
    const alias = await operator.need<{ port: { place: { unLocode: string } } }>(PORT, { code: 'CNNGB' });
    expect(alias.port.place.unLocode).toBe('CNNBO');
  });

  describe('looked back at', () => {
    it('from now is what stands now', async () => {
      const [then, now] = [await nowAt(operator, 'CNNBO', ANCHOR), await nowAt(operator, 'CNNBO')];
      expect({ ...then, runs: then.runs.map(({ id, state }) => [id, state]) }).toEqual({ ...now, runs: now.runs.map(({ id, state }) => [id, state]) });
    });

    it('shows the boxes that waited then, as each shipment tells of then', async () => {
      const then = await nowAt(operator, 'CNNBO', THEN);
      expect([then.at, then.isPartial]).toEqual([THEN, false]);
      const { shipments } = await operator.need<{ shipments: { edges: { node: { id: string } }[] } }>('{ shipments(first: 100) { edges { node { id } } } }');
      const told = new Set<string>();
      for (const { node: { id } } of shipments.edges)
        for (const { container, presence, place, verdict, blocking } of await readinessOf(id, THEN))
          if (presence === 'THERE' && place?.unLocode === 'CNNBO' && (verdict === 'READY' || (verdict === 'NOT_READY' && blocking !== null))) told.add(container ?? id);
      expect(new Set(boxesOf(then).map(({ container, shipmentId }) => container ?? shipmentId))).toEqual(told);
      expect(told.size).toBeGreaterThan(0);
      const now = await nowAt(operator, 'CNNBO');
      expect([then.runs, then.standing, then.waiting]).not.toEqual([now.runs, now.standing, now.waiting]);
    });

    it('is to each what he may see today, with as few statements', async () => {
      const own = await nowAt(owner, 'CNNBO', THEN);
      expect(boxesOf(own).every(({ shipmentId }) => shipmentId === bill)).toBe(true);
      expect(own.runs.every(({ shipments }) => shipments === 1)).toBe(true);
      const seen = await nowAt(authority, 'CNNBO', THEN);
      expect(seen.standing.length).toBeGreaterThan(0);
      expect(sums(seen)).toEqual(sums(await nowAt(operator, 'CNNBO', THEN)));
      expect([boxesOf(seen), seen.isWaitingWithheld]).toEqual([[], false]);
      system.takeStatements();
      await nowAt(operator, 'CNNBO', THEN);
      expect(system.takeStatements().length).toBeLessThanOrEqual(60);
    });

    it.each([['AS_OF_IN_FUTURE', '2027-01-01T00:00:00Z'], ['AS_OF_BEFORE_SERVICE', '2020-01-01T00:00:00Z']])('says %s', async (code, asOf) => {
      const { errors } = await operator.ask(PORT, { code: 'CNNBO', asOf });
      expect(errors?.map(({ extensions }) => extensions?.code)).toEqual([code]);
    });

    it('has things where they were last heard then, in a view; to whoever is no operator what says so to all', async () => {
      const all = await positionsThen(operator, WORLD, THEN);
      expect([all.at, all.isPartial]).toEqual([THEN, false]);
      expect(all.positions.length).toBeGreaterThan(1);
      expect(new Set(all.positions.map(({ id }) => id)).size).toBe(all.positions.length);
      for (const { at } of all.positions) {
        expect(Date.parse(at)).toBeLessThanOrEqual(Date.parse(THEN));
        expect(Date.parse(at)).toBeGreaterThanOrEqual(Date.parse(THEN) - 86_400_000);
      }
      const isWithin = (box: typeof WORLD) => ({ latitude, longitude }: { latitude: number; longitude: number }) =>
        latitude >= box.south && latitude <= box.north && (box.west <= box.east ? longitude >= box.west && longitude <= box.east : longitude >= box.west || longitude <= box.east);
      for (const box of [{ west: 100, south: 0, east: 140, north: 40 }, { west: 110, south: -60, east: 20, north: 60 }]) {
        const part = await positionsThen(operator, box, THEN);
        expect(part.positions.map(({ id }) => id).toSorted()).toEqual(all.positions.filter(isWithin(box)).map(({ id }) => id).toSorted());
      }
      const broadcast = all.positions.filter(({ id }) => /^(?:MMSI|AIRCRAFT):/.test(id));
      expect((await positionsThen(owner, WORLD, THEN)).positions.map(({ id }) => id).toSorted()).toEqual(broadcast.map(({ id }) => id).toSorted());
      const { errors } = await operator.ask(POSITIONS, { box: WORLD, asOf: '2027-01-01T00:00:00Z' });
      expect(errors?.[0]?.extensions?.code).toBe('AS_OF_IN_FUTURE');
    });
  });
}); // prettier-ignore
