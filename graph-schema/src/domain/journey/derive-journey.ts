import type { PlaceRef, TransportRef } from '../tracking-event.ts';
import { deriveExceptions } from '../exceptions/derive-exceptions.ts';
import type { JourneyException } from '../exceptions/exception.ts';
import { deriveReadiness } from '../release/derive-readiness.ts';
import type { Readiness } from '../release/readiness.ts';
import { blockersOf, type Blocker } from './blockers.ts';
import { stillAhead, toldDestination } from './destination.ts';
import { etaOf, nextStep, type Eta, type ExpectedStep } from './expectation.ts';
import type { CycleFact, FactClaim, JourneyFacts } from './facts.ts';
import { NOTHING_JUDGED, type JourneyRules } from './journey-rules.ts';
import { legsOf, type Leg } from './legs.ts';
import { inTime, milestonesOf, type Milestone } from './milestone.ts';
import { isBehind, phaseOf, phaseOfParts, type Phase } from './phase.ts';
import { piecesOf, type PieceProgress } from './pieces.ts';
import { rollUp } from './roll-up.ts';
import { sharedSteps, withoutMissedRuns } from './runs-taken.ts';
import { runsWithin, type RunOf } from './same-run.ts';

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

/** One cargo's whole way, as the facts show it. Everything is derived; nothing is stored that could be wrong later. */
export interface Journey {
  readonly phase: Phase;
  /** Place of the last actual milestone; null while it is under way. */
  readonly currentPlace: PlaceRef | null;
  /** What it is aboard now; null while it is not under way. */
  readonly currentTransport: TransportRef | null;
  readonly origin: PlaceRef | null;
  /** Where its carriage ends, or where its papers say that it goes while no carriage is known to reach that place. */
  readonly destination: PlaceRef | null;
  readonly last: Milestone | null;
  readonly next: ExpectedStep | null;
  readonly eta: Eta | null;
  readonly blockers: readonly Blocker[];
  /** What is, and what was, wrong with it: open ones first, the gravest at the top. */
  readonly exceptions: readonly JourneyException[];
  /** Whether each box may leave each place that customs must let it leave, in the order of its way. */
  readonly readiness: readonly Readiness[];
  readonly logistics: readonly Milestone[];
  readonly documents: readonly Milestone[];
  readonly containers: readonly ContainerProgress[];
  readonly pieces: PieceProgress | null;
  readonly legs: readonly Leg[];
  /** Epoch milliseconds of the first instant at which this answer changes without a new fact; null: never. */
  readonly changesAt: number | null;
}

/**
 * Derives the journey from the facts at an instant (epoch milliseconds, service time), and judges it by the rules. A pure
 * function of the set of claims, of `now` and of the rules: the order in which claims came changes nothing.
 */
export function deriveJourney(
  facts: JourneyFacts,
  now: number,
  rules: JourneyRules = NOTHING_JUDGED,
): Journey {
  const happened = facts.claims.filter(
    (c) => c.event.classifier !== 'ACTUAL' || Date.parse(c.event.time.instant) <= now + FUTURE_SLACK_MS,
  );
  const runOf = runsWithin(happened);
  const claims = withoutMissedRuns(happened, runOf);
  const all = milestonesOf(claims, runOf);
  const line = rollUp(all);
  const logistics = line.filter((m) => m.dimension === 'LOGISTICS');
  const documents = line.filter((m) => m.dimension === 'DOCUMENT');
  const legs = legsOf(line);
  const pieces = piecesOf(all);
  const told = toldDestination(claims, facts.anchor);
  const ahead = stillAhead(told, legs, line);
  const destination = ahead ?? legs.at(-1)?.to ?? null;
  const ways = facts.cycles.map((cycle) => wayOf(cycle, { claims, line, legs, told, runOf }));
  const lagging = laggard(ways);
  const ofWhole = phaseOfParts(phaseOf(line, legs, ahead), pieces, destination);
  // A cargo of several boxes is where its last box is: one empty box returned completes nothing.
  const phase = lagging ? lagging.progress.phase : ofWhole;
  const last = logistics.findLast((m) => m.classifier === 'ACTUAL') ?? null;
  const containers = ways.map((way) => way.progress);
  const { holds } = rules;
  const { exceptions, changesAt } = deriveExceptions(
    { logistics, documents, containers, destination, facts, holds, now },
    rules.exceptions,
  );
  const readiness = deriveReadiness({
    logistics,
    documents,
    legs,
    cycles: facts.cycles,
    destination,
    holds,
    leaves: rules.release,
  });
  const underway = legs.findLast((leg) => leg.state === 'UNDERWAY' && leg.mode !== 'TRUCK') ?? null;
  return {
    phase,
    currentPlace: underway ? null : ((lagging?.progress.last ?? last)?.place ?? null),
    currentTransport: underway?.transport ?? null,
    origin: legs[0]?.from ?? logistics.find((m) => m.place)?.place ?? null,
    destination,
    last,
    next: lagging ? nextStep(lagging.way, legsOf(lagging.way), phase) : nextStep(line, legs, phase),
    eta: etaOf(line, legs, ahead),
    blockers: blockersOf(line, holds),
    exceptions,
    readiness,
    logistics,
    documents,
    containers,
    pieces,
    legs,
    changesAt: earliest(changesAt, firstChange(line, facts.claims, now)),
  };
}

