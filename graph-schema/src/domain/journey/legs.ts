import type { IdentifierKey } from '../identifier.ts';
import type { EventTime, PlaceRef, TransportMode, TransportRef } from '../tracking-event.ts';
import { apart, follows, isOfSame } from './follows.ts';
import { minutesLate } from './lateness.ts';
import { placeOf, type Milestone } from './milestone.ts';
import { withRoad } from './road-legs.ts';

/** What is known of one end of a leg. */
export interface LegEnd {
  readonly planned: EventTime | null;
  readonly estimated: EventTime | null;
  readonly actual: EventTime | null;
  /** Minutes that the actual, else the estimated time is after the planned (before: negative); null without both. */
  readonly lateMinutes: number | null;
}

/** A carriage of boxes or pieces on one run between two places. */
export interface Leg {
  /** The run, or the two places where no run is known. */
  readonly id: string;
  readonly mode: TransportMode;
  readonly state: 'PLANNED' | 'UNDERWAY' | 'DONE';
  readonly from: PlaceRef | null;
  readonly to: PlaceRef | null;
  readonly transport: TransportRef | null;
  readonly departure: LegEnd;
  readonly arrival: LegEnd;
  readonly containers: readonly string[];
}

export const LEAVES: ReadonlySet<string> = new Set(['LOADED', 'DEPARTED']);
/** What ends a leg. Terminals tell the berth alone, estimated as well: a ship that lies there has come. */
export const COMES: ReadonlySet<string> = new Set(['ARRIVED', 'BERTHED', 'DISCHARGED', 'CHECKED_IN']);
const COMES_OFF: ReadonlySet<string> = new Set(['DISCHARGED', 'CHECKED_IN']);
const NONE: ReadonlySet<IdentifierKey> = new Set();

/**
 * Legs of a journey in order, from the milestones that name a run, `without` the runs that it does not take; road carriage
 * fills what lies between.
 */
export function legsOf(milestones: readonly Milestone[], without: ReadonlySet<IdentifierKey> = NONE): Leg[] {
  const byRun = new Map<IdentifierKey, Milestone[]>();
  for (const milestone of milestones) {
    if (milestone.dimension !== 'LOGISTICS' || !milestone.run) continue;
    if (without.has(milestone.run)) continue;
    const list = byRun.get(milestone.run);
    if (list) list.push(milestone);
    else byRun.set(milestone.run, [milestone]);
  }
  const legs = [...byRun].map(([run, list]) => runLeg(run, list)).filter((leg) => leg.from ?? leg.to);
  legs.sort((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1));
  return withRoad(withTransfers(legs, milestones), milestones);
}

/** Told of the cargo, if only that it was to happen: then the run's own call is the cargo's. */
export function isOwn(milestone: Milestone): boolean {
  return !milestone.inherited || milestone.expected.some((claim) => !claim.inherited);
}

function runLeg(run: IdentifierKey, milestones: readonly Milestone[]): Leg {
  const own = milestones.filter(isOwn);
  const leaving = own.filter((m) => LEAVES.has(m.code));
  const passed = own.filter((m) => COMES.has(m.code) && wentOn(m, own));
  const coming = own.filter((m) => COMES.has(m.code) && !passed.includes(m));
  const said = milestones.flatMap((m) => m.claims.map((c) => c.event));
  const from =
    leaving[0]?.place ??
    own.find((m) => m.code === 'GAUGE_CHANGED')?.place ??
    said.find((e) => e.from)?.from ??
    firstInherited(milestones)?.place ??
    null;
  const to = cameOff(own)?.place ?? coming.at(-1)?.place ?? said.find((e) => e.to)?.to ?? null;
  const departure = endOf(milestones, from, LEAVES, 'DEPARTED');
  // Where its end is not told, a train that stands somewhere on the way has not brought the cargo anywhere.
  const arrival = endOf(
    (to === null ? own : milestones).filter((m) => !passed.includes(m)),
    to,
    COMES,
    'ARRIVED',
  );
  const transport =
    milestones.find((m) => m.transport?.vesselName)?.transport ?? milestones.find((m) => m.transport)?.transport ?? null; // prettier-ignore
  return {
    id: run,
    // Who names a barge has looked: many name whatever floats a vessel.
    mode: said.some((event) => event.transport?.mode === 'BARGE') ? 'BARGE' : (transport?.mode ?? 'VESSEL'),
    state: arrival.actual ? 'DONE' : departure.actual ? 'UNDERWAY' : 'PLANNED',
    from,
    to,
    transport,
    departure,
    arrival,
    containers: [...new Set(milestones.flatMap((m) => m.containers))].sort(),
  };
}

