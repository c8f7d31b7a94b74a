import type { PathSegment } from '../../../features/journey/shipment.graphql.ts';

/**
 * The leg whose way passes nearest to a point of the map; null: none does within reach.
 *
 * @param reach in Web Mercator units.
 */
export function nearestLeg(
  paths: readonly Pick<PathSegment, 'legId' | 'coordinates'>[],
  longitude: number,
  latitude: number,
  reach: number,
): string | null {
  const point = onMap(longitude, latitude);
  let [best, found]: [number, string | null] = [reach, null];
  for (const { legId, coordinates } of paths)
    for (const part of coordinates)
      for (let index = 1; index < part.length; index += 1) {
        const [from, to] = [pointOf(part[index - 1]), pointOf(part[index])];
        if (!from || !to) continue;
        const far = distance(point, from, to);
        if (far < best) [best, found] = [far, legId];
      }
  return found;
}

type Point = readonly [east: number, south: number];

function pointOf(coordinates: readonly number[] | undefined): Point | null {
  const [longitude, latitude] = coordinates ?? [];
  return longitude === undefined || latitude === undefined ? null : onMap(longitude, latitude);
}

function onMap(longitude: number, latitude: number): Point {
  const sine = Math.sin((Math.min(85.05, Math.max(-85.05, latitude)) * Math.PI) / 180);
  return [longitude / 360, -Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** Of a point from a stretch, on whichever turn of the world they are nearest. */
function distance([x, y]: Point, from: Point, to: Point): number {
  const turn = Math.round(from[0] - x);
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const [px, py] = [x + turn - from[0], y - from[1]];
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
  return Math.hypot(px - part * dx, py - part * dy);
}
