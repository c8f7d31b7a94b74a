import type { Step } from '../story.ts';
import type { Mover } from '../world/movers.ts';
import type { Sailing } from '../world/sailings.ts';

/** A number that a visitor can look up, with what it leads to. */
export interface SampleNumber {
  readonly kind:
    'MASTER_BILL' | 'HOUSE_BILL' | 'BOOKING' | 'CONTAINER' | 'AWB' | 'RAIL_NOTE' | 'DECLARATION' | 'TRANSIT';
  readonly number: string;
  readonly noteEn: string;
  readonly noteZh: string;
}

/** One cargo from booking to the end of its use of boxes: what everybody says about it, and which ships carry it. */
export interface Journey {
  /** Starts all message references of the journey. */
  readonly letter: string;
  readonly title: string;
  readonly steps: readonly Step[];
  readonly sailings: readonly Sailing[];
  readonly movers?: readonly Mover[];
  readonly numbers: readonly SampleNumber[];
}
