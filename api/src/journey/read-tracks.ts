import { listTracks } from 'graph-schema/cypher/read/means-of-transport';
import { unpackLate } from 'graph-schema/geo/late-fixes';
import { unpackTrack, type TrackPoint } from 'graph-schema/geo/track';
import type { GraphReader } from '../graph.ts';

/** What is asked of a track: the points between two instants, epoch milliseconds. */
export interface TrackStretch {
  readonly key: string;
  readonly from: number;
  readonly until: number;
  /** Only what had been received by then; null: by now. */
  readonly knownBy: number | null;
}

/** Nothing carries a cargo longer, and no map shows more. */
const DAYS_MAX = 90;
const DAY_MS = 86_400_000;

/** The stretches of several tracks, one statement for all. */
export async function readTracks(
  graph: GraphReader,
  stretches: readonly TrackStretch[],
): Promise<TrackPoint[][]> {
  const rows = stretches.map(({ key, from, until }): [string, string, string] => [
    key,
    day(Math.max(from, until - DAYS_MAX * DAY_MS)),
    day(until),
  ]);
  const found = await graph.run(listTracks, { rows });
  const days = new Map(found.map((row) => [row.key, row.days]));
  return stretches.map(({ key, from, until, knownBy }) =>
    (days.get(key) ?? [])
      .flatMap(({ points, late }) => {
        const receipts = knownBy === null ? null : unpackLate(late);
        const isKnown = (at: number) =>
          receipts === null || (receipts.get(at) ?? at) * 1000 <= (knownBy ?? 0);
        return unpackTrack(points).filter(([at]) => isKnown(at));
      })
      .filter(([at]) => at * 1000 >= from && at * 1000 <= until),
  );
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
