import { dimensionOf } from '../event-code.ts';
import { endOf } from '../event-time.ts';
import type { PlaceRef, TransportRef } from '../tracking-event.ts';
import { deriveExceptions } from '../exceptions/derive-exceptions.ts';
import type { JourneyException } from '../exceptions/exception.ts';
import { deriveReadiness } from '../release/derive-readiness.ts';
import type { Readiness } from '../release/readiness.ts';
import { blockersOf, type Blocker } from './blockers.ts';
import { laggard, wayOf, type BoxWay, type ContainerProgress } from './box-way.ts';
import { joinCalls } from './calls.ts';
import { stillAhead, toldDestination } from './destination.ts';
import { deviationOf, type Deviation } from './deviation.ts';
import { etaOf, lastRead, nextStep, type Eta, type ExpectedStep } from './expectation.ts';
import type { FactClaim, JourneyFacts } from './facts.ts';
import { NOTHING_JUDGED, type JourneyRules } from './journey-rules.ts';
import type { Leg } from './legs.ts';
import { milestonesOf, type Milestone } from './milestone.ts';
import { standingPlans, type OvertakenPlan } from './overtaken.ts';
import { phaseOf, phaseOfParts, type Phase } from './phase.ts';
import { piecesOf, type PieceProgress } from './pieces.ts';
import { rollUp } from './roll-up.ts';
import { toldOfWhole, withoutMissedRuns } from './runs-taken.ts';
import { runsWithin } from './same-run.ts';
import { townAsTold, type TownOf } from './towns.ts';

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
  /** Whether it goes as somebody planned it: misdirected as soon as one of its boxes is. */
  readonly deviation: Deviation;
  /** Plans of ships, trains and flights that it does not take, and for places beyond where it came off. */
  readonly overtaken: readonly OvertakenPlan[];
  /** Epoch milliseconds of the first instant at which this answer changes without a new fact; null: never. */
  readonly changesAt: number | null;
}

/**
 * Derives the journey from the facts at an instant (epoch milliseconds, service time), and judges it by the rules. A pure
 * function of the set of claims, of `now`, of the rules and of what town a place lies in: the order in which claims came changes nothing.
 */
export function deriveJourney(
  facts: JourneyFacts,
  now: number,
  rules: JourneyRules = NOTHING_JUDGED,
  townOf: TownOf = townAsTold,
): Journey {
  const happened = facts.claims.filter(
    (c) => c.event.classifier !== 'ACTUAL' || Date.parse(c.event.time.instant) <= now + FUTURE_SLACK_MS,
  );
  const runOf = runsWithin(happened);
  const claims = withoutMissedRuns(happened, runOf);
  const matching = { rules: rules.matching, townOf, holds: rules.holds };
  const all = milestonesOf(claims.filter(isOnLine), runOf, matching);
  const boxes = [...new Set(facts.cycles.map(({ container }) => container))];
  const standing = standingPlans(rollUp(joinCalls(all, runOf, matching), townOf), boxes);
  const { milestones: line, legs } = standing;
  const logistics = line.filter((m) => m.dimension === 'LOGISTICS');
  const documents = line.filter((m) => m.dimension === 'DOCUMENT');
  const pieces = piecesOf(all);
  const told = toldDestination(claims, facts.anchor);
  const shared = { claims, ofWhole: toldOfWhole(all), legs, told, runOf, matching };
  const ways = facts.cycles.map((cycle) => wayOf(cycle, shared));
  const deviation = ofAnyBox(deviationOf(standing, told), ways);
  const ahead = stillAhead(told ?? deviation.plannedTo, legs, line);
  const destination = ahead ?? legs.at(-1)?.to ?? null;
  const lagging = laggard(ways);
  const ofWhole = phaseOfParts(phaseOf(line, legs, ahead), pieces, destination);
  // A cargo of several boxes is where its last box is: one empty box returned completes nothing.
  const phase = lagging ? lagging.progress.phase : ofWhole;
  const happenings = logistics.filter((m) => m.classifier === 'ACTUAL');
  const last = lastRead(happenings) ?? happenings.at(-1) ?? null;
  const { milestones: steps, legs: stepLegs } = lagging?.standing ?? standing;
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
    next: nextStep(steps, stepLegs, phase, now),
    eta: etaOf(line, legs, ahead),
    blockers: blockersOf(line, holds),
    exceptions,
    readiness,
    logistics,
    documents,
    containers,
    pieces,
    legs,
    deviation,
    overtaken: standing.overtaken,
    changesAt: earliest(changesAt, firstChange(line, facts.claims, now)),
  };
}

/** What sensors say is beside the line. */
function isOnLine({ event }: FactClaim): boolean {
  return dimensionOf(event.code) !== 'SENSOR';
}

function ofAnyBox(whole: Deviation, ways: readonly BoxWay[]): Deviation {
  return ways.find((way) => way.deviation.routing === 'MISDIRECTED')?.deviation ?? whole;
}

function earliest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

/** Clocks of senders run ahead by some minutes; what is further in the future has not happened, whoever says so. */
const FUTURE_SLACK_MS = 15 * 60_000;

/** The next announced time that passes, from when on a step is overdue; or that an actual dated ahead begins to count. */
function firstChange(
  milestones: readonly Milestone[],
  claims: readonly FactClaim[],
  now: number,
): number | null {
  const announced = milestones
    .filter((m) => m.classifier !== 'ACTUAL')
    .flatMap((m) => [Date.parse(m.time.instant), endOf(m.time) + 1]);
  const ahead = claims
    .filter((c) => c.event.classifier === 'ACTUAL')
    .map((c) => Date.parse(c.event.time.instant) - FUTURE_SLACK_MS);
  const coming = [...announced, ...ahead].filter((at) => at > now);
  return coming.length > 0 ? Math.min(...coming) : null;
}
