import { boundsOf, withRoom, wrap, type Bounds, type LngLat } from '../../map/bounds.ts';
import type { Port, WaitingGround } from './ports.graphql.ts';

/** Degrees of latitude of a nautical mile. */
const MILE = 1 / 60;
/** A port of which only its point is known is shown with so much around it, degrees. */
const ROOM = 0.4;

/** The port and its approaches: its point, its terminals and where ships wait for it; null: no table has any of them. */
export function portBounds({ place, terminals, waitingGrounds }: Pick<Port, 'place' | 'terminals' | 'waitingGrounds'>): Bounds | null {
  const points = [place, ...terminals].flatMap(({ latitude, longitude }): LngLat[] =>
    latitude === null || longitude === null ? [] : [[longitude, latitude]],
  );
  const bounds = boundsOf([...points, ...waitingGrounds.flatMap((ground) => circleOf(ground, 4))]);
  return bounds && withRoom(bounds, ROOM);
} // prettier-ignore

/** A closed ring around where ships wait. */
export function circleOf({ latitude, longitude, radiusNm }: WaitingGround, corners = 48): LngLat[] {
  const wide = Math.max(0.05, Math.cos((latitude * Math.PI) / 180));
  return Array.from({ length: corners + 1 }, (_, corner): LngLat => {
    const angle = ((corner % corners) / corners) * 2 * Math.PI;
    return [
      longitude + (Math.cos(angle) * radiusNm * MILE) / wide,
      latitude + Math.sin(angle) * radiusNm * MILE,
    ];
  });
}

type Point = { readonly latitude: number; readonly longitude: number };

/** Whether something lies where ships wait. */
export function isWithin(point: Point, { latitude, longitude, radiusNm }: WaitingGround): boolean {
  const across = wrap(point.longitude - longitude);
  const east = across * Math.cos((latitude * Math.PI) / 180);
  return Math.hypot(east, point.latitude - latitude) <= radiusNm * MILE;
}
