import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from './testing/ask.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';
import { BILL, DEGREES, dueAt, hear, sail, type Where } from './testing/ship-at-sea.ts';

/** A station heard the ship at 08:20 and told so at 09:00; at 09:05 it told where she had been at 08:10. It is 09:07. */
const START_MS = 300_000;
let system: SampleSystem;
beforeAll(async () => {
  system = await startSampleSystem(undefined, undefined, '2026-01-01T00:00:00Z');
  await sail(system);
  await hear(system, '21 08:00', dueAt('21 08:00'));
  await hear(system, '21 08:20', dueAt('21 08:20'), '2026-11-21T09:00:00Z');
  await hear(system, '21 08:10', dueAt('21 08:10'), '2026-11-21T09:05:00Z');
  // Nothing more of the sample world, but all that was delivered is read then.
  await system.playUntil('2026-01-02T00:00:00Z');
}, START_MS);
afterAll(() => system.stop());

interface Seen {
  readonly at: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly basis: string;
}
interface Answered {
  readonly lookup: {
    readonly shipments: readonly { readonly shipment: { readonly journey: { readonly livePositions: readonly Seen[] } } }[];
  };
} // prettier-ignore

const ASK = `query ($number: String!, $asOf: DateTime) { lookup(number: $number, asOf: $asOf) {
  shipments { shipment { journey { livePositions { at latitude longitude basis } } } }
} }`;

/** Where the ship was seen, without what is only reckoned. */
async function seenAsOf(asOf: string | null): Promise<readonly Seen[]> {
  const { data, errors } = await ask<Answered>(system.url, ASK, { number: BILL, asOf });
  if (!data) throw new Error(JSON.stringify(errors));
  const positions = data.lookup.shipments.flatMap(({ shipment }) => shipment.journey.livePositions);
  return positions.filter(({ basis }) => basis !== 'INTERPOLATED');
}

const where = (name: keyof typeof DEGREES & Where) => {
  const [latitude, longitude] = DEGREES[name];
  return [{ at: Date.parse(dueAt(name)), latitude: expect.closeTo(latitude, 1), longitude: expect.closeTo(longitude, 1) }]; // prettier-ignore
};
const told = (seen: readonly Seen[]) =>
  seen.map(({ at, latitude, longitude }) => ({ at: Date.parse(at), latitude, longitude }));

describe('a position that was told late', () => {
  it.each([
    ['before anybody had heard her', '2026-11-21T07:30:00Z', null],
    ['when only the first was told', '2026-11-21T08:10:00Z', '21 08:00'],
    ['after she was there, before anybody said so', '2026-11-21T08:59:59Z', '21 08:00'],
    ['once it was told', '2026-11-21T09:00:01Z', '21 08:20'],
    ['and an older one that came later moves her nowhere', '2026-11-21T09:06:00Z', '21 08:20'],
  ] as const)('%s, as of %s', async (_when, asOf, name) => {
    expect(told(await seenAsOf(asOf))).toEqual(name === null ? [] : where(name));
  });

  it.each([
    ['2026-11-21T08:59:59Z', '21 08:00'],
    ['2026-11-21T09:06:00Z', '21 08:20'],
  ] as const)('is on a map of ports where it was known to be as of %s', async (asOf, name) => {
    const query =
      'query ($asOf: DateTime!) { positionsAsOf(box: { west: 106, south: 5, east: 108, north: 7 }, asOf: $asOf) { positions { at latitude longitude speedKnots } } }';
    const { data } = await ask<{
      positionsAsOf: { positions: readonly (Omit<Seen, 'basis'> & { readonly speedKnots: number | null })[] };
    }>(system.url, query, { asOf });
    const positions = data?.positionsAsOf.positions ?? [];
    expect(told(positions.map((one) => ({ ...one, basis: 'REPORTED' })))).toEqual(where(name));
    expect(positions[0]?.speedKnots).toBeGreaterThan(0);
  });

  it('is where she is now', async () => {
    expect(told(await seenAsOf(null))).toEqual(where('21 08:20'));
  });
});
