import type { PlaceRef } from '../tracking-event.ts';
import type { Rate } from './tariff.ts';

/** What begins to cost when free time is over. */
export const FREE_TIME_KINDS = [
  /** Full, within the terminal 滞期费. */ 'DEMURRAGE',
  /** Out of the terminal and not back empty 滞箱费、超期用箱费. */ 'DETENTION',
  /** The terminal's own charge for the ground 堆存费. */ 'STORAGE',
  /** Not entered in time: customs take it into a warehouse (US). */ 'GENERAL_ORDER',
] as const;
export type FreeTimeKind = (typeof FREE_TIME_KINDS)[number];

/** Who set it: the carrier or its agent, the terminal, or the published tariff that we count by. */
export type FreeTimeBasis = 'ARRIVAL_NOTICE' | 'TERMINAL' | 'TARIFF';

/** One free time of a box, or of all boxes together. Several may run side by side; the binding one is what counts. */
export interface FreeTimeClock {
  /** Null: the term names no box and holds for all. */
  readonly container: string | null;
  /** Null: which charge it is for is not told. */
  readonly kind: FreeTimeKind | null;
  readonly basis: FreeTimeBasis;
  /** `YYYY-MM-DD`, a date at the place: the last day on which it is free. */
  readonly lastFreeDay: string;
  /** Epoch milliseconds at which it is over: of a day the midnight that ends it there. */
  readonly endsAt: number;
  /** Epoch milliseconds since when it runs; null: the box has not come there yet. */
  readonly startedAt: number | null;
  /** Epoch milliseconds since when nothing can cost any more: gone from the terminal, or back empty. Null: it runs. */
  readonly stoppedAt: number | null;
  readonly place: PlaceRef | null;
  /** IANA zone whose midnights count. */
  readonly zone: string;
  /** Whether of all for this box and charge it is the one that counts: the earliest of those that may bind. */
  readonly binding: boolean;
  /** False: a year of the calendar that it was counted by is not known, so that it may end later. */
  readonly isCertain: boolean;
  /** False: counted by a sample tariff of common practice, which nobody concerned confirms. */
  readonly isConfirmed: boolean;
  /** Boxes that still stand where it costs; of a cargo without boxes one null. */
  readonly open: readonly (string | null)[];
  /** What a day costs afterwards, by the tariff that fits; empty: not known. */
  readonly rates: readonly Rate[];
  /** The tariff that it was counted by, or that says what a day costs; null: none fits. */
  readonly tariff: string | null;
  /** Claims that set it, or from which it was counted. */
  readonly evidence: readonly string[];
  /** Claims that stopped it. */
  readonly closing: readonly string[];
}
