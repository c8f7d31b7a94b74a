import type { EventTime, PlaceRef } from '../tracking-event.ts';
import { apart, follows } from './follows.ts';
import type { Leg, LegEnd } from './legs.ts';
import { placeOf, type Milestone } from './milestone.ts';

const NOTHING: LegEnd = { planned: null, estimated: null, actual: null, lateMinutes: null };

/** Between two places that no run joins, and to the place of delivery, the boxes went by road as far as anyone says. */
export function withRoad(legs: readonly Leg[], milestones: readonly Milestone[]): Leg[] {
  const all: Leg[] = [];
  for (const leg of legs) {
    const last = all.at(-1);
    if (last?.to && leg.from && last.state === 'DONE' && follows(last, leg) && apart(last.to, leg.from)) {
      all.push(roadLeg(last, last.to, leg.from, leg.departure.actual, leg.containers, milestones));
    }
    all.push(leg);
  }
  const end = all.at(-1);
  const delivered = milestones.findLast(
    (m) =>
      m.classifier === 'ACTUAL' &&
      (m.code === 'DELIVERED' || m.code === 'STRIPPED') &&
      !(end && isAtHub(m, end, legs)),
  );
  if (end?.to && delivered?.place && apart(end.to, delivered.place)) {
    all.push(roadLeg(end, end.to, delivered.place, delivered.time, delivered.containers, milestones));
  }
  return all;
}

/** Handed over between ship and flight, before it went on: it was not brought back there. */
function isAtHub({ time }: Milestone, { departure }: Leg, legs: readonly Leg[]): boolean {
  const isOn = (mode: Leg['mode']) => legs.some((leg) => leg.mode === mode);
  const leaves = departure.actual ?? departure.estimated ?? departure.planned;
  const isBefore = !leaves || Date.parse(time.instant) < Date.parse(leaves.instant);
  return isBefore && isOn('VESSEL') && isOn('AIR');
}

/** From gate to gate where gates told, else from the end of the carriage before to the beginning of what followed. */
function roadLeg(
  before: Leg,
  from: PlaceRef,
  to: PlaceRef,
  followed: EventTime | null,
  containers: readonly string[],
  milestones: readonly Milestone[],
): Leg {
  const earliest = Date.parse(before.arrival.actual?.instant ?? '');
  const gate = (place: PlaceRef, codes: readonly string[]) =>
    milestones.find(
      (m) =>
        m.classifier === 'ACTUAL' &&
        codes.includes(m.code) &&
        m.loadState !== 'EMPTY' &&
        placeOf(m.place) === placeOf(place) &&
        Date.parse(m.time.instant) >= earliest,
    )?.time;
  const came = gate(to, ['GATED_IN', 'RECEIVED']) ?? followed;
  const left = gate(from, ['GATED_OUT']) ?? (came && before.arrival.actual);
  return {
    id: `ROAD:${placeOf(from)}>${placeOf(to)}`,
    mode: 'TRUCK',
    state: came ? 'DONE' : left ? 'UNDERWAY' : 'PLANNED',
    from,
    to,
    transport: null,
    departure: { ...NOTHING, actual: left },
    arrival: { ...NOTHING, actual: came },
    containers,
  };
}
