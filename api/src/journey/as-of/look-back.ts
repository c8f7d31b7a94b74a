import { AsOfError } from '../../errors.ts';
import type { ShipmentView } from '../shipment-view.ts';
import type { ThenLoader } from './as-of-loader.ts';
import { isTooLarge } from './by-halves.ts';
import { TOGETHER } from './known-world.ts';

/** Shipments as they were known at an instant, and whether some hang together with too much to be looked back at. */
interface LookedBack {
  readonly views: readonly ShipmentView[];
  readonly isPartial: boolean;
}

/**
 * As far as the asker may see them today, in the order of their ids; those that nobody had told of by then are left out, as are those
 * that are too large by themselves. Throws an `AsOfError` for an instant before the service or in the future.
 */
export async function lookBack(
  shipmentsThen: ThenLoader,
  ids: readonly string[],
  at: number,
): Promise<LookedBack> {
  const views: ShipmentView[] = [];
  let isPartial = false;
  for (let start = 0; start < ids.length; start += TOGETHER) {
    const some = ids.slice(start, start + TOGETHER).map((id) => ({ id, at }));
    for (const found of await shipmentsThen.loadMany(some)) {
      if (isTooLarge(found)) isPartial = true;
      else if (found instanceof AsOfError && found.code === 'AS_OF_NOT_YET_KNOWN') continue;
      else if (found instanceof Error) throw found;
      else if (found) views.push(found);
    }
  }
  return { views, isPartial };
}
