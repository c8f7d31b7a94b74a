import type { X12Segment } from '../../syntax/x12/segment.ts';
import { splitLoops, type X12Loop } from '../../claims/x12/loops.ts';

/** One level of the tree: a shipment, an order, a tare, a pack or an item. */
export interface Level {
  readonly loop: X12Loop;
  readonly index: number;
  /** HL03: S shipment, O order, T shipping tare, P pack, I item, E equipment. */
  readonly kind: string;
  /** The S level above it, itself when it is one; null for what hangs nowhere. */
  readonly shipment: Level | null;
}

/**
 * The HL tree in the order of the file.
 *
 *   HL * number * number of the parent * 735 kind
 *
 * Where a parent is missing or not yet known, the level hangs on the shipment before it: senders number badly.
 */
export function readLevels(segments: readonly X12Segment[]): readonly Level[] {
  const byNumber = new Map<string, Level>();
  let last: Level | null = null;
  return splitLoops(segments, 'HL').loops.map((loop, index) => {
    const kind = loop.first.code(3) ?? '';
    const parent = byNumber.get(loop.first.read(2) ?? '') ?? null;
    const above: Level | null = parent?.shipment ?? last;
    const level: Level = kind === 'S' ? selfContained(loop, index) : { loop, index, kind, shipment: above };
    if (kind === 'S') last = level;
    const number = loop.first.read(1);
    if (number !== null) byNumber.set(number, level);
    return level;
  });
}

function selfContained(loop: X12Loop, index: number): Level {
  const level: { loop: X12Loop; index: number; kind: string; shipment: Level | null } = {
    loop,
    index,
    kind: 'S',
    shipment: null,
  };
  level.shipment = level;
  return level;
}
