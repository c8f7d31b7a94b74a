import { type Bounds, boundsOf, type LngLat, withRoom } from '../../map/bounds.ts';
import type { Journey } from '../journey/shipment.graphql.ts';

const leastDegrees = 4;

/** The box around the whole journey, its way, its places and where it is now; null when nothing has a position. */
export function journeyBounds({
  geometry,
  livePositions,
}: Pick<Journey, 'geometry' | 'livePositions'>): Bounds | null {
  const points: LngLat[] = [];
  for (const path of geometry.paths)
    for (const part of path.coordinates)
      for (const [longitude, latitude] of part)
        if (longitude !== undefined && latitude !== undefined) points.push([longitude, latitude]);
  for (const { place } of geometry.stops)
    if (place.longitude !== null && place.latitude !== null) points.push([place.longitude, place.latitude]);
  for (const { longitude, latitude } of livePositions) points.push([longitude, latitude]);
  const bounds = boundsOf(points);
  return bounds ? withRoom(bounds, leastDegrees) : null;
}
