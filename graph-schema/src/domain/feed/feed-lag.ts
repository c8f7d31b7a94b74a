import { LANE_START, type FeedPosition } from './feed-position.ts';
import { whyResync, type LaneState } from './resume.ts';

/** Batches of one lane that are still to be read: from this number to that one, both included. */
export interface UnreadBatches {
  readonly lane: number;
  readonly from: number;
  readonly to: number;
  /** Entries of the first of them that were read already. */
  readonly done: number;
}

/** What somebody has still to read, lane by lane; null: he cannot go on from there without missing something. */
export function unreadFrom(
  position: FeedPosition | null,
  lanes: readonly Omit<LaneState, 'mark'>[],
): readonly UnreadBatches[] | null {
  // Whose position it is does not matter, and that the marks agree is found out when he goes on.
  const states = lanes.map((state) => ({ ...state, mark: null }));
  if (position === null || whyResync(position, position.sight, states) !== null) return null;
  return lanes.flatMap(({ lane, seq: to }) => {
    const { seq, done } = position.lanes[lane] ?? LANE_START;
    const from = done > 0 ? seq : seq + 1;
    return from <= to ? [{ lane, from, to, done }] : [];
  });
}

/** Entries of them that were read already. */
export function doneIn(unread: readonly UnreadBatches[]): number {
  return unread.reduce((sum, { done }) => sum + done, 0);
}

export function batchesIn(unread: readonly UnreadBatches[]): number {
  return unread.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}
