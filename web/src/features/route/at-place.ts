import { groupMilestones, type MilestoneGroup } from '../journey/group-milestones.ts';
import type { Journey, Leg, Milestone, Place } from '../journey/shipment.graphql.ts';

/** What a journey tells of one place on its way. */
export interface AtPlace {
  /** In order of time: what happened there, then what is to. */
  readonly groups: readonly MilestoneGroup[];
  readonly legs: readonly Leg[];
}

/** A terminal is where its town is: who tells of one and who of the other tell of the same stop. */
function isAt(place: Pick<Place, 'id' | 'unLocode'>, other: Pick<Place, 'id' | 'unLocode'> | null): boolean {
  if (!other) return false;
  return place.id === other.id || (place.unLocode !== null && place.unLocode === other.unLocode);
}

export function atPlace(
  { logistics, documents, legs }: Pick<Journey, 'logistics' | 'documents' | 'legs'>,
  place: Pick<Place, 'id' | 'unLocode'>,
): AtPlace {
  const at = ({ time }: Milestone) => Date.parse(time.instant);
  const told = [...logistics, ...documents].filter((one) => isAt(place, one.place));
  return {
    groups: groupMilestones(told.toSorted((a, b) => at(a) - at(b))),
    legs: legs.filter(({ from, to }) => isAt(place, from) || isAt(place, to)),
  };
}
