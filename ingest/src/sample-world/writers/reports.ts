import type { Moment } from '../moment.ts';
import type { Terminal } from '../world/places.ts';
import type { Sailing } from '../world/sailings.ts';

/** BGM 1225, JT function: original, replacement, cancellation. */
export type MessageFunction = 'ORIGINAL' | 'REPLACE' | 'CANCEL';

export type Trade = 'EXPORT' | 'IMPORT' | 'TRANSSHIPMENT';

/** A container as a terminal writes it down. */
export interface Box {
  readonly number: string;
  readonly sizeType: string;
  readonly full: boolean;
  readonly bill?: string;
  readonly booking?: string;
  readonly seal?: string;
  readonly grossKg?: number;
  /** Bay, row, tier: BBBRRTT. */
  readonly slot?: string;
  /** When it differs from the report's time. */
  readonly at?: Moment;
}

/** What brought a box to the gate, or took it away. */
export type GateCarriage =
  | { readonly mode: 'TRUCK'; readonly plate: string; readonly carrier: string }
  | { readonly mode: 'RAIL'; readonly wagon: string; readonly carrier: string };

/** A gate move of one or more boxes (CODECO). */
export interface GateReport {
  readonly direction: 'IN' | 'OUT';
  readonly function?: MessageFunction;
  /** The sender's reference where it is not the running one: a correction repeats that of the corrected. */
  readonly reference?: string;
  readonly terminal: Terminal;
  readonly trade: Trade;
  readonly carriage: GateCarriage;
  /** Vessel that the box came with or is meant for; depots do not know. */
  readonly sailing?: Sailing;
  readonly carrierScac: string;
  readonly boxes: readonly Box[];
}

/** Boxes loaded on or discharged from a vessel (COARRI). */
export interface VesselReport {
  readonly direction: 'LOAD' | 'DISCHARGE';
  readonly function?: MessageFunction;
  readonly reference?: string;
  readonly terminal: Terminal;
  readonly trade: Trade;
  readonly sailing: Sailing;
  readonly carrierScac: string;
  readonly portOfLoading: string;
  readonly portOfDischarge: string;
  readonly boxes: readonly Box[];
}