function earliest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

/** Clocks of senders run ahead by some minutes; what is further in the future has not happened, whoever says so. */
const FUTURE_SLACK_MS = 15 * 60_000;

/** One box's way: its own steps and what is told of its ships and trains as such. */
interface BoxWay {
  readonly progress: ContainerProgress;
  readonly way: readonly Milestone[];
}

/** The box that is furthest behind; null when all are equally far, and the cargo can be told as one. */
function laggard(ways: readonly BoxWay[]): BoxWay | null {
  const [first, ...rest] = ways;
  if (!first || rest.every((other) => other.progress.phase === first.progress.phase)) return null;
  return ways.reduce((behind, way) => (isBehind(way.progress.phase, behind.progress.phase) ? way : behind));
}

/** What is known of the cargo as a whole. */
interface Whole {
  readonly claims: readonly FactClaim[];
  readonly line: readonly Milestone[];
  readonly legs: readonly Leg[];
  readonly told: PlaceRef | null;
  readonly runOf: RunOf;
}

function wayOf(cycle: CycleFact, { claims, line, legs, told, runOf }: Whole): BoxWay {
  const own = claims.filter((c) => c.cycleId === cycle.id);
  const steps = milestonesOf(own, runOf).filter((m) => m.dimension === 'LOGISTICS');
  const way = [...steps, ...sharedSteps(steps, legsOf(steps), line, legs)].sort(inTime);
  const boxLegs = legsOf(way);
  const equipment = own.map((c) => c.event.equipment).filter((e) => e?.reference === cycle.container);
  const seals = own
    .filter((c) => (c.event.equipment?.seals.length ?? 0) > 0)
    .sort((a, b) => (a.event.time.instant < b.event.time.instant ? -1 : 1));
  const progress = {
    cycleId: cycle.id,
    reference: cycle.container,
    sizeType: equipment.find((e) => e?.sizeType)?.sizeType ?? null,
    seals: seals.at(-1)?.event.equipment?.seals ?? [],
    phase: phaseOf(way, boxLegs, stillAhead(told, boxLegs, way)),
    last: steps.findLast((m) => m.classifier === 'ACTUAL') ?? null,
    steps,
  };
  return { progress, way };
}

/** The next announced time that passes, from when on a step is overdue; or that an actual dated ahead begins to count. */
function firstChange(
  milestones: readonly Milestone[],
  claims: readonly FactClaim[],
  now: number,
): number | null {
  const announced = milestones
    .filter((m) => m.classifier !== 'ACTUAL')
    .map((m) => Date.parse(m.time.instant));
  const ahead = claims
    .filter((c) => c.event.classifier === 'ACTUAL')
    .map((c) => Date.parse(c.event.time.instant) - FUTURE_SLACK_MS);
  const coming = [...announced, ...ahead].filter((at) => at > now);
  return coming.length > 0 ? Math.min(...coming) : null;
}
