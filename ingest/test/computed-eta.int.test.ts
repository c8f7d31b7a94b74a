import { deriveJourney } from 'graph-schema/domain/journey/derive-journey';
import { getPredictionPolicy } from 'graph-schema/reference/eta-prediction';
import { loadFacts } from 'graph-schema/facts/load-facts';
import { getJourneyRules } from 'graph-schema/reference/journey-rules';
import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEtaMap } from '../src/computed-eta/eta-map.ts';
import { learnArrivals, storedLearning } from '../src/computed-eta/learn-arrivals.ts';
import { HOUR } from '../src/sample-world/moment.ts';
import { oceanCarrier } from '../src/sample-world/voices/ocean-carrier.ts';
import { qinzhou, singapore } from '../src/sample-world/world/places.ts';
import { qinzhouToSingapore } from '../src/sample-world/world/sea-lanes.ts';
import { findVesselState, type Sailing } from '../src/sample-world/world/sailings.ts';
import { kapok } from '../src/sample-world/world/vessels.ts';
import { aisBatch } from '../src/sample-world/writers/ais-nmea.ts';
import type { Message } from '../src/sample-world/writers/written.ts';
import { push, until } from './ingest-process.ts';
import { AIS_SENDER, openIngestUnderTest, PLAIN_SENDER, type IngestUnderTest } from './ingest-under-test.ts';

// A box sails from Qinzhou to Singapore. Its carrier gives one estimate and keeps to it; the ship loses a day on the way.
const at = (text: string) => Date.parse(`2026-11-${text}:00Z`);
const sailing: Sailing = {
  vessel: kapok,
  voyage: '114S',
  from: qinzhou,
  to: singapore,
  lane: qinzhouToSingapore,
  departs: at('10T00:00'),
  arrives: at('14T12:00'),
};
const [FIRST_LOOK, DAY_LOST, CARRIER_WRONG, ARRIVED] = [at('11T12:00'), at('13T06:00'), at('15T00:00'), at('15T13:00')]; // prettier-ignore

/** Time stands still until the process is started anew at another instant. */
const env: Record<string, string> = { DERIVER: 'on', COMPUTED_ETA: 'on', CLOCK_RATE: '0.000001' };
const setClock = (instant: number) => {
  env['CLOCK_ORIGIN'] = new Date(instant).toISOString();
  env['CLOCK_WALL'] = new Date().toISOString();
};
const goOnAt = async (instant: number) => {
  await system.process().stop();
  setClock(instant);
  await system.restart();
};
let system: IngestUnderTest;
beforeAll(async () => {
  setClock(FIRST_LOOK);
  system = await openIngestUnderTest(env, {
    senders: [{ id: 'line', key: 'key-of-line', profile: { kind: 'CARRIER' } }],
  });
}, 120_000);
afterAll(() => system.close());

const carrier = oceanCarrier('8207115530', 'COSU6412780350');
const box = { number: 'CSQU3054383', sizeType: '45G1' };
let told = 0;
async function tell(message: Message, happened: number): Promise<void> {
  told += 1;
  const { bytes } = message({ happened, sent: happened, ref: `T${told}` });
  expect((await push(system.url(), 'key-of-line', bytes)).status).toBe(202);
}

/** Her positions, each three hours; `behind`: hours by which she is behind where she would be. */
async function hear(from: number, to: number, behind = 0): Promise<void> {
  for (let when = from; when <= to; when += 3 * HOUR) {
    const state = findVesselState(sailing, when - behind * HOUR);
    if (!state) continue;
    const { bytes } = aisBatch([{ ...state, at: when }], 'station');
    expect((await push(system.url(), AIS_SENDER.key, bytes)).status).toBe(202);
  }
}

async function facts() {
  const [row] = await system.under.query<{ id: string }>(
    `MATCH (s:Shipment) WHERE size(s.documents) > 0 RETURN s.id AS id`,
  );
  const [loaded] = await system.under.graph.read((tx) => loadFacts(tx, [row?.id ?? '']));
  if (!loaded) throw new Error('no shipment');
  return loaded.facts;
}
const journeyAt = async (now: number) => deriveJourney(await facts(), now, getJourneyRules(Infinity));
async function computed(now: number) {
  const { etaSeries } = await journeyAt(now);
  return etaSeries.find(({ source }) => source.id === 'computed-eta')?.tellings ?? [];
}
async function untilComputed(now: number, count: number): Promise<void> {
  await until(`${count} computed arrivals are told`, async () => {
    const [row] = await system.under.query<{ count: number }>(
      `MATCH (w:RawMessage {source: 'computed-eta'}) WHERE w.outcome IS NOT NULL RETURN toFloat(count(w)) AS count`,
    );
    return (row?.count ?? 0) >= count && (await computed(now)).length >= count;
  });
}
const instantOf = (telling: { readonly time: { readonly instant: string } } | null | undefined) =>
  Date.parse(telling?.time.instant ?? '');

