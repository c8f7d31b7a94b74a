import { positionsThen } from 'graph-schema/cypher/read/positions-then';
import type { Asks } from 'graph-schema/cypher/statement';
import type { Asker } from 'graph-schema/domain/access/asker';
import { HEARD_MS, type Box, type MapPosition } from './fleet.ts';
import { ALL_KINDS, BROADCAST_KINDS } from './seen-kinds.ts';

/** Where things were in a part of a map at an instant. */
export interface PositionsThen {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly positions: readonly MapPosition[];
  /** There were more than are told. */
  readonly isPartial: boolean;
}

/** Told in one answer at most. */
export const TOLD_MAX = 2000;

/**
 * The last position of each thing that had been received by an instant, not older than on a live map, and not moved on: what is
 * between two points of a track nobody told. Of tracks one point in five minutes is kept, without course.
 */
export async function findPositionsThen(
  graph: Asks,
  { box, at, sight }: { readonly box: Box; readonly at: number; readonly sight: Asker['sight'] },
): Promise<PositionsThen> {
  const from = at - HEARD_MS;
  const rows = await graph.run(positionsThen, {
    ...box,
    days: [...new Set([from, at].map((one) => new Date(one).toISOString().slice(0, 10)))],
    from: from / 1000,
    until: at / 1000,
    kinds: [...(sight === 'ALL' ? ALL_KINDS : BROADCAST_KINDS)],
    max: TOLD_MAX + 1,
  });
  const positions = rows.slice(0, TOLD_MAX).map(({ tenths, at: seconds, ...row }): MapPosition => ({
    ...row,
    speedKnots: tenths === null || tenths < 0 ? null : tenths / 10,
    courseDegrees: null,
    at: seconds * 1000,
  }));
  return { at, positions, isPartial: rows.length > TOLD_MAX };
}
