import type { Feature, FeatureCollection, MultiLineString } from 'geojson';
import type { PathSegment } from '../../../features/journey/shipment.graphql.ts';

interface PathProperties {
  readonly legId: string;
  readonly mode: PathSegment['mode'];
  readonly state: PathSegment['state'];
  /** A straight line between two places, not a way that anything takes. */
  readonly approximate: boolean;
}

export type PathFeatures = FeatureCollection<MultiLineString, PathProperties>;

/** One feature a segment; parts without two valid points are left out, and segments without parts. */
export function toFeatures(paths: readonly PathSegment[]): PathFeatures {
  const features = paths.flatMap((path): Feature<MultiLineString, PathProperties>[] => {
    const coordinates = path.coordinates
      .map((part) => part.flatMap(position))
      .filter((part) => part.length > 1);
    if (coordinates.length === 0) return [];
    const { legId, mode, state, basis } = path;
    return [
      {
        type: 'Feature',
        properties: { legId, mode, state, approximate: basis === 'STRAIGHT' },
        geometry: { type: 'MultiLineString', coordinates },
      },
    ];
  });
  return { type: 'FeatureCollection', features };
}

function position(point: readonly number[]): [number, number][] {
  const [longitude, latitude] = point;
  return longitude === undefined || latitude === undefined ? [] : [[longitude, latitude]];
}
