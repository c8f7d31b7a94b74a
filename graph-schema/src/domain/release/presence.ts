import type { EventCode } from '../event-code.ts';
import type { Milestone } from '../journey/milestone.ts';
import { sameTown, type PlaceToLeave } from './places.ts';
import { territoryOf, type ReleaseLeaves } from './release-leaves.ts';

/** Whether the cargo is at a place. */
export interface Presence {
  /** `ALONGSIDE`: its ship or train has come, and nobody told that it is off it. */
  readonly state: 'NOT_YET' | 'ALONGSIDE' | 'THERE' | 'LEFT';
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
 * and came back is there. What is told of the ship or the bill alone shows that it came, never that this box left.
 */
export function presenceAt(
  at: PlaceToLeave,
  box: string | null,
  moves: readonly Milestone[],
  leaves: ReleaseLeaves,
): Presence {
  const steps: Milestone[] = [];
  let state: Presence['state'] = 'NOT_YET';
  for (const move of moves) {
    const isOwn = box === null || move.containers.includes(box);
    if (sameTown(move.place, at.place) && !IS_DONE.has(move.code)) {
      steps.push(move);
      state = stateHere(state, move, isOwn, at.regime === 'EXPORT');
    } else if (isOwn && isGone(state, move, at, leaves)) state = 'LEFT';
  }
  return { state, steps };
}

function stateHere(
  before: Presence['state'],
  { code, loadState }: Milestone,
  isOwn: boolean,
  isExport: boolean,
): Presence['state'] {
  // An empty box at the port where it landed full has been elsewhere; before an export it has yet to be filled.
  if (loadState === 'EMPTY') return isOwn && before === 'THERE' && !isExport ? 'LEFT' : before;
  if (LEAVES.has(code)) return !isOwn ? before : code === 'GATED_OUT' && isExport ? 'NOT_YET' : 'LEFT';
  if (IS_THERE.has(code)) return 'THERE';
  return COMES.has(code) && before === 'NOT_YET' ? 'ALONGSIDE' : before;
}

/** Told elsewhere: after it was here, or handed over, or for an export in another country. */
function isGone(
  before: Presence['state'],
  { code, place }: Milestone,
  at: PlaceToLeave,
  leaves: ReleaseLeaves,
): boolean {
  const isExport = at.regime === 'EXPORT';
  if (IS_DONE.has(code)) return !isExport || before === 'THERE';
  if (!COMES.has(code) && !IS_THERE.has(code) && !LEAVES.has(code)) return false;
  if (place && before === 'THERE') return true;
  const territory = territoryOf(place, leaves);
  return isExport && territory !== null && territory !== at.territory;
}
