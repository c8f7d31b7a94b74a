import { connect, type Socket } from 'node:net';
import { journeyFacts, type ClaimRow } from 'graph-schema/cypher/read/journey-facts';
import { runClaims } from 'graph-schema/cypher/read/run-claims';
import { aboardOf } from 'graph-schema/domain/aboard';
import { claim, container, documentRef, placeRef, transport } from 'graph-schema/domain/claim';
import { eventTimeFromIso } from 'graph-schema/domain/event-time';
import { deriveJourney } from 'graph-schema/domain/journey/derive-journey';
import { byReceipt, type FactClaim, type JourneyFacts, type Voice } from 'graph-schema/domain/journey/facts';
import { inheritedClaims, staysOf } from 'graph-schema/domain/known/inheritance';
import { knownShips } from 'graph-schema/domain/ship-names';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import type { LonLat } from 'graph-schema/geo/lon-lat';
import type { TrackFix } from 'graph-schema/geo/track';
import { readClaim } from 'graph-schema/identity/claim-text';
import { sailedTrack } from 'graph-schema/testing/sailed-track';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aisLines } from '../src/sample-world/writers/ais-nmea.ts';
import { kapok } from '../src/sample-world/world/vessels.ts';
import { freePort, until } from './ingest-process.ts';
import { openIngestUnderTest, type IngestUnderTest } from './ingest-under-test.ts';

// A box is loaded at Busan; its ship is then heard by AIS alone, until the terminal at Ningbo speaks.
let system: IngestUnderTest;
let port: number;
beforeAll(async () => {
  port = await freePort();
  system = await openIngestUnderTest({ AIS_PORT: String(port) });
}, 120_000);
afterAll(() => system.close());

const bill = 'COSU6400000017';
const box = 'CSQU3054383';
const on = transport({ mode: 'VESSEL', vesselImo: kapok.imo, voyage: '114S' });
const sea: LonLat = [123.0, 29.6];
const pilots: LonLat = [122.38, 29.72];
const quay: LonLat = [121.971, 29.901];
/** Alongside by 03:50 UTC, and still there at 09:00. */
const track = sailedTrack('2026-11-20T00:00:00Z', sea, [
  { to: pilots, knots: 14 },
  { to: quay, knots: 14 },
  { hours: 5, status: 5 },
]).slice(0, -1);

function tell(code: TrackingEvent['code'], at: string, more: Partial<TrackingEvent>) {
  const time = eventTimeFromIso(at);
  if (!time) throw new Error(at);
  const event = claim({ code, classifier: 'ACTUAL', time, transport: on, ...more });
  const attested = [{ event, messageRef: null, span: { start: 0, end: 1 }, recordedAt: null }];
  return system.under.deliver({ source: 'busan-terminal', messages: [{ thread: null, version: 0, attested, retraction: null }] }); // prettier-ignore
}

async function hear(fixes: readonly TrackFix[]): Promise<void> {
  const socket = await new Promise<Socket>((resolve, reject) => {
    const dialled = connect(port, '127.0.0.1', () => resolve(dialled));
    dialled.once('error', reject);
  });
  for (const [at, longitude, latitude, knots, status] of fixes) {
    const state = { vessel: kapok, at: at * 1000, latitude, longitude, speedKnots: knots ?? 0, courseDegrees: 270, navigationStatus: status === 5 ? 5 : 0, destination: 'CN NGB', eta: at * 1000 } as const; // prettier-ignore
    socket.write(`${aisLines([state], 'station').join('\r\n')}\r\n`);
  }
  await new Promise<void>((resolve) => socket.end(() => resolve()));
}

function fact([id, text, cycleId, voices]: ClaimRow): FactClaim {
  const told = voices.map(([rawId, sha256, format, receivedAt, source, name, nameZh, kind, messageRef, start, end]): Voice => {
    const who = { id: source, name, nameZh, kind: kind as Voice['source']['kind'], trust: {} };
    return { rawId, sha256, format: format ?? '', receivedAt, source: who, messageRef, span: { start, end } };
  }); // prettier-ignore
  return { id, event: readClaim(text), cycleId, inherited: false, voices: told.sort(byReceipt) };
}

