import { dimensionOf } from '../event-code.ts';
import { isOfEndedRun } from './ended-runs.ts';
import { deriveEta } from '../eta/derive-eta.ts';
import type { EtaChange } from '../eta/change.ts';
import type { EtaSeries } from '../eta/series.ts';
import { endOf } from '../event-time.ts';
import type { PlaceRef, TransportRef } from '../tracking-event.ts';
import { cargoOf } from '../exceptions/cargo.ts';
import { exceptionsOf, type Exceptions } from '../exceptions/derive-exceptions.ts';
import type { JourneyException } from '../exceptions/exception.ts';
import type { ExceptionRules } from '../exceptions/rules.ts';
import { chargesAhead, chargesChangeAt, type DayCharge } from '../free-time/charges-ahead.ts';
import { clocksOf } from '../free-time/derive-free-time.ts';
import type { FreeTimeClock } from '../free-time/free-time-clock.ts';
import { zoneAsTold, type ZoneOf } from '../free-time/terms.ts';
import { deriveReadiness } from '../release/derive-readiness.ts';
import { toldByBox } from '../release/papers.ts';
import type { Readiness } from '../release/readiness.ts';
import { arrivalByPapers } from './arrival-by-papers.ts';
import { arrivedAt, type Arrived } from './arrived.ts';
import { blockersOf, type Blocker } from './blockers.ts';
import { laggard, wayOf, type BoxWay, type ContainerProgress } from './box-way.ts';
import { joinCalls } from './calls.ts';
import { formerDestinations, stillAhead, toldDestination } from './destination.ts';
import { deviationOf, type Deviation } from './deviation.ts';
import { etaOf, type Eta } from './eta.ts';
import { lastRead, nextStep, type ExpectedStep } from './expectation.ts';
import type { FactClaim, JourneyFacts } from './facts.ts';
import { NOTHING_JUDGED, type JourneyRules } from './journey-rules.ts';
import type { Leg } from './legs.ts';
import { milestonesOf, type Milestone } from './milestone.ts';
import { standingPlans, type OvertakenPlan, type Standing } from './overtaken.ts';
import { phaseOf, phaseOfParts, type Phase } from './phase.ts';
import { piecesOf, type PieceProgress } from './pieces.ts';
import { rollUp } from './roll-up.ts';
import { toldOfWhole, withoutMissedRuns } from './runs-taken.ts';
import { runsWithin } from './same-run.ts';
import { isOfLeftBox, laggingAtSea, lineOfCargo, onwardBy, phaseBySeaAndAir } from './sea-air.ts';
import { steadied, withBestArrival } from './steadied.ts';
import { townAsTold, type TownOf } from './towns.ts';
import { whereNow } from './where-now.ts';