describe('a ship under way', () => {
  it('is computed beside its carrier, again as it falls behind, and until it has come', async () => {
    await tell(carrier.plan([sailing]), sailing.departs - 200 * HOUR);
    await tell(carrier.loaded([box], qinzhou, sailing), sailing.departs - 5 * HOUR);
    await tell(carrier.departed(sailing), sailing.departs);
    await tell(carrier.expects(sailing, sailing.arrives - 2 * HOUR), sailing.departs + 2 * HOUR);
    await hear(sailing.departs, FIRST_LOOK);
    await untilComputed(FIRST_LOOK, 1);

    const first = await journeyAt(FIRST_LOOK);
    const [one] = await computed(FIRST_LOOK);
    expect(one).toMatchObject({ code: 'ARRIVED', basis: 'COMPUTED', isProven: false, isOnTarget: true, place: { unLocode: 'SGSIN' } }); // prettier-ignore
    expect(one?.computed).toMatchObject({ closed: 0, positionAt: FIRST_LOOK, stays: 0, stops: [{ kind: 'ARRIVAL', place: 'SGSIN' }] }); // prettier-ignore
    expect(Math.abs(instantOf(one) - sailing.arrives)).toBeLessThan(20 * HOUR);
    // Who sails her is relied on as long as it has not been proven wrong more often.
    expect(first.eta?.voice.source.id).toBe('line');
    expect(first.legs.at(-1)?.arrival.actual).toBeNull();

    await goOnAt(DAY_LOST);
    await hear(FIRST_LOOK + 3 * HOUR, DAY_LOST, 24);
    await untilComputed(DAY_LOST, 2);
    const [, later] = await computed(DAY_LOST);
    expect(instantOf(later) - instantOf(one)).toBeGreaterThan(12 * HOUR);
    expect(later?.computed?.milesLeft).toBeLessThan(one?.computed?.milesLeft ?? 0);
    expect((await journeyAt(DAY_LOST)).eta?.voice.source.id).toBe('line');

    // The carrier's time passes without her.
    const overdue = await journeyAt(CARRIER_WRONG);
    expect(overdue.eta).toMatchObject({ basis: 'COMPUTED', computed: { closed: 0 } });
    expect(overdue.etaChanges.at(-1)).toMatchObject({ reason: 'OVERDUE' });

    await goOnAt(ARRIVED);
    await tell(carrier.arrived(sailing), ARRIVED - HOUR);
    await until('the arrival is known', async () => (await journeyAt(ARRIVED)).eta === null);
    const after = await journeyAt(ARRIVED);
    expect(after.legs.at(-1)?.arrival.actual?.instant).toBe(new Date(ARRIVED - HOUR).toISOString().replace('.000Z', 'Z')); // prettier-ignore
    const errors = after.etaSeries.map(({ source, errorMinutes }) => [source.id, errorMinutes] as const);
    expect(errors.map(([source]) => source)).toEqual(['line', 'computed-eta']);
    expect(Math.abs(errors[1]?.[1] ?? Infinity)).toBeLessThan(Math.abs(errors[0]?.[1] ?? 0));
    // Looked back at, it is what it was then.
    expect((await journeyAt(DAY_LOST)).etaSeries.map(({ tellings }) => tellings.at(-1)?.time.instant)).toContain(later?.time.instant); // prettier-ignore

    // What came is learned from, and kept; twice is no more than once.
    await until('the summary knows that it came', async () => (await system.under.query('MATCH (m:ShipmentSummary) WHERE m.came IS NOT NULL RETURN m.id')).length === 1); // prettier-ignore
    const places = loadGazetteer();
    const parts = { graph: system.under.graph, places, map: createEtaMap(places), policy: getPredictionPolicy(), now: () => ARRIVED }; // prettier-ignore
    const learned = await learnArrivals(parts, true);
    expect(learned.legs).toBe(1);
    expect([...learned.tables.paces.keys()].sort()).toEqual(['VESSEL|*', `VESSEL|@${kapok.imo}`, 'VESSEL|CNQZH>SGSIN']); // prettier-ignore
    expect([...learned.tables.errors.keys()].some((key) => key.startsWith('computed-eta|'))).toBe(true);
    const again = await learnArrivals(parts);
    expect(again.tables).toEqual(learned.tables);
    expect((await storedLearning(parts)).tables).toEqual(learned.tables);
  }, 300_000);

  it('tells nothing for whoever has nothing to tell, and nobody else may speak for it', async () => {
    const response = await push(system.url(), PLAIN_SENDER.key, '[{"computed": "eta-1", "thread": "eta:VOYAGE:9944106/114S>SGSIN", "version": 9, "mode": "VESSEL", "imo": "9944106", "voyage": "114S", "unLocode": "SGSIN", "station": null, "at": "2026-11-16T00:00:00Z", "isProven": true, "basis": null}]'); // prettier-ignore
    const { rawId } = (await response.json()) as { rawId: string };
    await system.read([rawId]);
    const [row] = (await system.rawRows()).filter(({ id }) => id === rawId);
    expect(row).toMatchObject({ events: 0, issueCount: 1 });
  });
});