/**
 * Whether what came there on a run was put aboard it there again, or sailed on with it: that is no end. A departure after it
 * came off, without another loading, is the ship's alone.
 */
function wentOn(came: Milestone, own: readonly Milestone[]): boolean {
  const [place, index] = [came.place, own.indexOf(came)];
  if (came.classifier !== 'ACTUAL' || place === null) return false;
  const here = own.filter(
    (m) =>
      m.classifier === 'ACTUAL' &&
      (LEAVES.has(m.code) || COMES_OFF.has(m.code)) &&
      m.place !== null &&
      !apart(m.place, place) &&
      isOfSame(m.containers, came.containers),
  );
  const last = here.findLast((m) => m.code !== 'DEPARTED');
  const counts = last && COMES_OFF.has(last.code) ? last : here.at(-1);
  return counts !== undefined && LEAVES.has(counts.code) && own.indexOf(counts) > index;
}

/**
 * Where the last of the cargo came off a run, whatever was planned; null while something is still on it.
 *
 * `own`: told of the cargo, in order of time.
 */
export function cameOff(own: readonly Milestone[]): Milestone | null {
  const actual = own.filter(
    (m) => m.classifier === 'ACTUAL' && (LEAVES.has(m.code) || COMES_OFF.has(m.code)),
  );
  const boxes = [...new Set(actual.flatMap((m) => m.containers))];
  const lastOf = (box: string | null) =>
    actual.findLast((m) => box === null || m.containers.length === 0 || m.containers.includes(box));
  const ends = (boxes.length > 0 ? boxes : [null]).map(lastOf);
  if (!ends.every((m) => m && COMES_OFF.has(m.code))) return null;
  return actual.findLast((m) => COMES_OFF.has(m.code)) ?? null;
}

function firstInherited(milestones: readonly Milestone[]): Milestone | undefined {
  return milestones.find((m) => m.inherited && m.code === 'DEPARTED');
}

/**
 * The times at one end: of the run's own departure or arrival where told, else of loading or discharge. A plan or an
 * estimate that something later overtook stays, so that early can be told from late.
 */
function endOf(
  milestones: readonly Milestone[],
  place: PlaceRef | null,
  codes: ReadonlySet<string>,
  best: string,
): LegEnd {
  const here = milestones
    .filter((m) => codes.has(m.code) && (place === null || placeOf(m.place) === placeOf(place)))
    .sort((a, b) => Number(b.code === best) - Number(a.code === best));
  const said = here.flatMap((m) => [...m.claims, ...m.expected]).map((claim) => claim.event);
  const pick = (classifier: Milestone['classifier']) =>
    here.find((m) => m.classifier === classifier)?.time ??
    said.find((event) => event.classifier === classifier)?.time ??
    null;
  // What is loaded has not left while its departure is only announced.
  const stillHere = here[0]?.code === 'DEPARTED' && here[0].classifier !== 'ACTUAL';
  const [planned, estimated] = [pick('PLANNED'), pick('ESTIMATED')];
  const actual = stillHere ? null : pick('ACTUAL');
  return { planned, estimated, actual, lateMinutes: minutesLate(planned, actual ?? estimated) };
}

export function startOf(leg: Leg): number {
  const time =
    leg.departure.actual ??
    leg.departure.estimated ??
    leg.departure.planned ??
    leg.arrival.actual ??
    leg.arrival.estimated ??
    leg.arrival.planned;
  return time ? Date.parse(time.instant) : Number.MAX_SAFE_INTEGER;
}

/**
 * A note names the journey's end for every train on the way: a leg whose cargo went over to another from elsewhere
 * ended there, at the last thing told of its run.
 */
function withTransfers(legs: readonly Leg[], milestones: readonly Milestone[]): Leg[] {
  const actual = milestones.filter((m) => m.classifier === 'ACTUAL');
  const takenOver = (leg: Leg) =>
    actual.find((m) => m.run === leg.id && (LEAVES.has(m.code) || m.code === 'GAUGE_CHANGED'))?.time ?? null;
  return legs.map((leg, index) => {
    if (leg.state !== 'UNDERWAY') return leg;
    const next = legs.slice(index + 1).find((other) => takenOver(other) && follows(leg, other));
    const time = next && takenOver(next);
    if (!next?.from || !time) return leg;
    const seen = actual.findLast(
      (m) => m.run === leg.id && Date.parse(m.time.instant) <= Date.parse(time.instant),
    );
    return {
      ...leg,
      to: next.from,
      state: 'DONE',
      arrival: { ...leg.arrival, actual: seen?.time ?? time },
    };
  });
}
