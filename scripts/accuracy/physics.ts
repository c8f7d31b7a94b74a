import { hoursByRoad, leastHours, type Town } from './geography.ts';
import type { Told } from './tellings.ts';
import { DAY_MS, HOUR_MS, type Run } from './truth.ts';

/** Where a box is between two moves: in a depot, on the road, in a terminal or aboard. */
export type Where =
  | { readonly kind: 'DEPOT' | 'TERMINAL'; readonly town: Town }
  | { readonly kind: 'ROAD'; readonly town: Town; readonly isFull: boolean }
  | { readonly kind: 'ABOARD'; readonly run: Run; readonly town: Town };

/** Clocks differ by this much. */
const SKEW_MS = 2 * HOUR_MS;
/** One move is told of times within this. */
export const SAME_MOVE_MS = 1.5 * DAY_MS;
/** Quay moves are told by carriers, who lose none; so one that nobody told weighs as two gate moves. */
const QUAY_UNTOLD = 2;

type Moved = Pick<Told, 'code' | 'loadState' | 'place' | 'run' | 'at'>;

/** Where the box must have been for the move to happen. */
export function needed({ code, loadState, place, run }: Moved): Where {
  switch (code) {
    case 'GATED_OUT':
      return { kind: loadState === 'EMPTY' ? 'DEPOT' : 'TERMINAL', town: place };
    case 'GATED_IN':
      return { kind: 'ROAD', town: place, isFull: loadState === 'FULL' };
    case 'STUFFED':
      return { kind: 'ROAD', town: place, isFull: false };
    case 'STRIPPED':
      return { kind: 'ROAD', town: place, isFull: true };
    case 'LOADED':
      return loadState === 'EMPTY'
        ? { kind: 'ROAD', town: place, isFull: false }
        : { kind: 'TERMINAL', town: place };
    default:
      return run ? { kind: 'ABOARD', run, town: place } : { kind: 'TERMINAL', town: place };
  }
}

/** Where the box is after the move. */
export function left({ code, loadState, place, run }: Moved): Where {
  const isFull = loadState === 'FULL';
  switch (code) {
    case 'GATED_OUT':
      return { kind: 'ROAD', town: place, isFull };
    case 'GATED_IN':
      return { kind: isFull ? 'TERMINAL' : 'DEPOT', town: place };
    case 'STUFFED':
    case 'STRIPPED':
      return { kind: 'ROAD', town: place, isFull: code === 'STUFFED' };
    case 'DISCHARGED':
      return isFull ? { kind: 'TERMINAL', town: place } : { kind: 'ROAD', town: place, isFull: false };
    default:
      return run ? { kind: 'ABOARD', run, town: place } : { kind: 'TERMINAL', town: place };
  }
}

/**
 * How many moves nobody told lie between two that were told; infinite where no time suffices. With `isEmptied` the box
 * must have been empty in between, as it is between two uses.
 */
export function untold(before: Moved, after: Moved, isEmptied = false): number {
  if (isSameQuayMove(before, after)) return isEmptied ? Infinity : 0;
  const [from, to] = [left(before), needed(after)];
  const tookHours = (after.at - before.at + SKEW_MS) / HOUR_MS;
  if (leastHours(from.town, to.town) > tookHours) return Infinity;
  const moves = stepsBetween(from, to, isEmptied);
  if (from.kind === 'ABOARD' || to.kind === 'ABOARD') return moves;
  // What no road leads to is reached by a ship, which somebody would have told.
  return hoursByRoad(from.town, to.town) === null ? moves + 2 * QUAY_UNTOLD : moves;
}

function stepsBetween(from: Where, to: Where, isEmptied: boolean): number {
  if (from.kind === 'ABOARD' && to.kind === 'ABOARD') {
    return isSameRun(from.run, to.run) && !isEmptied ? 0 : 2 * QUAY_UNTOLD + (isEmptied ? 2 : 0);
  }
  if (from.kind === 'ABOARD')
    return QUAY_UNTOLD + (to.kind === 'TERMINAL' && !isEmptied ? 0 : 1 + steps('ROAD', to.kind));
  if (to.kind === 'ABOARD')
    return QUAY_UNTOLD + (from.kind === 'TERMINAL' && !isEmptied ? 0 : steps(from.kind, 'ROAD') + 1);
  const isOnTheSpot =
    from.kind === to.kind && from.kind !== 'ROAD' && from.town.unLocode === to.town.unLocode;
  if (isOnTheSpot && (from.kind === 'DEPOT' || !isEmptied)) return 0;
  return steps(from.kind, 'ROAD') + steps('ROAD', to.kind);
}

function steps(from: Where['kind'], to: Where['kind']): number {
  return from === to ? 0 : 1;
}

function isSameQuayMove(a: Moved, b: Moved): boolean {
  if (a.code !== b.code || (a.code !== 'LOADED' && a.code !== 'DISCHARGED')) return false;
  return (
    isSameRun(a.run, b.run) && a.place.unLocode === b.place.unLocode && Math.abs(a.at - b.at) < SAME_MOVE_MS
  );
}

function isSameRun(a: Run | null, b: Run | null): boolean {
  return a !== null && b !== null && a.means === b.means && a.number === b.number;
}
