import type { EquipmentRef } from 'graph-schema/domain/tracking-event';
import type { X12Segment } from '../../syntax/x12/segment.ts';
import type { ClaimContext } from '../claim-context.ts';
import { readEquipment, readN7 } from './equipment.ts';
import { splitLoops } from './loops.ts';

/** The boxes, wagons and trailers that N7 segments list, each once, with the seals that follow each. */
export function readContents(
  segments: readonly X12Segment[],
  at: string,
  otherwise: 'CONTAINER' | 'WAGON' | 'TRAILER',
  context: ClaimContext,
): readonly EquipmentRef[] {
  const found = new Map<string, EquipmentRef>();
  splitLoops(segments, 'N7').loops.forEach(({ first, segments: own }, index) => {
    const where = { at: `${at}/N7[${index + 1}]`, span: first };
    const equipment = readEquipment(readN7(first, own), where, context, otherwise);
    if (equipment && !found.has(equipment.reference)) found.set(equipment.reference, equipment);
  });
  return [...found.values()];
}
