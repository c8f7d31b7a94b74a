import type { Asks } from 'graph-schema/cypher/statement';
import type { Asker } from 'graph-schema/domain/access/asker';
import type { FeedFilter } from 'graph-schema/domain/feed/feed-filter';
import { parseCursor, writeCursor, type FeedPosition } from 'graph-schema/domain/feed/feed-position';
import type { AccountGraph } from '../access/account-graph.ts';
import { feedReader, type FeedReader } from '../access/own-rules.ts';
import { filterNow, type FilterNow } from '../watch/filter-now.ts';
import { ForgottenError, type FeedHub, type HubPage } from './feed-hub.ts';
import { positionAt, resumeAt, seenBy, sightName } from './find-position.ts';
import { ResyncError } from './resync-error.ts';

/** Where a follower reads, in memory: it may be ahead of the stored cursor, over what nobody wanted. */
export interface ReadingPlace {
  cursor: string;
  position: FeedPosition | null;
  /** By which limits of its owner's own it was read; left out: not yet. */
  own?: string | null;
  /** Reads what its filter names; left out: not yet. */
  filterNow?: FilterNow;
}

/** With what somebody begins anew: other rights or limits, other limits alone, or neither. */
type AnewWith = 'SIGHT' | 'LIMITS' | 'NEITHER';

/** While nothing is wanted, a place is written down after so many batches of the feed. */
export const MOVED_MIN = 500;

interface Reading {
  readonly graph: Asks;
  readonly accounts: Pick<AccountGraph, 'read'>;
  readonly feed: FeedHub;
}

export interface ReadPage {
  readonly page: HubPage;
  /** Batches that it lies ahead of the place. */
  readonly passed: number;
  /** The filter, with what is in its watch list by now. */
  readonly filter: FeedFilter;
}

/**
 * What follows the place of a follower that keeps its cursor and filter (JSON) in the graph; or why it cannot go on. `anewWith`: whether
 * that he sees other things by now is such a reason, since of what opened to him before he was not told; or only that he is judged by
 * other limits, since what they find open he was not told.
 */
export async function readOn(
  { graph, accounts, feed }: Reading,
  place: ReadingPlace,
  asker: Asker,
  row: { readonly cursor: string; readonly filter: string },
  { first, anewWith }: { readonly first: number; readonly anewWith: AnewWith },
): Promise<ReadPage | ResyncError> {
  const reader = feedReader(asker);
  let { position } = place;
  if (position === null || place.cursor !== row.cursor || place.own !== reader.own) {
    const found = await resumeAt(graph, reader, cursorFor(row.cursor, reader, anewWith));
    if (found instanceof ResyncError) return found;
    place.cursor = row.cursor;
    place.own = reader.own;
    place.position = position = found;
    await feed.look();
  }
  place.filterNow ??= filterNow({ graph, accounts });
  const filter = await place.filterNow(asker, JSON.parse(row.filter) as FeedFilter);
  try {
    const page = await feed.page(position, { ...reader, filter }, first);
    return { page, passed: passedBetween(position, page.position), filter };
  } catch (error) {
    if (!(error instanceof ForgottenError)) throw error;
    return new ResyncError('EXPIRED', writeCursor(await positionAt(graph, reader, null)));
  }
}

/** The same place for whoever sees other things now, or is judged by other limits, as far as he does not begin anew with that. */
function cursorFor(cursor: string, reader: FeedReader, anewWith: AnewWith): string {
  const position = anewWith === 'SIGHT' ? null : parseCursor(cursor);
  if (!position) return cursor;
  const sight = anewWith === 'LIMITS' ? seenBy(position.sight, reader) : sightName(reader);
  return writeCursor({ ...position, sight });
}

function passedBetween(from: FeedPosition, to: FeedPosition): number {
  return to.lanes.reduce((sum, { seq }, lane) => sum + seq - (from.lanes[lane]?.seq ?? 0), 0);
}
