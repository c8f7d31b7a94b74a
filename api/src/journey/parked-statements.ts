import type { ParkedRow } from 'graph-schema/cypher/read/parked-claims';
import type { ParkReason } from 'graph-schema/domain/cycle-parking';
import { dimensionOf } from 'graph-schema/domain/event-code';
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

/**
 * Parked claims as they are shown: those of one happening together, in order of time. What sensors notice is no move, so
 * it speaks neither for a use of the box nor against one.
 */
export function parkedStatements(rows: readonly ParkedRow[]): ParkedStatement[] {
  const against = new Map(rows.map(([id, , , ids]) => [id, ids?.split(' ') ?? []]));
  const reasons = [...new Set(rows.map(([, , reason]) => reason as ParkReason))];
  return reasons
    .flatMap((reason) => {
      const claims = rows
        .filter((row) => row[2] === reason)
        .map(([id, text, , , voices]) => factClaim([id, text, null, voices], false))
        .filter(({ event }) => dimensionOf(event.code) !== 'SENSOR');
      return milestonesOf(claims, runsWithin(claims)).map((milestone) => ({
        reason,
        milestone,
        against: [...new Set(milestone.claims.flatMap(({ id }) => against.get(id) ?? []))],
      }));
    })
    .sort((a, b) => inTime(a.milestone, b.milestone));
}
