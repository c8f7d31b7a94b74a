import { laneStates, placesAt } from 'graph-schema/cypher/feed/lane-states';
import type { Asks } from 'graph-schema/cypher/statement';
import {
  parseCursor,
  shortHash,
  writeCursor,
  type FeedPosition,
} from 'graph-schema/domain/feed/feed-position';
import { whyResync } from 'graph-schema/domain/feed/resume';
import type { FeedReader } from '../access/own-rules.ts';
import { ResyncError } from './resync-error.ts';

/** Names what somebody may see, and by which limits of his own he is judged. */
export function sightName({ sight, own }: FeedReader): string {
  const seen = sight === 'ALL' ? 'all' : shortHash([...sight].sort().join('\n'));
  return own === null ? seen : `${seen}${BETWEEN}${shortHash(own)}`;
}

const BETWEEN = '.';

/** The same limits, of whoever sees what a reader sees by now. */
export function seenBy(sight: string, { sight: now }: Pick<FeedReader, 'sight'>): string {
  const [, ...limits] = sight.split(BETWEEN);
  return [sightName({ sight: now, own: null }), ...limits].join(BETWEEN);
}

/** Behind everything that the feed holds now, or held before an instant (ISO 8601). */
export async function positionAt(
  graph: Asks,
  reader: FeedReader,
  instant: string | null,
): Promise<FeedPosition> {
  const places = instant === null ? [] : await graph.run(placesAt, { at: new Date(instant).toISOString() });
  const rows = await graph.run(laneStates, { seqs: places.map(({ seq }) => seq) });
  return {
    epoch: rows[0]?.epoch ?? '',
    sight: sightName(reader),
    lanes: rows.map(({ lane, seq, mark }) => ({
      seq: Math.min(places[lane]?.seq ?? seq, seq),
      done: 0,
      mark: mark ?? '',
    })),
  };
}

/** Where a cursor says, if one can go on from there; else what to do instead. */
export async function resumeAt(
  graph: Asks,
  reader: FeedReader,
  cursor: string,
): Promise<FeedPosition | ResyncError> {
  const position = parseCursor(cursor);
  const rows = await graph.run(laneStates, { seqs: position?.lanes.map(({ seq }) => seq) ?? [] });
  const states = rows.map((row) => ({ ...row, epoch: row.epoch ?? '' }));
  const reason = whyResync(position, sightName(reader), states);
  if (reason === null && position !== null) return position;
  return new ResyncError(reason ?? 'NO_CURSOR', writeCursor(await positionAt(graph, reader, null)));
}
