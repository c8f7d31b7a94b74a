import type { Milestone, Shipment } from '../journey/shipment.graphql.ts';

/** Which milestones of `next` a reader has not seen in `previous`: new ones, and those that say something else. */
export function freshMilestones(previous: Shipment, next: Shipment): ReadonlySet<string> {
  const known = new Map(milestonesOf(previous).map((one) => [one.id, whatItSays(one)]));
  const fresh = milestonesOf(next).filter((one) => known.get(one.id) !== whatItSays(one));
  return new Set(fresh.map((one) => one.id));
}

function milestonesOf({ journey }: Shipment): Milestone[] {
  return [...journey.logistics, ...journey.documents];
}

function whatItSays({ classifier, time, place, voices, disagreement }: Milestone): string {
  return [classifier, time.instant, place?.id, voices.length, disagreement].join('|');
}
