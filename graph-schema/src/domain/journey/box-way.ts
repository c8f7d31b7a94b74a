import type { PlaceRef } from '../tracking-event.ts';
import { stillAhead } from './destination.ts';
import { deviationOf, type Deviation } from './deviation.ts';
import { lastRead } from './expectation.ts';
import type { CycleFact, FactClaim } from './facts.ts';
import { legsOf, type Leg } from './legs.ts';
import { milestonesOf, type Matching, type Milestone } from './milestone.ts';
import { standingPlans, type Standing } from './overtaken.ts';
import { isBehind, phaseOf, type Phase } from './phase.ts';
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
}

export function wayOf(
  cycle: CycleFact,
  { claims, ofWhole, legs, told, former, runOf, matching }: Whole,
): BoxWay {
  const own = claims.filter((c) => c.cycleId === cycle.id).sort(inOrder);
  const steps = inStepOrder(milestonesOf(own, runOf, matching).filter((m) => m.dimension === 'LOGISTICS'));
  const way = inStepOrder([...steps, ...sharedSteps(steps, legsOf(steps), ofWhole, legs)]);
  const standing = standingPlans(way, [cycle.container], former);
  const deviation = deviationOf(standing, told);
  const ahead = stillAhead(told ?? deviation.plannedTo, standing.legs, standing.milestones);
  const equipment = own.map((c) => c.event.equipment).filter((e) => e?.reference === cycle.container);
  const progress = {
    cycleId: cycle.id,
    reference: cycle.container,
    sizeType: equipment.find((e) => e?.sizeType)?.sizeType ?? null,
    seals: own.findLast((c) => (c.event.equipment?.seals.length ?? 0) > 0)?.event.equipment?.seals ?? [],
    phase: phaseOf(standing.milestones, standing.legs, ahead),
    last: lastRead(steps.filter((m) => m.classifier === 'ACTUAL')),
    steps,
  };
  return { progress, standing, deviation };
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
  return telling.reduce((behind, way) =>
    isBehind(way.progress.phase, behind.progress.phase) ? way : behind,
  );
}

const SILENT: ReadonlySet<Phase> = new Set(['UNKNOWN', 'CANCELLED']);

function inOrder(a: FactClaim, b: FactClaim): number {
  const [at, other] = [a.event.time.instant, b.event.time.instant];
  return at === other ? (a.id < b.id ? -1 : 1) : at < other ? -1 : 1;
}
