import { at, idsOf, isSamePlace, lastOfAll } from '../exceptions/moves.ts';
import { boxesConcerned, type Cargo } from '../exceptions/cargo.ts';
import type { Milestone } from '../journey/milestone.ts';
import type { PlaceRef } from '../tracking-event.ts';
import type { FreeTimeKind } from './free-time-clock.ts';

/** From when to when a free time of one box, or of all, can cost. */
export interface Span {
  readonly startedAt: number | null;
  readonly stoppedAt: number | null;
  readonly closing: readonly string[];
  readonly open: readonly (string | null)[];
}

/** `box`: null for a term that names none, and holds until the last box has gone. */
export function spanOf(
  cargo: Cargo,
  kind: FreeTimeKind | null,
  box: string | null,
  place: PlaceRef | null,
): Span {
  const boxes = boxesConcerned(cargo, box);
  const came = boxes.map((one) => arrivalAt(cargo.movesOf(one), place)).filter((m) => m !== null);
  const endOf = (one: string | null) =>
    kind === 'DETENTION' ? returned(cargo.movesOf(one)) : hasLeft(cargo.movesOf(one), place);
  const over = lastOfAll(boxes, endOf);
  const ends = boxes.map((one) => {
    const told = endOf(one);
    return told ? at(told) : nextUse(cargo, one);
  });
  const known = ends.filter((end) => end !== null);
  return {
    startedAt: came.length > 0 ? Math.min(...came.map(at)) : null,
    stoppedAt: known.length === ends.length ? Math.max(...known) : null,
    closing: idsOf(over),
    open: boxes.filter((_, index) => ends[index] === null),
  };
}

/**
 * When the box began to serve another cargo: whoever told no return, or had none to tell (重去重回), owes nothing for it from
 * then on. Null: it has not, as far as anybody told.
 */
function nextUse({ facts, now }: Cargo, box: string | null): number | null {
  const uses = facts.cycles.filter(({ container }) => container === box);
  const ends = uses.flatMap(({ endedAt }) => (endedAt !== null && endedAt <= now ? [endedAt] : []));
  return uses.length > 0 && ends.length === uses.length ? Math.max(...ends) : null;
}

const COMES: ReadonlySet<string> = new Set(['ARRIVED', 'BERTHED', 'DISCHARGED', 'CHECKED_IN', 'AVAILABLE']);
const GOES: ReadonlySet<string> = new Set([
  'GATED_OUT', 'PICKED_UP', 'LOADED', 'OUT_FOR_DELIVERY', 'DROPPED_OFF', 'DELIVERED', 'STRIPPED',
]); // prettier-ignore

/** When it came to the place that the term is for; of a term without a place, when it came off last. */
function arrivalAt(moves: readonly Milestone[], place: PlaceRef | null): Milestone | null {
  return place
    ? (moves.find((m) => COMES.has(m.code) && isSamePlace(m.place, place)) ?? null)
    : (moves.findLast((m) => m.code === 'DISCHARGED') ?? null);
}

function hasLeft(moves: readonly Milestone[], place: PlaceRef | null): Milestone | null {
  const came = arrivalAt(moves, place);
  if (!came) return null;
  const after = moves.slice(moves.indexOf(came) + 1);
  return after.find((m) => (GOES.has(m.code) && m.loadState !== 'EMPTY') || isReturn(m)) ?? null;
}

function returned(moves: readonly Milestone[]): Milestone | null {
  return moves.findLast(isReturn) ?? null;
}

function isReturn(m: Milestone): boolean {
  return m.code === 'GATED_IN' && m.loadState === 'EMPTY';
}
