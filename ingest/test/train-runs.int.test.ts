import { journeyFacts, type ClaimRow } from 'graph-schema/cypher/read/journey-facts';
import { runClaims } from 'graph-schema/cypher/read/run-claims';
import type { aboardOf } from 'graph-schema/domain/aboard';
import type { FactClaim } from 'graph-schema/domain/journey/facts';
import { inheritedClaims, staysOf } from 'graph-schema/domain/known/inheritance';
import { knownShips } from 'graph-schema/domain/ship-names';
import { readClaim } from 'graph-schema/identity/claim-text';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openIngestUnderTest, type IngestUnderTest } from './ingest-under-test.ts';

// What railways publish of a train is posted like anything else, and is on the train's run for the cargo that it carries.
let system: IngestUnderTest;
beforeAll(async () => {
  system = await openIngestUnderTest();
}, 120_000);
afterAll(() => system.close());

const loaded = (note: string, box: string, train: string, date: string) =>
  `运单号,箱号,车次,始发日期,发站,到站,阶段,时间\n${note},${box},${train},${date},西安国际港,杜伊斯堡,装车,${date} 09:00\n`;

const GTFS = JSON.stringify({
  header: { gtfs_realtime_version: '2.0', incrementality: 'FULL_DATASET', timestamp: '1795140000' },
  entity: [
    {
      id: 'u1',
      trip_update: {
        trip: { trip_id: 'X8001', start_date: '20261119', schedule_relationship: 'SCHEDULED' },
        stop_time_update: [
          { stop_sequence: 1, stop_id: 'XAP', departure: { delay: 300, time: '1795082700', uncertainty: 0 } },
          { stop_sequence: 2, stop_id: 'HGS', arrival: { time: '1795258800' } },
        ],
      },
    },
  ],
});

const TAF = `<?xml version="1.0" encoding="UTF-8"?>
<TrainRunningInformationMessage xmlns="http://www.era.europa.eu/schemes/TAFTSI/3.4">
<MessageHeader><MessageReference><MessageType>4005</MessageType><MessageTypeVersion>3.4.1</MessageTypeVersion><MessageIdentifier>tri-1</MessageIdentifier><MessageDateTime>2026-11-20T07:16:10+1:00</MessageDateTime></MessageReference><Sender>0051</Sender><Recipient>2151</Recipient></MessageHeader>
<MessageStatus>1</MessageStatus>
<OperationalTrainNumberIdentifier><OperationalTrainNumber>40251</OperationalTrainNumber><ScheduledTimeAtHandover>2026-11-18T23:10:00+1:00</ScheduledTimeAtHandover></OperationalTrainNumberIdentifier>
<TrainLocationReport><Location><CountryCodeISO>PL</CountryCodeISO><LocationPrimaryCode>07250</LocationPrimaryCode><PrimaryLocationName>Małaszewicze</PrimaryLocationName></Location><LocationDateTime>2026-11-20T07:15:00+1:00</LocationDateTime><TrainLocationStatus>05</TrainLocationStatus><BookedLocationDateTime>2026-11-20T06:55:00+1:00</BookedLocationDateTime><TrainDelay><AgainstBooked>+0020</AgainstBooked></TrainDelay></TrainLocationReport>
</TrainRunningInformationMessage>`;

const factOf = ([id, text, cycleId]: ClaimRow): FactClaim => ({
  id,
  event: readClaim(text),
  cycleId,
  inherited: false,
  voices: [],
});

/** What a cargo takes over from the run of its train. */
async function takenOver(note: string, run: string): Promise<string[]> {
  const { graph, query } = system.under;
  const [row] = await query<{ id: string }>('MATCH (s:Shipment {anchor: $anchor}) RETURN s.id AS id', {
    anchor: `RAIL_NOTE:${note}`,
  });
  const [facts] = await graph.read((tx) => tx.run(journeyFacts, { ids: [row?.id ?? ''] }));
  if (!facts) throw new Error(`no shipment of ${note}`);
  const own = facts.claims.map(factOf);
  const uses = facts.cycles.map(({ container, aboard }) => ({
    container,
    aboard: JSON.parse(aboard) as ReturnType<typeof aboardOf>,
  }));
  const ofRun = await graph.read((tx) => tx.run(runClaims, { runs: [[run, 0, 9e15]] }));
  const told = new Map(ofRun.map((one) => [one.run, one.claims.map(factOf)]));
  return inheritedClaims(staysOf(uses, own), own, knownShips([]), (key) => told.get(key) ?? [])
    .map(({ event }) => `${event.code} ${event.classifier} ${event.place?.railStation} ${event.time.instant}`)
    .sort();
}

describe('a train that a railway tells of', () => {
  it.each([
    ['GTFS-Realtime', '26638154', 'CBHU1234561', 'X8001', '2026-11-19', GTFS, 'gtfs-realtime', 'DEPARTED ACTUAL XAP 2026-11-19T10:05:00Z'],
    ['TAF TSI', '26638155', 'CBHU3804175', '40251', '2026-11-18', TAF, 'taf-train-running', 'PASSED ACTUAL MLW 2026-11-20T06:15:00Z'],
  ])('%s is on the run of the train, and with its cargo', async (_, note, box, train, date, message, format, wanted) => {
    const ids = [await system.send(loaded(note, box, train, date)), await system.send(message)];
    await system.read(ids);
    const rows = await system.rawRows();
    expect(ids.map((id) => rows.find((one) => one.id === id)?.format)).toEqual(['rail-note-csv', format]);
    expect(await takenOver(note, `TRAIN_RUN:${train}@${date}`)).toContain(wanted);
  }); // prettier-ignore
});
