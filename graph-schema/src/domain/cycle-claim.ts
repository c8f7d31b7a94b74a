import type { EventClassifier, EventCode } from './event-code.ts';
import type { IdentifierKey } from './identifier.ts';
import type { TownPoint } from './town-points.ts';
import type { LoadState } from './tracking-event.ts';

/** What the cutting of a container's history into cycles needs to know of one claim. */
export interface CycleClaim {
  readonly id: string;
  /** Epoch milliseconds of the event time. */
  readonly at: number;
  readonly code: EventCode;
  readonly classifier: EventClassifier;
  readonly loadState: LoadState | null;
  /** Documents named with the box in this claim. */
  readonly documents: readonly IdentifierKey[];
  /** The claim is about a document that lists the box; it ties the box to the document, but is no move of the box. */
  readonly listing: boolean;
  /** The voyage, train run or flight that the claim names; null where it names none. */
  readonly run: IdentifierKey | null;
  /** UN/LOCODE of where it happened; null where none is told. */
  readonly place: string | null;
  /** Where that lies; null where no table knows. */
  readonly point: TownPoint | null;
}

/**
 * How far along one use of a container a move is. Moves that can happen at any point have none.
 * The order is the usual one of DCSA's equipment journey, empty pick-up to empty return.
 */
export function cycleStage(claim: Pick<CycleClaim, 'code' | 'loadState'>): number | null {
  switch (claim.code) {
    case 'EMPTY_RELEASED':
      return 0;
    case 'GATED_OUT':
      return claim.loadState === 'EMPTY' ? 1 : 7;
    case 'PICKED_UP':
    case 'STUFFED':
      return 2;
    case 'GATED_IN':
      return claim.loadState === 'EMPTY' ? 9 : 3;
    case 'LOADED':
      return 4;
    case 'DEPARTED':
    case 'ARRIVED':
      return 5;
    case 'DISCHARGED':
      return 6;
    case 'DELIVERED':
    case 'STRIPPED':
      return 8;
    default:
      return null;
  }
}

/** An actual empty pick-up: a use of the container begins. */
export function opensCycle(claim: CycleClaim): boolean {
  return isMove(claim) && claim.code === 'GATED_OUT' && claim.loadState === 'EMPTY';
}

/** An actual empty return: a use of the container ends. */
export function closesCycle(claim: CycleClaim): boolean {
  return isMove(claim) && claim.code === 'GATED_IN' && claim.loadState === 'EMPTY';
}

export function isMove(claim: CycleClaim): boolean {
  return claim.classifier === 'ACTUAL' && !claim.listing;
}

/** By time, then by stage, then by id: the same order for the same set. */
export function inOrder(a: CycleClaim, b: CycleClaim): number {
  if (a.at !== b.at) return a.at - b.at;
  return (cycleStage(a) ?? 5) - (cycleStage(b) ?? 5) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