/** The journey of the bill, as a reader has it. */
async function journey() {
  const { graph } = system.under;
  const [row] = await system.under.query<{ id: string }>('MATCH (s:Shipment {anchor: $anchor}) RETURN s.id AS id', { anchor: `MASTER_BILL:${bill}` }); // prettier-ignore
  const [facts] = await graph.read((tx) => tx.run(journeyFacts, { ids: [row?.id ?? ''] }));
  if (!facts) throw new Error('no shipment');
  const own = facts.claims.map(fact);
  const uses = facts.cycles.map(({ container: reference, aboard }) => ({ container: reference, aboard: JSON.parse(aboard) as ReturnType<typeof aboardOf> })); // prettier-ignore
  const ofShip = await graph.read((tx) => tx.run(runClaims, { runs: [[`VESSEL:${kapok.imo}`, 0, 9e15], [`VOYAGE:${kapok.imo}/114S`, 0, 9e15]] })); // prettier-ignore
  const told = new Map(ofShip.map(({ run, claims }) => [run, claims.map(fact)]));
  const inherited = inheritedClaims(staysOf(uses, own), own, knownShips([]), (key) => told.get(key) ?? []);
  const given: JourneyFacts = {
    shipmentId: facts.shipment,
    anchor: facts.anchor as IdentifierKey,
    master: null,
    houses: [],
    documents: facts.documents as IdentifierKey[],
    cycles: facts.cycles.map(({ id, container: reference, endedAt }) => ({
      id,
      container: reference,
      endedAt,
    })),
    claims: [...own, ...inherited],
  };
  return deriveJourney(given, Date.parse('2026-11-20T09:00:00Z'));
}

async function berthed() {
  const { logistics } = await journey();
  return logistics
    .filter(({ code }) => code === 'BERTHED')
    .map((m) => [m.time.instant.slice(11, 16), m.place?.unLocode, m.place?.facility?.code, m.claims.flatMap(({ voices }) => voices.map(({ source }) => source.kind)).join('+')].join(' ')); // prettier-ignore
}

const derived = () =>
  system.under.query<{ id: string }>(
    `MATCH (w:RawMessage {source: 'port-calls'})-[a:ATTESTS]->(e:Event) WHERE NOT coalesce(a.withdrawn, false)
     RETURN DISTINCT e.id AS id ORDER BY id`,
  );
const looked = () =>
  until(
    'all tracks were looked at',
    async () => (await system.under.query('MATCH (t:Track {news: true}) RETURN t.key')).length === 0,
  );

describe('a ship that is heard by AIS', () => {
  it('berths for its cargo, until the terminal says when, and late positions change nothing', async () => {
    await tell('LOADED', '2026-11-18T02:00:00Z', { place: placeRef({ unLocode: 'KRPUS' }), equipment: container(box), loadState: 'FULL', documents: [documentRef('MASTER_BILL', bill)] }); // prettier-ignore
    const moored = track.findIndex(([, , , , status]) => status === 5);
    const late = track.filter((_, index) => index > moored + 3 && index % 7 === 3);
    await hear(track.filter((fix) => !late.includes(fix)));
    await until('the berthing is derived', async () => (await derived()).length > 0);
    await looked();
    await until('it stands', async () => (await berthed()).length > 0);
    const [first = ''] = await berthed();
    expect(first).toMatch(/^0[34]:\d\d CNNBO BLCT3 INTERNAL$/);
    // Facts can be read before what follows from them is concluded, and the feed told of it.
    await until('the feed tells of it', async () => {
      const batches = await system.under.query(
        `MATCH (b:FeedBatch) WHERE b.entries CONTAINS 'DERIVED' RETURN b`,
      );
      return batches.length > 0;
    });

    await tell('BERTHED', '2026-11-20T03:42:00Z', { place: placeRef({ unLocode: 'CNNBO', facility: { scheme: 'LOCAL', code: 'BLCT3' } }) }); // prettier-ignore
    expect(await berthed()).toEqual(['03:42 CNNBO BLCT3 TERMINAL+INTERNAL']);

    const before = await derived();
    const wrong: TrackFix = [(track[40]?.[0] ?? 0) + 60, 10, 50, 0, 5];
    await hear([...late.toReversed(), wrong, ...track.slice(10, 20)]);
    await until('the late positions are in the track', async () => {
      const [row] = await system.under.query<{ points: number }>(`MATCH (t:Track {key: $key}) RETURN toFloat(size(t.points) / 3) AS points`, { key: `MMSI:${kapok.mmsi}#2026-11-20` }); // prettier-ignore
      return (row?.points ?? 0) >= track.length;
    });
    await looked();
    expect(await derived()).toEqual(before);
    expect(await berthed()).toEqual(['03:42 CNNBO BLCT3 TERMINAL+INTERNAL']);
  }, 180_000);
});
