import { lockTracks, writeTracks } from 'graph-schema/cypher/write/extend-track';
import { updateMeans } from 'graph-schema/cypher/write/update-means';
import type { PositionReport, VesselStatic } from 'graph-schema/domain/position';
import type { Topics } from 'graph-schema/topics';
import {
  boxOfTrack,
  packFixes,
  thinTrack,
  unionOfTracks,
  unpackFixes,
  type TrackFix,
} from 'graph-schema/geo/track';
import { unionOfSigns } from 'graph-schema/geo/call-signs';
import { lateReceipts } from 'graph-schema/geo/late-fixes';
import type { Graph } from './graph.ts';

type TrackRow = NonNullable<(typeof writeTracks)['params']>['rows'][number];
type MeansRow = NonNullable<(typeof updateMeans)['params']>['rows'][number];

/** Keeps the newest position and the thinned day track of each means of transport; positions never become nodes. */
export async function writePositions(
  graph: Graph,
  source: string,
  receivedAt: string,
  positions: readonly PositionReport[],
  statics: readonly VesselStatic[],
): Promise<Topics['position:changed'][]> {
  if (positions.length + statics.length === 0) return [];
  const means = newestOf(source, positions, statics);
  const tracks = pointsByDay(positions);
  const heard = signsByDay(positions);
  await graph.write(async (tx) => {
    await tx.run(updateMeans, { rows: [...means.values()].sort((a, b) => (a.key < b.key ? -1 : 1)) });
    if (tracks.size === 0) return;
    const stored = await tx.run(lockTracks, { keys: [...tracks.keys()].sort() });
    const came = Math.floor(Date.parse(receivedAt) / 1000);
    const rows = stored.map(({ key, points, motion, late, signs }): TrackRow => {
      const day = key.slice(key.lastIndexOf('#') + 1);
      const subject = key.slice(0, key.lastIndexOf('#'));
      const [before, received] = [unpackFixes(points, motion), tracks.get(key) ?? []];
      const kept = thinTrack(unionOfTracks(before, received));
      const track = packFixes(kept);
      const flown = unionOfSigns(signs, heard.get(key) ?? []);
      const isKnown =
        isSame(track.points, points) && isSame(track.motion, motion) && flown.length === signs.length;
      const isNews = hasCalls(subject) && !isKnown;
      return [
        key,
        subject,
        day,
        track.points,
        track.motion,
        isNews,
        lateReceipts(late, before, received, came, kept),
        flown,
        boxOfTrack(kept),
      ];
    });
    await tx.run(writeTracks, { rows });
  });
  return [...means.values()]
    .filter((row) => row.position !== null)
    .flatMap((row) => {
      const at = new Date(row.at).toISOString();
      return namesOf(row).map((subject) => ({ subject, at }));
    });
}

/** What followers may know it by: they cannot know under which key it is stored before it was heard once. */
function namesOf({ key, imo, callSign }: MeansRow): string[] {
  const names = [key];
  if (imo !== null) names.push(`VESSEL:${imo}`);
  if (callSign !== null && key.startsWith('AIRCRAFT:')) names.push(`CALLSIGN:${callSign}`);
  return names;
}

function newestOf(
  source: string,
  positions: readonly PositionReport[],
  statics: readonly VesselStatic[],
): Map<string, MeansRow> {
  const means = new Map<string, MeansRow>();
  const rowOf = (key: string): MeansRow => {
    let row = means.get(key);
    if (!row)
      means.set(
        key,
        (row = {
          key,
          imo: null,
          name: null,
          callSign: null,
          destination: null,
          position: null,
          at: -1,
          source,
        }),
      );
    return row;
  };
  for (const known of statics) {
    const row = rowOf(known.subject);
    row.imo = known.vesselImo ?? row.imo;
    row.name = known.vesselName ?? row.name;
    row.callSign = known.callSign ?? row.callSign;
    row.destination = known.destination ?? row.destination;
  }
  for (const report of positions) {
    const row = rowOf(report.subject);
    row.imo = report.vesselImo ?? row.imo;
    row.name = report.vesselName ?? row.name;
    row.callSign = report.callSign ?? row.callSign;
    row.destination = report.destination ?? row.destination;
    const at = Date.parse(report.at);
    if (at >= row.at) {
      row.at = at;
      row.position = JSON.stringify(report);
    }
  }
  return means;
}

/** `<subject>#<UTC day>` → points of that day. */
function pointsByDay(positions: readonly PositionReport[]): Map<string, TrackFix[]> {
  const days = new Map<string, TrackFix[]>();
  for (const report of positions) {
    const key = `${report.subject}#${report.at.slice(0, 10)}`;
    const { longitude, latitude, speedKnots, navigationStatus } = report;
    const at = Math.floor(Date.parse(report.at) / 1000);
    const point: TrackFix = [at, longitude, latitude, speedKnots, navigationStatus];
    const points = days.get(key);
    if (points) points.push(point);
    else days.set(key, [point]);
  }
  return days;
}

/** `<subject>#<UTC day>` → call signs of aircraft heard on that day. */
function signsByDay(positions: readonly PositionReport[]): Map<string, [at: number, sign: string][]> {
  const days = new Map<string, [number, string][]>();
  for (const { subject, at, callSign } of positions) {
    if (callSign === null || !subject.startsWith('AIRCRAFT:')) continue;
    const key = `${subject}#${at.slice(0, 10)}`;
    const sign: [number, string] = [Math.floor(Date.parse(at) / 1000), callSign];
    const list = days.get(key);
    if (list) list.push(sign);
    else days.set(key, [sign]);
  }
  return days;
}

/** Ships, trains and aircraft call at places; trucks and boxes are told of by gates. */
function hasCalls(subject: string): boolean {
  return /^(?:MMSI|TRAIN_RUN|AIRCRAFT):/.test(subject);
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
