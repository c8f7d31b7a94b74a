import type { ReleaseLeaves } from '../release/release-leaves.ts';
import type { PlaceRef } from '../tracking-event.ts';
import { arrivalByPapers, type ArrivalByPapers } from './arrival-by-papers.ts';
import { stillAhead } from './destination.ts';
import { deviationOf, type Deviation } from './deviation.ts';
import { lastRead } from './expectation.ts';
import type { CycleFact, FactClaim } from './facts.ts';
import { lastWords } from './last-words.ts';
import { legsOf, type Leg } from './legs.ts';
import { milestonesOf, type Matching, type Milestone } from './milestone.ts';
import { standingPlans, type Standing } from './overtaken.ts';
import { isBehind, mainLegs, phaseOf, type Phase } from './phase.ts';
import { sharedSteps, type ToldOfWhole } from './runs-taken.ts';
import type { RunOf } from './same-run.ts';
import { inStepOrder } from './step-order.ts';

/** One box of a shipment and how far it is. */
export interface ContainerProgress {
  readonly cycleId: string;
  readonly reference: string;
  readonly sizeType: string | null;
  readonly seals: readonly string[];
  readonly phase: Phase;
  readonly last: Milestone | null;
  readonly steps: readonly Milestone[];
}

/** One box's way: its own steps and what is told of its ships and trains as such, without plans that were overtaken. */
export interface BoxWay {
  readonly progress: ContainerProgress;
  readonly standing: Standing;
  readonly deviation: Deviation;
  /** Where customs have it, and no move tells; null: moves tell. */
  readonly byPapers: ArrivalByPapers | null;
}

/** What is known of the cargo as a whole. */
interface Whole {
  readonly claims: readonly FactClaim[];
  readonly ofWhole: ToldOfWhole;
  readonly legs: readonly Leg[];
  readonly told: PlaceRef | null;
  readonly former: readonly PlaceRef[];
  readonly runOf: RunOf;
  readonly matching: Matching;
  readonly papersOf: (box: string | null) => readonly Milestone[];
  readonly leaves: ReleaseLeaves;
}

export function wayOf(
  cycle: CycleFact,
  { claims, ofWhole, legs, told, former, runOf, matching, papersOf, leaves }: Whole,
): BoxWay {
  const own = claims.filter((c) => c.cycleId === cycle.id).sort(inOrder);
  const steps = inStepOrder(milestonesOf(own, runOf, matching).filter((m) => m.dimension === 'LOGISTICS'));
  const way = inStepOrder([...steps, ...sharedSteps(steps, legsOf(steps), ofWhole, legs)]);
  const standing = standingPlans(way, [cycle.container], former);
  const deviation = deviationOf(standing, told);
  const ahead = stillAhead(told ?? deviation.plannedTo, standing.legs, standing.milestones);
  const { milestones: line } = standing;
  const phase = phaseOf(line, standing.legs, ahead);
  const papers = papersOf(cycle.container);
  const byPapers = arrivalByPapers({ phase, line, legs: standing.legs, ahead, papers, leaves });
  const equipment = own.map((c) => c.event.equipment).filter((e) => e?.reference === cycle.container);
  const progress = {
    cycleId: cycle.id,
    reference: cycle.container,
    sizeType: equipment.find((e) => e?.sizeType)?.sizeType ?? null,
    seals: sealsOf(cycle.container, own, claims),
    phase: byPapers?.phase ?? phase,
    last: lastRead(steps.filter((m) => m.classifier === 'ACTUAL')),
    steps,
  };
  return { progress, standing, deviation, byPapers };
}

/** As its own moves told last, in order of time; where none names any, as the paper that was heard last lists them. */
function sealsOf(box: string, own: readonly FactClaim[], claims: readonly FactClaim[]): readonly string[] {
  const moved = own.findLast(({ event }) => (event.equipment?.seals.length ?? 0) > 0);
  if (moved?.event.equipment) return moved.event.equipment.seals;
  const listed = lastWords(claims, ({ contents }) =>
    contents.filter(({ reference, seals }) => reference === box && seals.length > 0),
  );
  return listed[0]?.said[0]?.value.seals ?? [];
}

/**
 * The box that is furthest behind; null when all are equally far, and the cargo can be told as one. A box of which
 * nothing is told yet, and one whose cargo goes on in another, hold back the rest only from having been delivered.
 */
export function laggard(ways: readonly BoxWay[]): BoxWay | null {
  const telling = ways.filter(({ progress }) => !SILENT.has(progress.phase));
  const isAllThere = telling.every(({ progress }) => !isBehind(progress.phase, 'DELIVERED'));
  const [untold] = ways.filter(({ progress }) => progress.phase === 'UNKNOWN');
  if (isAllThere && untold && telling.length > 0) return untold;
  const [first, ...rest] = telling;
  if (!first || rest.every((other) => other.progress.phase === first.progress.phase)) return null;
  return telling.reduce((behind, way) => (isFurtherBehind(way, behind) ? way : behind));
}

/** Where the carriage inland has ended is beyond being on it, and not before, as the port of discharge is. */
function isFurtherBehind(a: BoxWay, b: BoxWay): boolean {
  const [phase, other] = [a.progress.phase, b.progress.phase];
  if (phase === 'AT_DESTINATION' && other === 'ON_CARRIAGE') return !isInland(a);
  if (phase === 'ON_CARRIAGE' && other === 'AT_DESTINATION') return isInland(b);
  return isBehind(phase, other);
}

function isInland({ byPapers, standing }: BoxWay): boolean {
  const carriage = standing.legs.filter((leg) => leg.mode !== 'TRUCK');
  const last = carriage.findLast((leg) => leg.state === 'DONE');
  return byPapers !== null || (last !== undefined && !mainLegs(carriage).includes(last));
}

const SILENT: ReadonlySet<Phase> = new Set(['UNKNOWN', 'CANCELLED']);

function inOrder(a: FactClaim, b: FactClaim): number {
  const [at, other] = [a.event.time.instant, b.event.time.instant];
  return at === other ? (a.id < b.id ? -1 : 1) : at < other ? -1 : 1;
}
