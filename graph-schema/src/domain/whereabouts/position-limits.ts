import type { TrackedMeans } from './tracker.ts';

/** How long a position of one kind of means says where the cargo is. */
export interface MeansLimits {
  /** Up to this age it is shown as where the cargo is now. */
  readonly nowMinutes: number;
  /** Up to this age it is shown as where it was last seen. */
  readonly seenMinutes: number;
  /** Where nobody tells the end, it speaks this long after the last that was told of it; null: until it is told. */
  readonly openHours: number | null;
  /** It speaks this long after it was expected to arrive; null: until its arrival is told. */
  readonly afterDueHours: number | null;
  /** Between two points of a track further apart than this nobody saw the way. */
  readonly gapMinutes: number;
}

export type PositionLimits = Readonly<Record<TrackedMeans, MeansLimits>>;
