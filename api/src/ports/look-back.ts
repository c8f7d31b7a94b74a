import { seeAsOf } from '../access/see-as-of.ts';
import type { Seeing } from '../access/see-shipment.ts';
import { AsOfError } from '../errors.ts';
import { inFuture } from '../journey/as-of/as-of-refusals.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';

/** Shipments as they were known at an instant, and whether some hang together with too much to be looked back at. */
interface LookedBack {
  readonly views: readonly ShipmentView[];
  readonly isPartial: boolean;
}

/**
 * As far as the asker may see them today; those that nobody had told of by then are left out. All are read in one question, or by
 * halves where that is too large. Throws an `AsOfError` for an instant before the service or in the future.
 */
export async function lookBack(seeing: Seeing, ids: readonly string[], at: number): Promise<LookedBack> {
  const present = seeing.now();
  if (at > present) throw inFuture(at, present);
  if (ids.length === 0) return { views: [], isPartial: false };
  try {
    const found = await seeAsOf(seeing, ids, at);
    return {
      views: found.flatMap((one) => (one === null || one instanceof Error ? [] : one)),
      isPartial: false,
    };
  } catch (error) {
    if (!(error instanceof AsOfError) || error.code !== 'AS_OF_TOO_LARGE') throw error;
    if (ids.length === 1) return { views: [], isPartial: true };
    const half = Math.ceil(ids.length / 2);
    const parts = [
      await lookBack(seeing, ids.slice(0, half), at),
      await lookBack(seeing, ids.slice(half), at),
    ];
    return {
      views: parts.flatMap(({ views }) => views),
      isPartial: parts.some(({ isPartial }) => isPartial),
    };
  }
}
