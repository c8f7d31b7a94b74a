import type { FactClaim, JourneyFacts } from 'graph-schema/domain/journey/facts';
import type { Milestone } from 'graph-schema/domain/journey/milestone';
import type { EventTime } from 'graph-schema/domain/tracking-event';
import type { Standing } from './known-world.ts';

export type WithdrawnReason = 'TAKEN_BACK' | 'NOT_PLACED' | 'ANOTHER_SHIPMENT';

/** What showed on the shipment at the instant looked back at, and shows there no more. */
export interface WithdrawnStatus {
  readonly reason: WithdrawnReason;
  readonly code: string;
  readonly time: EventTime;
  /** The milestone that shows it; null where it is another shipment's now. */
  readonly milestoneId: string | null;
}

/** What became of claims since: which show on the shipment now, on another one, and which stand at all. */
export interface SinceThen {
  readonly still: ReadonlySet<string>;
  readonly elsewhere: ReadonlySet<string>;
  readonly standing: ReadonlySet<string>;
  /** Papers that lead to another shipment now, and not to this one. */
  readonly papersElsewhere: ReadonlySet<string>;
}

export function sinceThen(now: JourneyFacts | null, today: Standing): SinceThen {
  const elsewhere = new Set<string>();
  const add = (claims: readonly FactClaim[]) => {
    for (const { id, inherited } of claims) if (!inherited) elsewhere.add(id);
  };
  for (const one of today.shipments) if (one !== now) add(one.claims);
  // A use of a box that no paper is known of is somebody's, too.
  for (const { holds } of today.cycles) for (const id of holds) elsewhere.add(id);
  return {
    still: new Set(now?.claims.map(({ id }) => id)),
    elsewhere,
    standing: new Set(today.claims.map(({ id }) => id)),
    papersElsewhere: new Set(
      today.shipments.flatMap(({ documents }) => documents.filter((key) => !now?.documents.includes(key))),
    ),
  };
}

/** Claims that are another shipment's now: rights are not turned back, so nothing may follow from them any more. */
export function movedAway(claims: readonly FactClaim[], { still, elsewhere }: SinceThen): FactClaim[] {
  return claims.filter(({ id, inherited }) => !inherited && !still.has(id) && elsewhere.has(id));
}

/** Of what moved away code and time, and nothing else; of what is not told any more which milestone it is. */
export function withdrawnStatuses(
  moved: readonly FactClaim[],
  milestones: readonly Milestone[],
  { still, standing }: SinceThen,
): WithdrawnStatus[] {
  const told = new Map<string, WithdrawnStatus>();
  for (const { event } of moved) {
    const { code, time } = event;
    told.set(`${code} ${time.instant}`, { reason: 'ANOTHER_SHIPMENT', code, time, milestoneId: null });
  }
  const gone = milestones.filter(
    ({ claims, inherited }) => !inherited && !claims.some(({ id }) => still.has(id)),
  );
  return [
    ...told.values(),
    ...gone.map(({ id, code, time, claims }): WithdrawnStatus => {
      const stands = claims.some((claim) => standing.has(claim.id));
      return { reason: stands ? 'NOT_PLACED' : 'TAKEN_BACK', code, time, milestoneId: id };
    }),
  ].sort(byTime);
}

function byTime(a: WithdrawnStatus, b: WithdrawnStatus): number {
  const key = ({ time, code }: WithdrawnStatus) => `${time.instant} ${code}`;
  return key(a) < key(b) ? -1 : 1;
}
