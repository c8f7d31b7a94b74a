import { sampleMilestone } from '../../journey/testing/sample-milestone.ts';
import type { EtaSeries, EtaTelling } from '../eta.graphql.ts';

/** One telling of an arrival at Ningbo, `local` on its clock. */
export function sampleTelling(
  eventId: string,
  toldAt: string,
  local: string,
  given: Partial<EtaTelling> = {},
): EtaTelling {
  return {
    eventId,
    toldAt,
    code: 'ARRIVED',
    basis: 'ESTIMATED',
    isOnTarget: true,
    isProven: false,
    band: null,
    computation: null,
    time: sampleMilestone(eventId, local).time,
    place: null,
    transport: null,
    evidence: { rawId: eventId },
    ...given,
  };
}

export function sampleSeries(id: string, ...tellings: EtaTelling[]): EtaSeries {
  return { source: { id, name: id, nameZh: null, kind: 'CARRIER' }, errorMinutes: null, tellings };
}
