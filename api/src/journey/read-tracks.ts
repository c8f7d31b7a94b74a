import DataLoader from 'dataloader';
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
async function readTracks(graph: GraphReader, stretches: readonly TrackStretch[]): Promise<TrackPoint[][]> {
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

/** Most of what moves was seen within so long before an instant: a few day tracks instead of weeks of them. */
const SEEN_OF_LATE_MS = 2 * DAY_MS;

/** The last point of a stretch; all of it is read only where its last days have none. Null: nothing was seen. */
export async function lastPoint(
  load: (stretch: TrackStretch) => Promise<readonly TrackPoint[]>,
  stretch: TrackStretch,
): Promise<TrackPoint | null> {
  const { from, until } = stretch;
  const late = Math.max(from, until - SEEN_OF_LATE_MS);
  const seen = (await load({ ...stretch, from: late })).at(-1);
  if (seen || late === from) return seen ?? null;
  return (await load({ ...stretch, until: late })).at(-1) ?? null;
}

/** Stretches that are asked for together are read together, and each once. */
export function trackLoader(graph: GraphReader): DataLoader<TrackStretch, readonly TrackPoint[], string> {
  return new DataLoader((stretches) => readTracks(graph, stretches), {
    cacheKeyFn: ({ key, from, until, knownBy }) => `${key} ${from} ${until} ${knownBy}`,
  });
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
