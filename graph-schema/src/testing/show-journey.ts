import type { Journey } from '../domain/journey/derive-journey.ts';
import { isDerived } from '../domain/journey/facts.ts';
import type { Leg, LegEnd } from '../domain/journey/legs.ts';
import { placeOf, type Milestone } from '../domain/journey/milestone.ts';
import type { EventTime, PlaceRef, TransportRef } from '../domain/tracking-event.ts';

/**
 * A line of the journey, one milestone each: `10-26 06:30 CNQZH DEPARTED KAPOK 114S`; `~` estimated, `?` planned. `(zone assumed)`:
 * nothing tells in which zone that clock is; `(derived)`: from positions alone.
 */
export function showLine(milestones: readonly Milestone[]): string {
  return lines(milestones, (m) =>
    words(
      m.classifier === 'ACTUAL' ? null : m.classifier === 'ESTIMATED' ? '~' : '?',
      showTime(m.time),
      m.place && m.time.zoneSource === 'SENDER_DEFAULT' ? '(zone assumed)' : null,
      showPlace(m.place),
      m.code,
      m.loadState,
      m.quantity?.pieces == null ? null : `${m.quantity.pieces}/${m.quantity.ofPieces ?? m.quantity.pieces}`,
      m.containers.join('+') || null,
      showTransport(m.transport),
      m.document,
      m.inherited ? '(inherited)' : null,
      m.claims.every(isDerived) ? '(derived)' : null,
      voicesOf(m).length > 1 ? `by ${voicesOf(m).join(', ')}` : null,
      m.disagreement ? 'DISAGREE' : null,
    ),
  );
}

/** A leg a line: `VESSEL DONE CNQZH 10-26 06:30 → SGSIN 10-30 09:10 KAPOK 114S`. */
export function showLegs(legs: readonly Leg[]): string {
  return lines(legs, (leg) =>
    words(
      leg.mode,
      leg.state,
      showPlace(leg.from),
      showEnd(leg.departure),
      '→',
      showPlace(leg.to),
      showEnd(leg.arrival),
      showTransport(leg.transport),
    ),
  );
}

/** Where it is, what comes next, when it arrives, what stops it: one line. */
export function showState(journey: Journey): string {
  const { next, eta } = journey;
  return [
    words(
      journey.phase,
      journey.currentPlace ? `at ${showPlace(journey.currentPlace)}` : null,
      journey.arrivalByPapers ? '(by papers)' : null,
      journey.currentTransport ? `aboard ${showTransport(journey.currentTransport)}` : null,
    ),
    next
      ? words('next', next.code, showPlace(next.place), next.time && showTime(next.time), next.basis)
      : null,
    eta
      ? words(
          'ETA',
          showPlace(eta.place),
          showTime(eta.time),
          eta.basis,
          eta.lateMinutes === null ? null : `${eta.lateMinutes} min late`,
        )
      : null,
    ...journey.blockers.map((blocker) => `blocked by ${blocker.code}`),
  ]
    .filter((part) => part !== null)
    .join(' | ');
}

function showEnd({ actual, estimated, planned }: LegEnd): string | null {
  if (actual) return showTime(actual);
  if (estimated) return `~${showTime(estimated)}`;
  return planned ? `?${showTime(planned)}` : null;
}

/** The wall clock as reported, without the year; a day alone where no more was told. */
function showTime({ local, precision }: EventTime): string {
  return precision === 'DAY' ? local.slice(5, 10) : local.slice(5, 16).replace('T', ' ');
}

function showPlace(place: PlaceRef | null): string | null {
  const terminal =
    place?.facility && place.facility.scheme !== 'IATA'
      ? `/${place.facility.code}${place.berth ? `/${place.berth}` : ''}`
      : '';
  return place && `${placeOf(place) ?? '?'}${terminal}`;
}

function showTransport(transport: TransportRef | null): string | null {
  if (!transport) return null;
  const { vesselName, train, flight, wagon, voyage } = transport;
  return words(vesselName ?? train ?? flight ?? (wagon && `wagon ${wagon}`), voyage) || null;
}

function voicesOf(milestone: Milestone): string[] {
  return [...new Set(milestone.claims.flatMap((claim) => claim.voices.map((voice) => voice.source.kind)))];
}

function lines<T>(items: readonly T[], show: (item: T) => string): string {
  return items.map(show).join('\n');
}

function words(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' ');
}

/** A whole journey: where it is and whether that is as planned, both lines, legs with how late they are, overtaken plans, boxes. */
export function showJourney(journey: Journey): string {
  const { next, deviation, overtaken, containers } = journey;
  return [
    words(
      showState(journey),
      `| ${deviation.routing}`,
      deviation.plannedTo && `planned to ${showPlace(deviation.plannedTo)}`,
      next?.overdueSince ? `| overdue since ${next.overdueSince}` : null,
      next && next.unread.length > 0 ? `| unread ${next.unread.join(', ')}` : null,
    ),
    ...indented('  ', showLine(journey.logistics)),
    ...indented('  ', showLine(journey.documents)),
    ...journey.legs.map((leg) => `> ${words(showLegs([leg]), showLate(leg))}`),
    ...overtaken.flatMap((plan) => indented(`x ${plan.by ? `${plan.by} instead` : 'came off before'}: `, showLine(plan.milestones))), // prettier-ignore
    ...containers.map((box) => `${box.reference} ${box.phase}`),
  ].join('\n');
}

function showLate({ departure, arrival }: Leg): string | null {
  const late = [departure.lateMinutes, arrival.lateMinutes];
  return late.every((minutes) => minutes === null)
    ? null
    : `late ${late.map((m) => m ?? '?').join(' → ')} min`;
}

function indented(mark: string, text: string): string[] {
  return text === '' ? [] : text.split('\n').map((line) => `${mark}${line}`);
}
