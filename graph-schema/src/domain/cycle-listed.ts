import { closesCycle, cycleStage, isMove, type CycleClaim } from './cycle-claim.ts';
import type { ModalTrip } from './cycle-modes.ts';
import type { Consignments } from './cycle-papers.ts';
import type { IdentifierKey } from './identifier.ts';

const DAY_MS = 86_400_000;
/** A paper lists the box before anything is told of it, by no more than this. */
const AHEAD_MS = 14 * DAY_MS;
/** A use of which nothing was told for so long does not get a new paper. */
const SILENT_MS = 60 * DAY_MS;
/** Out of the terminal with its cargo: papers that come then are of the next. */
const OUT = 7;

/** Papers that list the box, and no move names them. */
interface PapersAlone {
  readonly trip: ModalTrip;
  readonly root: string;
  readonly runs: ReadonlySet<IdentifierKey>;
  /** When a paper first listed the box. */
  readonly at: number;
}

/**
 * Terminals tell moves of a box without a paper, and a carrier lists the box on a bill without a move. They are one use
 * where the bill names the ship that the box went on, or where just one use without papers was under way, or about to
 * begin, when it was listed. Two bills that cannot be one cargo get the use only if both name its ship: part loads.
 *
 * @param named trips that papers name; those that get moves take the place of the anonymous trip.
 * @param sorted all that is told of the box, in order of time.
 */
export function joinPapersAlone(
  named: ModalTrip[],
  anonymous: ModalTrip[],
  sorted: readonly CycleClaim[],
  consignments: Consignments,
): void {
  const alone = named
    .filter(({ moves }) => moves.length === 0)
    .flatMap((trip) => papersAlone(trip, consignments));
  if (alone.length === 0 || anonymous.length === 0) return;
  const steps = sorted.filter((claim) => isMove(claim) && cycleStage(claim) !== null);
  for (const use of anonymous.slice()) {
    const byShip = alone.filter((papers) => isOnItsShip(papers, use));
    const byTime = alone.filter((papers) => isInItsTime(papers, use, steps));
    const taken = byShip.length > 0 ? byShip : areOne(byTime, consignments) ? byTime : [];
    const [first, ...others] = taken.map(({ trip }) => trip);
    if (!first) continue;
    anonymous.splice(anonymous.indexOf(use), 1);
    first.moves.push(...use.moves);
    first.others.push(...use.others);
    for (const other of others) {
      named.splice(named.indexOf(other), 1);
      first.others.push(...other.others);
      for (const document of other.documents) first.documents.add(document);
    }
    for (const papers of taken) alone.splice(alone.indexOf(papers), 1);
  }
}

function papersAlone(trip: ModalTrip, { of }: Consignments): PapersAlone[] {
  const listings = trip.others.filter(({ listing, classifier }) => listing && classifier === 'ACTUAL');
  const [first] = listings;
  const root = first ? of(first) : null;
  if (!first || root === null) return [];
  const runs = new Set(trip.others.flatMap(({ run }) => run ?? []));
  return [{ trip, root, runs, at: Math.min(...listings.map(({ at }) => at)) }];
}

function isOnItsShip({ runs }: PapersAlone, { moves }: ModalTrip): boolean {
  return moves.some(({ run }) => run !== null && runs.has(run));
}

/**
 * Listed while the use was under way and had not left the terminal of its destination, or shortly before its first told
 * step while nothing else was under way. Not before its empty pick-up: nobody lists a box that he does not have.
 */
function isInItsTime({ at, runs }: PapersAlone, { moves }: ModalTrip, steps: readonly CycleClaim[]): boolean {
  const own = moves.filter((move) => cycleStage(move) !== null);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last || at > last.at + SILENT_MS) return false;
  if (runs.size > 0 && moves.some(({ run }) => run !== null)) return false;
  const before = steps.findLast((step) => step.at <= at);
  if (at >= first.at) return before !== undefined && own.includes(before) && !hasEnded(own, at);
  const isFree = before === undefined || closesCycle(before) || before.at < at - SILENT_MS;
  const isNext = steps.find((step) => step.at > at) === first;
  return isFree && isNext && (cycleStage(first) ?? 0) > 1 && at >= first.at - AHEAD_MS;
}

/** Back empty by then, or out with its cargo. */
function hasEnded(moves: readonly CycleClaim[], at: number): boolean {
  return moves.some((move) => move.at <= at && (cycleStage(move) ?? 0) >= OUT);
}

/** All of one cargo, as far as their papers say. */
function areOne(papers: readonly PapersAlone[], { areDifferent }: Consignments): boolean {
  return papers.every((one) => papers.every((other) => !areDifferent(one.root, other.root)));
}
