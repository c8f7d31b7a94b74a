import type { DocumentRef } from 'graph-schema/domain/tracking-event';
import type { X12Segment } from '../../syntax/x12/segment.ts';
import { splitLoops } from './loops.ts';
import { readCity, type WrittenPlace } from './place-and-time.ts';
import { distinct, plainDocument } from './references.ts';

/**
 * The carrier's own number (PRO) and the shipper's number of the load: the second ties tender, answer, status and invoice.
 */
export function roadNotes(
  pro: string | null,
  shipmentId: string | null,
  scac: string | null,
): readonly DocumentRef[] {
  return distinct([
    pro === null ? null : plainDocument('ROAD_NOTE', pro, 'PRO', scac),
    shipmentId === null ? null : plainDocument('ROAD_NOTE', shipmentId, 'shipment identification', null),
  ]);
}

const SHIP_FROM: ReadonlySet<string> = new Set(['SH', 'SF', 'PW', 'OT']);
const SHIP_TO: ReadonlySet<string> = new Set(['CN', 'ST', 'DA', 'UC', 'DT']);

/** The address of the first N1 loop of that side, null when there is none. */
export function addressOf(
  segments: readonly X12Segment[],
  side: 'SHIP_FROM' | 'SHIP_TO',
): WrittenPlace | null {
  const roles = side === 'SHIP_FROM' ? SHIP_FROM : SHIP_TO;
  for (const { first, segments: own } of splitLoops(segments, 'N1').loops) {
    const n4 = own.find(({ tag }) => tag === 'N4');
    if (n4 && roles.has(first.code(1) ?? '')) return readCity(n4);
  }
  return null;
}
