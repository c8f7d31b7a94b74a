import type { EventCode } from '../event-code.ts';
import { placeOf, type Milestone } from '../journey/milestone.ts';
import { isOutbound, type Presence, type Regime } from './readiness.ts';
import { sameTown, type PlaceToLeave } from './places.ts';
import { territoryOf, type ReleaseLeaves } from './release-leaves.ts';

/** Whether the cargo is at a place, and what shows it. */
export interface PresenceAt {
  /** `ALONGSIDE`: its ship or train has come, and nobody told that it, or all of its parts, is off it. */
  readonly state: Presence;
  /** What was told of it at the place, in order of time. */
  readonly steps: readonly Milestone[];
}

const COMES = new Set<EventCode>(['ARRIVED', 'BERTHED']);
const IS_THERE = new Set<EventCode>([
  'DISCHARGED', 'GATED_IN', 'RECEIVED', 'CHECKED_IN', 'AVAILABLE', 'TRANSFERRED', 'YARD_MOVED', 'WAGON_PLACED',
]); // prettier-ignore
const LEAVES = new Set<EventCode>(['GATED_OUT', 'LOADED', 'DEPARTED']);
const IS_DONE = new Set<EventCode>(['DELIVERED', 'STRIPPED', 'DROPPED_OFF']);

/**
 * Follows the moves of one box (or of a cargo without boxes) at a place and after it. A box that went out to be inspected
 * and came back is there. What is told of the ship or the bill alone shows that it came, never that this box left, unless a
 * bay plan or a manifest of the same run lists it.
 */
export function presenceAt(
  at: PlaceToLeave,
  box: string | null,
  moves: readonly Milestone[],
  leaves: ReleaseLeaves,
): PresenceAt {
  const steps: Milestone[] = [];
  const isWhole = countParts();
  let state: Presence = 'NOT_YET';
  let listedOn: Milestone['run'] = null;
  for (const move of moves) {
    const isOf = box === null ? isWhole(move) : move.containers.includes(box);
    if (isOf && move.code === 'MANIFESTED') listedOn = move.run;
    const isOwn = isOf || (move.code === 'DEPARTED' && move.run !== null && move.run === listedOn);
    if (sameTown(move.place, at.place) && !IS_DONE.has(move.code)) {
      steps.push(move);
      state = stateHere(state, move, isOwn, at.regime, box === null);
    } else if (isOwn && isGone(state, move, at, leaves, box === null)) state = 'LEFT';
  }
  return { state, steps };
}

/** Air cargo moves in parts: a move is the whole cargo's once as many pieces have made it as there are. */
function countParts(): (move: Milestone) => boolean {
  const pieces = new Map<string, number>();
  return ({ code, place, quantity }) => {
    if (quantity?.pieces == null || quantity.ofPieces === null) return true;
    const key = `${code}@${placeOf(place)}`;
    const sum = (pieces.get(key) ?? 0) + quantity.pieces;
    pieces.set(key, sum);
    return sum >= quantity.ofPieces;
  };
}

function stateHere(
  before: Presence,
  { code, loadState }: Milestone,
  isOwn: boolean,
  regime: Regime,
  isLoose: boolean,
): Presence {
  // An empty box at the port where it landed full has been elsewhere; before an export it has yet to be filled.
  if (loadState === 'EMPTY') return isOwn && before === 'THERE' && !isOutbound(regime) ? 'LEFT' : before;
  if (LEAVES.has(code))
    return !isOwn ? before : code === 'GATED_OUT' && regime === 'EXPORT' ? 'NOT_YET' : 'LEFT';
  if (IS_THERE.has(code)) return isOwn || !isLoose || before === 'THERE' ? 'THERE' : 'ALONGSIDE';
  return COMES.has(code) && before === 'NOT_YET' ? 'ALONGSIDE' : before;
}

/**
 * Told elsewhere: of a box after it was here, of any cargo once it is handed over, or for an export in another country.
 * A part of a cargo without boxes may still be on its way while another is here.
 */
function isGone(
  before: Presence,
  { code, place }: Milestone,
  at: PlaceToLeave,
  leaves: ReleaseLeaves,
  isLoose: boolean,
): boolean {
  const isExport = isOutbound(at.regime);
  if (IS_DONE.has(code)) return !isExport || before === 'THERE';
  if (!COMES.has(code) && !IS_THERE.has(code) && !LEAVES.has(code)) return false;
  if (place && before === 'THERE' && !isLoose) return true;
  if (at.regime === 'EXPORT_TRANSIT' && sameTown(place, at.otherEnd)) return true;
  const territory = territoryOf(place, leaves);
  return isExport && territory !== null && territory !== at.territory;
}
