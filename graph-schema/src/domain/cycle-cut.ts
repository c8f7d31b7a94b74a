import { closesCycle, cycleStage, inOrder, isMove, type CycleClaim } from './cycle-claim.ts';
import { believedHistory } from './cycle-conflict.ts';
import { placeUndocumentedMoves } from './cycle-gaps.ts';
import { joinPapersAlone } from './cycle-listed.ts';
import { joinModes, type ModalTrip } from './cycle-modes.ts';
import { isOrderly } from './cycle-order.ts';
import { byFirstMove, consignmentsOf, tripsByDocument } from './cycle-papers.ts';
import { parkDoubtful, parkUnlisted, type ParkReason } from './cycle-parking.ts';
import { withPapersOfRuns } from './cycle-runs.ts';
import type { IdentifierKey } from './identifier.ts';

/** One use of a container, from empty pick-up to empty return, as the claims about it show it. */
export interface CutCycle {
  /** Epoch milliseconds of the first move; null when only estimates and papers speak of it yet. */
  readonly from: number | null;
  /** Of the empty return, or of the next cycle's beginning; null while it is open. */
  readonly to: number | null;
  readonly documents: readonly IdentifierKey[];
  /** Ids of the claims about the box that belong to it, in order of time. */
  readonly holds: readonly string[];
  /** Ids of claims about papers that list the box on this use of it: they tie papers to it, but show only on those. */
  readonly listings: readonly string[];
  /** Papers of two modes that only this box ties together: a rail note before or after an ocean bill. */
  readonly joins: readonly (readonly [IdentifierKey, IdentifierKey])[];
}

export interface CycleCut {
  readonly cycles: readonly CutCycle[];
  readonly parked: ReadonlyMap<string, ParkReason>;
  /** For each claim parked as CONTRADICTED the ids of the claims around it that speak against it. */
  readonly against: ReadonlyMap<string, readonly string[]>;
}

/**
 * Cuts all claims about one container into its cycles. A pure function of the *set* of claims: order and repetition
 * of their arrival do not matter. First, moves that cannot have happened beside the others are set aside. Then documents
 * are the strong evidence: claims that name one consignment stay together, and a claim that names another never joins
 * them. Moves without documents are placed by time between empty pick-up and empty return; what stays ambiguous is
 * parked rather than guessed, and placed when evidence comes.
 *
 * @param together pairs of documents known from elsewhere to belong to one consignment (a booking and its bill).
 * @param listsBoxes whether papers of the consignment of this one list boxes at all, this or others.
 */
export function cutCycles(
  claims: readonly CycleClaim[],
  together: readonly (readonly [IdentifierKey, IdentifierKey])[],
  listsBoxes: (paper: IdentifierKey) => boolean = () => false,
): CycleCut {
  const asTold = [...claims].sort(inOrder);
  const consignments = consignmentsOf(asTold, together, listsBoxes);
  const sorted = withPapersOfRuns(asTold, consignments);
  const history = isOrderly(sorted, consignments) ? null : believedHistory(sorted, consignments);
  const against = history?.against ?? NOTHING_AGAINST;
  const believed = against.size === 0 ? sorted : sorted.filter((claim) => !against.has(claim.id));
  const parked = new Map<string, ParkReason>();
  for (const id of against.keys()) parked.set(id, 'CONTRADICTED');
  const named = parkUnlisted(tripsByDocument(believed, consignments), consignments, parked);
  // An empty box told between a ship and a train speaks against one cargo, though the telling be disbelieved.
  const trips = joinModes(named, sorted);
  const anonymous: ModalTrip[] = [];
  placeUndocumentedMoves(believed, trips, { anonymous, parked, restuffed: history?.restuffed ?? null });
  joinPapersAlone(trips, anonymous, believed, consignments);
  const placed = [...trips, ...anonymous];
  const all = (history ? parkDoubtful(placed, history, parked) : placed).sort(byFirstMove);
  placeUndocumentedOthers(believed, all, parked);
  return { cycles: all.map((trip, index) => toCycle(trip, all[index + 1])), parked, against };
}

const NOTHING_AGAINST: CycleCut['against'] = new Map();

/**
 * Estimates, plans and papers that name no document of the box: by the cycle whose time holds them, unless moves that
 * nobody can place lie between.
 */
function placeUndocumentedOthers(
  sorted: readonly CycleClaim[],
  trips: ModalTrip[],
  parked: Map<string, ParkReason>,
): void {
  const doubtful = sorted.filter(({ id }) => {
    const reason = parked.get(id);
    return reason === 'NO_BOUNDARY' || reason === 'BETWEEN_CYCLES';
  });
  for (const claim of sorted) {
    if (isMove(claim) || claim.documents.length > 0) continue;
    const holder = trips.findLast((trip) => (trip.moves[0]?.at ?? Infinity) <= claim.at);
    const end = holder?.moves.find(closesCycle)?.at;
    const last = holder?.moves.at(-1)?.at ?? 0;
    const isUnclear = doubtful.some(({ at }) => at > last && at <= claim.at);
    const isItsOwn = (end === undefined || claim.at <= end) && !isUnclear;
    if (holder && isItsOwn && !isLongPast(holder, claim)) holder.others.push(claim);
    else parked.set(claim.id, 'NO_CYCLE');
  }
}

/** Ships that wait for a berth, and boxes that wait for a ship, are told of anew for no longer. */
const LONG_MS = 30 * 86_400_000;

/** What is expected is long behind the use, which has not begun it again: another use is meant, of which nothing else is told yet. */
function isLongPast({ moves }: ModalTrip, claim: CycleClaim): boolean {
  const stage = cycleStage(claim);
  if (stage === null) return false;
  const done = moves.findLast((move) => cycleStage(move) === stage);
  if (!done || claim.at - done.at <= LONG_MS) return false;
  return !moves.some((move) => move.at > done.at && (cycleStage(move) ?? stage) < stage);
}

function toCycle(trip: ModalTrip, following: ModalTrip | undefined): CutCycle {
  const closing = trip.moves.findLast(closesCycle);
  const claims = trip.others.length === 0 ? trip.moves : [...trip.moves, ...trip.others].sort(inOrder);
  const holds: string[] = [];
  const listings: string[] = [];
  for (const claim of claims) (claim.listing ? listings : holds).push(claim.id);
  return {
    from: trip.moves[0]?.at ?? null,
    to: closing?.at ?? following?.moves[0]?.at ?? null,
    documents: [...trip.documents].sort(),
    holds,
    listings,
    joins: trip.joins,
  };
}
