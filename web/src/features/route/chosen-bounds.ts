import type { Bounds } from '../../map/bounds.ts';
import type { Journey } from '../journey/shipment.graphql.ts';
import { journeyBounds } from './journey-bounds.ts';
import { placeId, positionId } from './chosen-ids.ts';

/** The box around what is chosen of a way; null: nothing is, or it has no position. */
export function chosenBounds({ geometry, livePositions }: Pick<Journey, 'geometry' | 'livePositions'>, chosen: string): Bounds | null {
  return journeyBounds({
    geometry: {
      paths: geometry.paths.filter(({ legId }) => chosen === `leg-${legId}`),
      stops: geometry.stops.filter(({ place }) => chosen === placeId(place)),
    },
    livePositions: livePositions.filter((one) => chosen === positionId(one)),
  });
} // prettier-ignore
