import type { EtaBasis } from './telling.ts';

/** When a told ETA takes the place of the one before: data, tuned by the operator. */
export interface EtaPolicy {
  /** Nearest first; the last has no limit. Of the arrival, counted from the receipt. */
  readonly thresholds: readonly {
    /** Hours ahead up to which the row holds; null: without limit. */
    readonly withinHours: number | null;
    /** From this move on an estimate said once counts at once. */
    readonly moveMinutes: number;
  }[];
  /** A smaller move counts when its source says it again this much later. */
  readonly confirmMinutes: number;
  /** Two times this close say the same. */
  readonly sameMinutes: number;
  /** A source silent for longer gives way to one that has spoken since. */
  readonly staleHours: number;
  /** What counts before what. */
  readonly order: readonly EtaBasis[];
}

/** For whoever has no policy: what the followed source says last counts at once. */
export const LAST_TOLD: EtaPolicy = {
  thresholds: [{ withinHours: null, moveMinutes: 0 }],
  confirmMinutes: 0,
  sameMinutes: 0,
  staleHours: 0,
  order: ['ESTIMATED', 'COMPUTED', 'PLANNED'],
};

const HOUR_MS = 3_600_000;

/** Minutes by which an arrival that lies `aheadMs` ahead must move to count at once. */
export function thresholdOf({ thresholds }: EtaPolicy, aheadMs: number): number {
  const row = thresholds.find(({ withinHours }) => withinHours === null || aheadMs <= withinHours * HOUR_MS);
  if (!row) throw new Error('an ETA policy ends with a row without limit');
  return row.moveMinutes;
}