/** One cargo's whole way, as the facts show it. Everything is derived; nothing is stored that could be wrong later. */
export interface Journey {
  readonly phase: Phase;
  /** Place of the last actual milestone, or where its papers say that it is; null while it is under way. */
  readonly currentPlace: PlaceRef | null;
  /** What it is aboard now; null while it is not under way. */
  readonly currentTransport: TransportRef | null;
  /**
   * Customs' word that the goods have come to the office where their transit ends, which no move tells: phase and current
   * place rest on it; null: they rest on moves. It ends no leg and delivers nothing.
   */
  readonly arrivalByPapers: Milestone | null;
  readonly origin: PlaceRef | null;
  /** Where its carriage ends, or where its papers say that it goes while no carriage is known to reach that place. */
  readonly destination: PlaceRef | null;
  readonly last: Milestone | null;
  readonly next: ExpectedStep | null;
  readonly eta: Eta | null;
  /** The told arrival at the end of the carriage; null while it is still to come, or nobody told when it was. */
  readonly arrived: Arrived | null;
  /** What every source told of the arrival, in the order in which they first spoke; kept once it has arrived. */
  readonly etaSeries: readonly EtaSeries[];
  /** Each change of the ETA that is relied on, the first told first, with its reason. */
  readonly etaChanges: readonly EtaChange[];
  readonly blockers: readonly Blocker[];
  /** What is, and what was, wrong with it: open ones first, the gravest at the top. */
  readonly exceptions: readonly JourneyException[];
  /** Whether each box may leave each place that customs must let it leave, in the order of its way. */
  readonly readiness: readonly Readiness[];
  /** Free times side by side, the earliest end first; of each box and charge one binds. */
  readonly freeTime: readonly FreeTimeClock[];
  /** What the next seven days cost for every box that still stands where it costs, today (there) included. */
  readonly charges: readonly DayCharge[];
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

/** A journey, and what is wrong with the same cargo by the limits of others, which costs a small part of another journey. */
export interface JudgedJourney {
  readonly journey: Journey;
  readonly exceptionsBy: (rules: ExceptionRules) => Exceptions;
}

/**
 * Derives the journey from the facts at an instant (epoch milliseconds, service time), and judges it by the rules. A pure
 * function of the set of claims, of `now`, of the rules and of the town and zone that a place lies in: the order in which claims came
 * changes nothing.
 */
export function deriveJourney(
  facts: JourneyFacts,
  now: number,
  rules: JourneyRules = NOTHING_JUDGED,
  townOf: TownOf = townAsTold,
  zoneOf: ZoneOf = zoneAsTold,
): Journey {
  return judgeJourney(facts, now, rules, townOf, zoneOf).journey;
}

/** The same, for whoever asks what others judge otherwise. */
export function judgeJourney(
  facts: JourneyFacts,
  now: number,
  rules: JourneyRules,
  townOf: TownOf,
  zoneOf: ZoneOf,
): JudgedJourney {
  const happened = facts.claims.filter(
    (c) => c.event.classifier !== 'ACTUAL' || Date.parse(c.event.time.instant) <= now + FUTURE_SLACK_MS,
  );
  const runOf = runsWithin(happened);
  const claims = withoutMissedRuns(happened, runOf);
  const matching = { rules: rules.matching, townOf, holds: rules.holds };
  const all = milestonesOf(claims.filter(isOnLine), runOf, matching);
  const boxes = [...new Set(facts.cycles.map(({ container }) => container))];
  const former = formerDestinations(claims, facts.anchor);
  const standing = standingPlans(rollUp(joinCalls(all, runOf, matching), townOf), boxes, former);
  const { milestones: line, legs } = standing;
  const logistics = line.filter((m) => m.dimension === 'LOGISTICS');
  const documents = line.filter((m) => m.dimension === 'DOCUMENT');
  const pieces = piecesOf(all);
  const told = toldDestination(claims, facts.anchor);
  const papersOf = toldByBox(documents.filter((m) => m.classifier === 'ACTUAL'));
  const leaves = rules.release;
  const onward = onwardBy(facts.documents, legs);
  const isSeaAir = onward === 'AIR';
  const ofBoxes = isSeaAir ? legs.filter((leg) => leg.mode !== 'AIR') : legs;
  const shared = { claims, ofWhole: toldOfWhole(all), legs: ofBoxes, told, former, runOf, matching, papersOf, leaves }; // prettier-ignore
  const ways = facts.cycles.map((cycle) => wayOf(cycle, shared));
  const deviation = ofAnyBox(deviationOf(standing, told), ways);
  const ofCargo = onward ? lineOfCargo(line, legs, told, onward) : line;
  const ahead = stillAhead(told ?? deviation.plannedTo, legs, ofCargo);
  const destination = ahead ?? legs.at(-1)?.to ?? null;
  const byMoves = onward ? phaseBySeaAndAir(ofCargo, legs, ahead, onward) : phaseOf(line, legs, ahead);
  const ofWhole = phaseOfParts(byMoves, pieces, destination);
  const lagging = isSeaAir ? laggingAtSea(laggard(ways), ofWhole) : laggard(ways);
  // A cargo of several boxes is where its last box is: one empty box returned completes nothing.
  const first = lagging ?? ways.find((way) => way.byPapers) ?? null;
  const isInParts = pieces !== null && (ways.length === 0 || isSeaAir);
  const ofPapers =
    ways.length > 0 || isInParts
      ? (first?.byPapers ?? null)
      : arrivalByPapers({ phase: ofWhole, line, legs, ahead, papers: papersOf(null), leaves });
  const phase = ofPapers?.phase ?? lagging?.progress.phase ?? ofWhole;
  const happenings = logistics.filter((m) => m.classifier === 'ACTUAL');
  const reached = isSeaAir ? happenings.filter((m) => !isOfLeftBox(m, happenings)) : happenings;
  const last = lastRead(reached) ?? reached.at(-1) ?? null;
  const { milestones: steps, legs: stepLegs } = lagging?.standing ?? { milestones: ofCargo, legs };
  const containers = ways.map((way) => way.progress);
  const arrival = deriveEta({ claims: stillMeant(happened, standing), legs, ahead, runOf, now }, rules.eta);
  const toCome = steps.filter((m) => !isOfEndedRun(m, legs));
  const byPapers = phase === 'AT_DESTINATION' ? ofPapers : null;
  const isUseOver =
    facts.cycles.length > 0 && facts.cycles.every(({ endedAt }) => endedAt !== null && endedAt <= now);
  const next = nextStep(toCome, stepLegs, {
    phase,
    destination,
    best: arrival.best,
    byPapers,
    isUseOver,
    now,
  });
  const { holds } = rules;
  const { calendars } = rules.freeTime;
  const cargo = cargoOf({ logistics, documents, containers, destination, facts, holds, calendars, zoneOf, phase, legs, overtaken: standing.overtaken, next, etaPolicy: rules.eta, now }); // prettier-ignore
  const freeTime = clocksOf(cargo, { ...rules.freeTime, zoneOf });
  const exceptionsBy = (limits: ExceptionRules) => exceptionsOf({ ...cargo, freeTime }, limits);
  const { exceptions, changesAt } = exceptionsBy(rules.exceptions);
  const movesOfCargo = ofCargo.filter((m) => m.dimension === 'LOGISTICS');
  const readiness = deriveReadiness({
    logistics: ways.length > 0 ? logistics : movesOfCargo,
    documents,
    legs,
    cycles: facts.cycles,
    destination,
    holds,
    leaves,
    loose: isSeaAir ? movesOfCargo : null,
  });
  const behind = lagging?.progress.last ?? last;
  const where = whereNow(phase, lagging ? stepLegs : legs, behind, isInParts);
  const journey: Journey = {
    phase,
    currentPlace: ofPapers ? ofPapers.place : where.place,
    currentTransport: ofPapers ? null : where.transport,
    arrivalByPapers: ofPapers?.milestone ?? null,
    origin: legs[0]?.from ?? logistics.find((m) => m.place)?.place ?? null,
    destination,
    last,
    next,
    eta: byPapers ? null : etaOf(arrival, legs, ahead),
    arrived: arrivedAt(legs, ahead),
    etaSeries: arrival.series,
    etaChanges: arrival.history,
    blockers: blockersOf(line, holds),
    exceptions,
    readiness,
    freeTime,
    charges: chargesAhead(freeTime, CHARGED_DAYS, now),
    logistics: steadied(logistics, arrival.best),
    documents,
    containers,
    pieces,
    legs: withBestArrival(legs, arrival.best),
    deviation,
    overtaken: standing.overtaken,
    changesAt: earliest(
      changesAt,
      arrival.changesAt,
      chargesChangeAt(freeTime, CHARGED_DAYS, now),
      rules.changesAt,
      firstChange(line, facts.claims, now),
    ),
  };
  return { journey, exceptionsBy };
}

/** What sensors say is beside the line. */
function isOnLine({ event }: FactClaim): boolean {
  return dimensionOf(event.code) !== 'SENSOR';
}

/** What its ship was to do after it came off, or where it does not call, says nothing of when the cargo arrives. */
function stillMeant(claims: readonly FactClaim[], { overtaken, omitted }: Standing): readonly FactClaim[] {
  const cameOff = overtaken.filter(({ by }) => by === null).flatMap(({ milestones }) => milestones);
  const without = [...cameOff, ...omitted];
  if (without.length === 0) return claims;
  const ids = new Set(without.flatMap((m) => [...m.claims, ...m.expected]).map(({ id }) => id));
  return claims.filter(({ id }) => !ids.has(id));
}

function ofAnyBox(whole: Deviation, ways: readonly BoxWay[]): Deviation {
  return ways.find((way) => way.deviation.routing === 'MISDIRECTED')?.deviation ?? whole;
}

function earliest(...instants: readonly (number | null)[]): number | null {
  const known = instants.filter((at) => at !== null);
  return known.length > 0 ? Math.min(...known) : null;
}

/** Days for which a journey says what they cost, today included. */
const CHARGED_DAYS = 7;

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
