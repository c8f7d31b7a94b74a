import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMember, signInOperator } from './testing/access/accounts.ts';
import type { Somebody } from './testing/access/asking.ts';
import { ALL_GROUPS } from './testing/access/model.ts';
import { NOTHING } from './testing/access/world.ts';
import { eventually } from './testing/deadline.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

/** Coffee that waits at Ningbo for its release. */
const BILL = 'COSU6415530971';

interface Time {
  readonly instant: string;
}
interface Now {
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

const PORT = `query ($code: ID!) { port(code: $code) { __typename ... on Port {
  place { unLocode zone } terminals { code } waitingGrounds { kind }
  now { isPartial isWaitingWithheld
    runs { id state shipments containers planned { instant } estimated { instant } actual { instant } }
    standing { count place { facility } }
    waiting { reason count boxes { container shipmentId condition title { value } } } }
} } }`;
const READINESS = `query ($id: ID!) { shipment(id: $id) { __typename ... on Shipment { journey {
  readiness { container presence verdict place { unLocode } blocking { kind } } } } } }`;

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

async function nowAt(who: Somebody, code: string): Promise<Now> {
  const { port } = await who.need<{ port: { __typename: string; now: Now } }>(PORT, { code });
  expect(port.__typename).toBe('Port');
  return port.now;
}

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
      const { shipment } = await operator.need<{ shipment: { journey: { readiness: { container: string | null; presence: string; place: { unLocode: string } | null; blocking: { kind: string } | null }[] } } }>(READINESS, { id: shipmentId });
      const own = shipment.journey.readiness.filter((one) => one.container === container && one.place?.unLocode === 'CNNBO');
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

  it('shows its authority what moves there, and says that releases are not his to see', async () => {
    const now = await nowAt(authority, 'CNNBO');
    expect(now.runs.length).toBeGreaterThan(0);
    expect(now.standing.length).toBeGreaterThan(0);
    expect(now.waiting).toEqual([]);
    expect(now.isWaitingWithheld).toBe(true);
    const elsewhere = await nowAt(authority, 'SGSIN');
    expect(elsewhere.waiting).toEqual([]);
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

  it('that is none is said to be none, and an old code leads to the port that it stands for', async () => {
    const none = await operator.need<{ port: { __typename: string } }>(PORT, { code: 'XXXXX' });
    expect(none.port.__typename).toBe('NotFoundError');
    const alias = await operator.need<{ port: { place: { unLocode: string } } }>(PORT, { code: 'CNNGB' });
    expect(alias.port.place.unLocode).toBe('CNNBO');
  });
}); // prettier-ignore
