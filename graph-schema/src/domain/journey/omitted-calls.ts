import { isSamePlace } from './destination.ts';
import type { FactClaim } from './facts.ts';
import type { Milestone } from './milestone.ts';
import { isAnnounced } from './run-said.ts';

/**
 * What was announced of calls that the cargo's ship, train or aircraft leaves out 甩港. A word that comes after the omission
 * brings the call back; what this service computed meanwhile is no such word.
 */
export function omittedCalls(milestones: readonly Milestone[]): Milestone[] {
  const omissions = milestones.filter(({ code }) => code === 'CALL_OMITTED');
  if (omissions.length === 0) return [];
  return milestones.filter(
    (m) =>
      isAnnounced(m) &&
      m.code !== 'CALL_OMITTED' &&
      omissions.some(
        ({ run, place, claims }) =>
          run !== null &&
          run === m.run &&
          place !== null &&
          m.place !== null &&
          isSamePlace(place, m.place) &&
          toldLast([...m.claims, ...m.expected]) <= toldLast(claims),
      ),
  );
}

/** Epoch milliseconds of the last word of anyone but this service. */
function toldLast(claims: readonly FactClaim[]): number {
  const voices = claims.flatMap((claim) => claim.voices).filter(({ source }) => source.kind !== 'INTERNAL');
  return Math.max(...voices.map(({ receivedAt }) => Date.parse(receivedAt)));
}
