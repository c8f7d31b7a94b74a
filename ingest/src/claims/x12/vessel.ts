import type { TransportRef } from 'graph-schema/domain/tracking-event';
import type { X12Segment } from '../../syntax/x12/segment.ts';
import type { ClaimContext, Where } from '../claim-context.ts';
import { readVessel } from '../ports/vessel.ts';

/** 897: ship's radio call sign. */
const CALL_SIGN = 'C';

/**
 * The ship and its voyage; a number of seven digits is an IMO number whatever its qualifier says.
 *
 *   Q2 * code * country * … * (9) voyage * … * (12) 897 qualifier * name
 *   V1 * code * name * country * voyage * carrier * … * (8) 897 qualifier
 *   M10 * carrier * mode * country * code * name * voyage
 */
export function readShip(segment: X12Segment | null, at: string, context: ClaimContext): TransportRef | null {
  if (!segment) return null;
  const where: Where = { at: `${at}/${segment.tag}`, span: segment };
  const [identity, qualifier, name, voyage] =
    segment.tag === 'Q2'
      ? [segment.read(1), segment.code(12), segment.read(13), segment.read(9)]
      : segment.tag === 'V1'
        ? [segment.read(1), segment.code(8), segment.read(2), segment.read(4)]
        : [segment.read(4), null, segment.read(5), segment.read(6)];
  return readVessel(
    { mode: 'VESSEL', identity, isCallSign: qualifier === CALL_SIGN, name, voyage },
    where,
    context,
  );
}
