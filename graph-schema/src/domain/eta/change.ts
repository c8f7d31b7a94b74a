import type { EventTime } from '../tracking-event.ts';
import type { EtaTelling } from './telling.ts';
import type { EtaPart } from './what-moved.ts';

/** Why another ETA took the place of the one before. */
export const ETA_REASONS = [
  /** The first that was told. */ 'FIRST',
  /** Its source moved it by so much that it counts at once. */ 'OVER_THRESHOLD',
  /** Moved by little, and said again later or by somebody else. */ 'CONFIRMED',
  /** The schedule itself was changed. */ 'REPLANNED',
  /** A source whose word counts before. */ 'BETTER_SOURCE',
  /** An estimate in place of a plan, an arrival in place of a discharge, a time in place of a day. */ 'BETTER_KIND',
  /** The source before has been silent for long. */ 'FRESHER_SOURCE',
  /** The one before has passed, and it has not arrived. */ 'OVERDUE',
  /** Another port. */ 'PLACE',
  /** Another ship, train or flight. */ 'RUN',
] as const;
export type EtaReason = (typeof ETA_REASONS)[number];

export interface EtaChange {
  /** Epoch milliseconds: when the telling was received; of OVERDUE perhaps later, when the one before had passed. */
  readonly at: number;
  readonly from: EventTime | null;
  readonly to: EventTime;
  readonly reason: EtaReason;
  /** What it was changed to. */
  readonly telling: EtaTelling;
  /** What stood before; null: nothing. */
  readonly former: EtaTelling | null;
  /** Epoch milliseconds of the last word of the source before, where it is left for its silence; else null. */
  readonly silentSince: number | null;
  /** How much of the move comes from what, where both were computed here; empty: nobody can tell. */
  readonly parts: readonly EtaPart[];
  /** The claim that brought it about: of CONFIRMED perhaps another source's. */
  readonly claimId: string;
}
