import type { EtaTelling } from '../eta/telling.ts';
import { isArrivalOf } from './expectation.ts';
import { minutesLate } from './lateness.ts';
import type { Leg } from './legs.ts';
import type { Milestone } from './milestone.ts';

/**
 * One answer in all places: the expected arrival on the line says what the best ETA says, and not what was said last; whatever
 * else was told stays as expected of it.
 */
export function steadied(line: readonly Milestone[], best: EtaTelling | null): readonly Milestone[] {
  if (!best) return line;
  return line.map((step) => {
    if (step.classifier === 'ACTUAL' || step.id === best.claimId || !isArrivalOf(best, step)) return step;
    const told = [...step.claims, ...step.expected];
    const relied = told.find(({ id }) => id === best.claimId);
    if (!relied) return step;
    const { classifier, place } = relied.event;
    const others = told.filter((claim) => claim !== relied);
    return { ...step, id: relied.id, classifier, time: best.time, place, claims: [relied], expected: others };
  });
}

/** The same for the end of the carriage. */
export function withBestArrival(legs: readonly Leg[], best: EtaTelling | null): readonly Leg[] {
  const end = legs.findLast((leg) => leg.mode !== 'TRUCK');
  if (!best?.isOnTarget || !end || end.arrival.actual || ![null, end.id].includes(best.run)) return legs;
  if (best.basis === 'PLANNED') return legs;
  const arrival = {
    ...end.arrival,
    estimated: best.time,
    lateMinutes: minutesLate(end.arrival.planned, best.time),
  };
  return legs.map((leg) => (leg === end ? { ...leg, arrival } : leg));
}
