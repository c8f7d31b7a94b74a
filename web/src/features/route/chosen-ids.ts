import type { LivePosition, Place } from '../journey/shipment.graphql.ts';

/** A place as something that is chosen: who tells of a town and who of a terminal there tell of the same stop (`at-place.ts`). */
export function placeId({ id, unLocode }: Pick<Place, 'id' | 'unLocode'>): string {
  return `place-${unLocode ?? id}`;
}

/** A position: of the same ship, train or box it is the same, wherever that is. */
export function positionId({ means, name, containers }: Pick<LivePosition, 'means' | 'name' | 'containers'>): string {
  return `position-${means} ${name ?? containers[0] ?? ''}`;
} // prettier-ignore
