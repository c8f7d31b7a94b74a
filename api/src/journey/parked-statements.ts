import type { ParkedRow } from 'graph-schema/cypher/read/parked-claims';
import type { ParkReason } from 'graph-schema/domain/cycle-parking';
import { dimensionOf } from 'graph-schema/domain/event-code';
import type { FactClaim } from 'graph-schema/domain/journey/facts';
import { inTime, milestonesOf, type Milestone } from 'graph-schema/domain/journey/milestone';
import { runsWithin } from 'graph-schema/domain/journey/same-run';
import { factClaim } from 'graph-schema/facts/facts-from-rows';

/** Near a use of a box: gates and returns are told days early and days late. */
export const PARKED_SLACK_MS = 7 * 86_400_000;

/** What is told of a box and held by none of its uses. */
export interface ParkedStatement {
  readonly reason: ParkReason;
  readonly milestone: Milestone;
  /** Ids of the claims that speak against it. */
  readonly against: readonly string[];
}

/** A claim that no use of its box holds. */
export interface ParkedClaim {
  readonly claim: FactClaim;
  readonly reason: ParkReason;
  readonly against: readonly string[];
}

export function parkedClaim([id, text, reason, against, voices]: ParkedRow): ParkedClaim {
  const claim = factClaim([id, text, null, voices], false);
  return { claim, reason: reason as ParkReason, against: against?.split(' ') ?? [] };
}

/**
 * Parked claims as they are shown: those of one happening together, in order of time. What sensors notice is no move, so
 * it speaks neither for a use of the box nor against one.
 */
export function parkedStatements(parked: readonly ParkedClaim[]): ParkedStatement[] {
  const against = new Map(parked.map((one) => [one.claim.id, one.against]));
  const reasons = [...new Set(parked.map(({ reason }) => reason))];
  return reasons
    .flatMap((reason) => {
      const claims = parked
        .filter((one) => one.reason === reason)
        .map(({ claim }) => claim)
        .filter(({ event }) => dimensionOf(event.code) !== 'SENSOR');
      return milestonesOf(claims, runsWithin(claims)).map((milestone) => ({
        reason,
        milestone,
        against: [...new Set(milestone.claims.flatMap(({ id }) => against.get(id) ?? []))],
      }));
    })
    .sort((a, b) => inTime(a.milestone, b.milestone));
}
