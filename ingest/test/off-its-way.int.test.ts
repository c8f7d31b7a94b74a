import { deriveExceptions } from 'graph-schema/domain/exceptions/derive-exceptions';
import { deriveJourney } from 'graph-schema/domain/journey/derive-journey';
import { loadFacts } from 'graph-schema/facts/load-facts';
import { getExceptionRules } from 'graph-schema/reference/exception-rules';
import { getHolds } from 'graph-schema/reference/holds';
import { getJourneyRules } from 'graph-schema/reference/journey-rules';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOUR } from '../src/sample-world/moment.ts';
import { oceanCarrier } from '../src/sample-world/voices/ocean-carrier.ts';
import { qinzhou, singapore } from '../src/sample-world/world/places.ts';
import { qinzhouToSingapore } from '../src/sample-world/world/sea-lanes.ts';
import { findVesselState, type Sailing } from '../src/sample-world/world/sailings.ts';
import { kapok } from '../src/sample-world/world/vessels.ts';
import { aisBatch } from '../src/sample-world/writers/ais-nmea.ts';
import type { Message } from '../src/sample-world/writers/written.ts';
import { push, until } from './ingest-process.ts';
import { AIS_SENDER, openIngestUnderTest, type IngestUnderTest } from './ingest-under-test.ts';

// A box is on its way from Qinzhou to Singapore. After a day its ship goes east, into the Pacific, and nobody says why.
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
const [TURNED, NOW] = [at('11T00:00'), at('13T12:00')];
const KNOTS = 15;

let system: IngestUnderTest;
beforeAll(async () => {
  const clock = { CLOCK_RATE: '0.000001', CLOCK_ORIGIN: new Date(NOW).toISOString(), CLOCK_WALL: new Date().toISOString() }; // prettier-ignore
  system = await openIngestUnderTest(
    { DERIVER: 'on', COMPUTED_ETA: 'on', ...clock },
    { senders: [{ id: 'line', key: 'key-of-line', profile: { kind: 'CARRIER' } }] },
  );
}, 120_000);
afterAll(() => system.close());

async function tell(message: Message, happened: number): Promise<void> {
  const { bytes } = message({ happened, sent: happened, ref: `T${happened}` });
  expect((await push(system.url(), 'key-of-line', bytes)).status).toBe(202);
}

async function hear(): Promise<void> {
  for (let when = sailing.departs; when <= NOW; when += HOUR) {
    const state = findVesselState(sailing, Math.min(when, TURNED));
    if (!state) continue;
    const east = (Math.max(0, when - TURNED) / HOUR) * (KNOTS / 60);
    const longitude = state.longitude + east;
    const { bytes } = aisBatch([{ ...state, at: when, longitude }], 'station');
    expect((await push(system.url(), AIS_SENDER.key, bytes)).status).toBe(202);
  }
}

async function deviations(now: number) {
  const [row] = await system.under.query<{ id: string }>(
    `MATCH (s:Shipment) WHERE size(s.documents) > 0 RETURN s.id AS id`,
  );
  const [loaded] = await system.under.graph.read((tx) => loadFacts(tx, [row?.id ?? '']));
  if (!loaded) return [];
  const { facts } = loaded;
  const journey = deriveJourney(facts, now, getJourneyRules(Infinity));
  const { exceptions } = deriveExceptions({ ...journey, facts, holds: getHolds(), now }, getExceptionRules());
  return exceptions.filter(({ of }) => of === 'SHIP_OFF_WAY');
}

it('a ship that leaves its way is told of by its positions, once, and its cargo is in danger', async () => {
  await tell(oceanCarrier('8207115530', 'COSU6412780350').plan([sailing]), sailing.departs - 200 * HOUR);
  const carrier = oceanCarrier('8207115530', 'COSU6412780350');
  await tell(carrier.loaded([{ number: 'CSQU3054383', sizeType: '45G1' }], qinzhou, sailing), sailing.departs - 5 * HOUR); // prettier-ignore
  await tell(carrier.departed(sailing), sailing.departs);
  await hear();
  await until('it is told that she is off her way', async () => (await deviations(NOW)).length > 0);

  const [one, ...others] = await deviations(NOW);
  expect(others).toEqual([]);
  expect(one).toMatchObject({ kind: 'ROUTE_DEVIATION', closedAt: null, actor: 'CARRIER', figures: { offNm: 300 } });
  expect(one?.subject.place?.unLocode).toBe('SGSIN');
  // At fifteen knots she is 300 miles off no sooner than after 20 hours.
  expect(one?.openedAt).toBeGreaterThan(TURNED + 20 * HOUR);
  const told = await system.under.query<{ id: string; source: string; code: string }>(
    `MATCH (w:RawMessage {source: 'port-calls'})-[a:ATTESTS]->(e:Event {id: $id}) RETURN e.id AS id, w.source AS source, e.code AS code`,
    { id: one?.evidence[0] ?? '' },
  );
  expect(told).toMatchObject([{ source: 'port-calls', code: 'GEOFENCE_EXIT' }]);
}, 300_000); // prettier-ignore
