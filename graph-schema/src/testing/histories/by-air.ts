import { claim, placeRef } from '../../domain/claim.ts';
import type { TrackingEvent } from '../../domain/tracking-event.ts';
import type { Names } from './names.ts';
import type { Random } from './random.ts';
import { DAY_MS, timeOf } from './time-of.ts';
import { noPapers, type Cargo } from './use-of-boxes.ts';

/** Cargo that flies all the way, without a box. */
export function airCargoOf(names: Names, index: number, round: number): Cargo {
  return { ...noPapers(names, index, round), kind: 'AIR', awb: names.awb(index) };
}

interface ToldByAir {
  /** Of the air waybill and of its flight. */
  readonly own: readonly TrackingEvent[];
  /** Of the flight of that number on another day: nobody's here. */
  readonly others: readonly TrackingEvent[];
}

/** What is told of an air waybill from its acceptance to its delivery, and of the flight, which names no paper. */
export function toldByAir({ awb }: Cargo, index: number, names: Names, accepted: number, random: Random): ToldByAir {
  if (!awb) return { own: [], others: [] };
  const leaves = accepted + random.between(20, 30) * (DAY_MS / 24);
  const lands = leaves + 11 * (DAY_MS / 24);
  const flight = names.flight(index, leaves);
  const [hub, end] = [placeRef({ unLocode: 'SGSIN' }), placeRef({ unLocode: 'NLRTM' })];
  const told = (at: number, given: Pick<TrackingEvent, 'code'> & Partial<TrackingEvent>) =>
    claim({ classifier: 'ACTUAL', time: timeOf(at), ...given });
  const own = [
    told(accepted, { code: 'RECEIVED', place: hub, documents: [awb] }),
    told(leaves, { code: 'DEPARTED', place: hub, documents: [awb], transport: flight }),
    told(lands, { code: 'ARRIVED', place: end, transport: flight }),
    told(lands + 2 * DAY_MS, { code: 'DELIVERED', place: end, documents: [awb] }),
  ];
  if (random.chance(0.5)) own.push(told(leaves, { code: 'DEPARTED', place: hub, transport: flight }));
  const later = 7 * DAY_MS * random.pick([-1, 1]);
  const others = [told(lands + later, { code: 'ARRIVED', place: end, transport: names.flight(index, leaves + later) })];
  return { own, others: random.chance(0.4) ? others : [] };
} // prettier-ignore
