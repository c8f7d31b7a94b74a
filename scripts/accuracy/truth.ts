import type { EventCode } from '../../graph-schema/src/domain/event-code.ts';
import type { LoadState } from '../../graph-schema/src/domain/tracking-event.ts';
import type { Town } from './geography.ts';

/** Why a box is used; most worlds of this kind know only the first. */
export type UseKind =
  'SEA' | 'TRANSSHIPMENT' | 'RAIL_AND_SEA' | 'CABOTAGE' | 'EMPTY_REPOSITIONING' | 'OFF_HIRE' | 'SWAPPED_OUT';

export interface Run {
  readonly mode: 'VESSEL' | 'RAIL';
  /** IMO number, or train. */
  readonly means: string;
  /** Voyage, or the date on which the train left. */
  readonly number: string;
}

/** The papers of one use of a box. Several bills: part loads, or a bill that was split. */
export interface Papers {
  readonly booking: string;
  readonly bills: readonly string[];
  /** The bill that was split into `bills` at sea; null: none was. */
  readonly splitFrom: string | null;
  readonly railNote: string | null;
}

/** A move as it happened. */
export interface Move {
  readonly at: number;
  readonly code: EventCode;
  readonly loadState: LoadState;
  readonly place: Town;
  readonly run: Run | null;
  /** Gate moves get lost; quay moves are what carriers always tell; what a warehouse does, few tell. */
  readonly kind: 'GATE' | 'QUAY' | 'WAREHOUSE';
}

/** One use of a box, as it was. */
export interface Use {
  readonly id: number;
  readonly kind: UseKind;
  /** Null: nobody ever writes papers for it. */
  readonly papers: Papers | null;
  readonly moves: readonly Move[];
}

/** A box with all its uses in order of time. */
export interface Life {
  readonly box: string;
  readonly owner: 'CARRIER' | 'LESSOR' | 'SHIPPER';
  readonly uses: readonly Use[];
}

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
