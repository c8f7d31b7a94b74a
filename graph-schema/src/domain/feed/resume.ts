import { LANE_START, type FeedPosition, type LanePosition } from './feed-position.ts';

/** What stands of a lane: its last batch, the oldest that is kept, and the mark of the batch that was asked about. */
export interface LaneState {
  readonly lane: number;
  readonly epoch: string;
  readonly seq: number;
  /** Number of the oldest batch kept; `seq` where none is seen yet. */
  readonly floor: number;
  /** Mark of the batch at the position asked about; null: it is not kept. */
  readonly mark: string | null;
}

export const RESYNC_REASONS = ['NO_CURSOR', 'ANOTHER_FEED', 'RESTORED', 'EXPIRED', 'SIGHT_CHANGED'] as const;
export type ResyncReason = (typeof RESYNC_REASONS)[number];

/** Why nobody can go on from a position without missing something; null: he can. */
export function whyResync(
  position: FeedPosition | null,
  sight: string,
  lanes: readonly LaneState[],
): ResyncReason | null {
  if (position === null) return 'NO_CURSOR';
  if (lanes.some(({ epoch }) => epoch !== position.epoch)) return 'ANOTHER_FEED';
  if (position.sight !== sight) return 'SIGHT_CHANGED';
  const reasons = lanes.map((state) => whyNotLane(position.lanes[state.lane], state));
  return reasons.find((reason) => reason === 'RESTORED') ?? reasons.find((reason) => reason !== null) ?? null;
}

function whyNotLane(at: LanePosition | undefined, { seq, floor, mark }: LaneState): ResyncReason | null {
  const read = at ?? LANE_START;
  if (read.seq > seq) return 'RESTORED';
  if (mark !== null && read.mark !== '' && mark !== read.mark) return 'RESTORED';
  const next = read.done > 0 ? read.seq : read.seq + 1;
  return next < floor ? 'EXPIRED' : null;
}
