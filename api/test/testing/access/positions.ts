import { hear } from '../ship-at-sea.ts';
import type { Somebody } from './asking.ts';
import type { AccessWorld } from './world.ts';

/** Ships and aircraft broadcast where they are. */
export const isBroadcast = (id: string): boolean => /^(?:MMSI|AIRCRAFT):/.test(id);
const EVERYWHERE = { west: -180, south: -90, east: 180, north: 90 };

/** A ship, a truck and the first box say where they are. */
export async function reportPositions({ system, shipments, operator }: AccessWorld): Promise<void> {
  await hear(system, '21 08:20', '2026-11-21T08:20:00Z');
  await system.deliver('truck-platform', JSON.stringify([{ plateNo: '浙B7T701', lat: 30.01, lng: 121.2, speed: 62, direction: 95, gpsTime: '2026-11-21 17:00:00' }]));
  await system.deliver('box-telematics', JSON.stringify([{
    metadata: { eventID: '5e1d0000-0000-4000-8000-00000000acce', eventCreatedDateTime: '2026-11-21T09:00:00Z', eventType: 'IOT' },
    payload: { eventClassifierCode: 'ACT', eventDateTime: '2026-11-21T09:00:00Z', iotEventTypeCode: 'DETC', iotEventCode: 'LOC', geoLocation: { latitude: 22.5, longitude: 115.2 }, equipmentReference: shipments[0]?.box.box },
  }]));
  const live = operator.follow<Moved>(LIVE, { box: EVERYWHERE });
  const seen = new Set<string>();
  while (seen.size < 3) for (const { id } of (await live.next('all positions', 60_000))?.data?.livePositions.moved ?? []) seen.add(id);
  await live.close();
} // prettier-ignore

interface Moved {
  readonly livePositions: { readonly moved: readonly { readonly id: string }[]; readonly hidden: number };
}
const LIVE =
  'subscription ($box: MapBox!) { livePositions(box: $box, zoom: 12) { moved { id latitude longitude at } hidden } }';

/** What is told to move, at first. */
export async function followPositions(by: Somebody): Promise<string[]> {
  const live = by.follow<Moved>(LIVE, { box: EVERYWHERE });
  const answer = await live.next('what is there');
  await live.close();
  if (!answer?.data) throw new Error(JSON.stringify(answer?.errors));
  return answer.data.livePositions.moved.map(({ id }) => id);
}

/** Where things were at an instant. */
export async function positionsAt(by: Somebody, asOf: string): Promise<readonly { readonly id: string }[]> {
  const asked = 'query ($box: MapBox!, $asOf: DateTime!) { positionsAsOf(box: $box, asOf: $asOf) { positions { id latitude longitude at } } }';
  return (await by.need<{ positionsAsOf: { positions: readonly { readonly id: string }[] } }>(asked, { box: EVERYWHERE, asOf })).positionsAsOf.positions;
} // prettier-ignore
