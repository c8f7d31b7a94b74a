import { laneStates, placesAt } from 'graph-schema/cypher/feed/lane-states';
import type { Asks } from 'graph-schema/cypher/statement';
import type { Asker } from 'graph-schema/domain/access/asker';
import {
  parseCursor,
  shortHash,
  writeCursor,
  type FeedPosition,
} from 'graph-schema/domain/feed/feed-position';
import { whyResync } from 'graph-schema/domain/feed/resume';
import { ResyncError } from './resync-error.ts';

/** Names what somebody may see. */
export function sightName(sight: Asker['sight']): string {
  return sight === 'ALL' ? 'all' : shortHash([...sight].sort().join('\n'));
}

/** Behind everything that the feed holds now, or held before an instant (ISO 8601). */
export async function positionAt(
  graph: Asks,
  sight: Asker['sight'],
  instant: string | null,
): Promise<FeedPosition> {
  const places = instant === null ? [] : await graph.run(placesAt, { at: new Date(instant).toISOString() });
  const rows = await graph.run(laneStates, { seqs: places.map(({ seq }) => seq) });
  return {
    epoch: rows[0]?.epoch ?? '',
    sight: sightName(sight),
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
  sight: Asker['sight'],
  cursor: string,
): Promise<FeedPosition | ResyncError> {
  const position = parseCursor(cursor);
  const rows = await graph.run(laneStates, { seqs: position?.lanes.map(({ seq }) => seq) ?? [] });
  const states = rows.map((row) => ({ ...row, epoch: row.epoch ?? '' }));
  const reason = whyResync(position, sightName(sight), states);
  if (reason === null && position !== null) return position;
  return new ResyncError(reason ?? 'NO_CURSOR', writeCursor(await positionAt(graph, sight, null)));
}
