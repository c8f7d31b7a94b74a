import { endOf } from '../event-time.ts';
import { standingTransits } from '../release/papers.ts';
import { territoryOf, type ReleaseLeaves } from '../release/release-leaves.ts';
import type { PlaceRef } from '../tracking-event.ts';
import { isMovement } from './completion.ts';
import { isElsewhere, isSamePlace } from './destination.ts';
import type { Leg } from './legs.ts';
import { inTime, type Milestone } from './milestone.ts';
import type { Phase } from './phase.ts';

/** That customs have the goods at the office of destination, and the phase that follows. */
export interface ArrivalByPapers {
  readonly milestone: Milestone;
  readonly place: PlaceRef;
  readonly phase: Phase;
}

/** What moves tell of a box, or of a cargo without boxes, and what was told of its papers. */
interface ToldSoFar {
  readonly phase: Phase;
  readonly line: readonly Milestone[];
  readonly legs: readonly Leg[];
  readonly ahead: PlaceRef | null;
  readonly papers: readonly Milestone[];
  readonly leaves: ReleaseLeaves;
}

/**
 * 转关运抵 and the arrival notification of NCTS (IE007) are made where the goods are shown: while no move is told since, they
 * are there. It is the word of a paper: no gate-in, no end of a leg, and it delivers nothing. Null where moves say as much
 * or more, where another transit of the cargo has not arrived, and where the office is one that the cargo has left behind:
 * that of an export, written late.
 */
export function arrivalByPapers(told: ToldSoFar): ArrivalByPapers | null {
  const transits = standingTransits(told.papers);
  const hasEach = transits.every(({ steps }) =>
    steps.some(({ code }) => code === 'TRANSIT_ARRIVED' || code === 'TRANSIT_CLOSED'),
  );
  const arrivals = transits.flatMap(({ steps }) => steps.filter((m) => m.code === 'TRANSIT_ARRIVED'));
  const milestone = arrivals.sort(inTime).at(-1);
  const last = told.line.findLast(isOwnMove);
  if (!hasEach || !milestone?.place || !last) return null;
  if (Date.parse(last.time.instant) > endOf(milestone.time)) return null;
  const { place } = milestone;
  if (isLeftBehind(place, last.place, told)) return null;
  const phase = phaseThere(place, last.place, told);
  return phase && { milestone, place, phase };
}

function isOwnMove(m: Milestone): boolean {
  return m.dimension === 'LOGISTICS' && m.classifier === 'ACTUAL' && !m.inherited && isMovement(m);
}

/** In another country than the cargo, and that is the one that it came from, or nobody knows which it is. */
function isLeftBehind(place: PlaceRef, last: PlaceRef | null, { legs, leaves }: ToldSoFar): boolean {
  const [office, cargo, origin] = [place, last, legs[0]?.from ?? null].map((at) => territoryOf(at, leaves));
  return office !== cargo && office !== null && cargo !== null && (!origin || origin === office);
}

function phaseThere(place: PlaceRef, last: PlaceRef | null, { phase, legs, ahead }: ToldSoFar): Phase | null {
  const goal = ahead ?? legs.findLast((leg) => leg.state === 'UNDERWAY')?.to ?? null;
  const isGoal = goal !== null && isSamePlace(goal, place);
  switch (phase) {
    case 'PRE_CARRIAGE':
      return 'AT_ORIGIN';
    case 'ON_CARRIAGE':
      return goal !== null && isElsewhere(goal, place) ? 'ON_CARRIAGE' : 'AT_DESTINATION';
    case 'IN_TRANSIT':
      return isGoal ? 'AT_DESTINATION' : null;
    case 'AT_DESTINATION':
    case 'AT_TRANSSHIPMENT':
      // Moves tell where it stands: another town only is news.
      if (last === null || !isElsewhere(last, place)) return null;
      return isGoal ? 'AT_DESTINATION' : phase;
    default:
      return null;
  }
}
