import type { IdentifierKey } from 'graph-schema/domain/identifier';
import type { Context, NumberHit } from '../context.ts';
import { AsOfError } from '../errors.ts';
import { lookUpAsOf } from '../journey/as-of/load-as-of.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';

/** What finding by number reads, now or of an instant. */
export type Looking = Pick<
  Context,
  'graph' | 'places' | 'now' | 'asker' | 'numbers' | 'shipments' | 'shipmentsThen'
>;

/** What numbers lead to, now or at an instant; of an instant it may throw an `AsOfError`. */
export interface Finder {
  hits(keys: readonly IdentifierKey[]): Promise<readonly (readonly NumberHit[])[]>;
  shipments(ids: readonly string[]): Promise<readonly (ShipmentView | null)[]>;
}

export function nowFinder(context: Looking): Finder {
  const whole = <T>(found: T | Error): T => {
    if (found instanceof Error) throw found;
    return found;
  };
  return {
    hits: async (keys) => (await context.numbers.loadMany(keys)).map(whole),
    shipments: async (ids) => (await context.shipments.loadMany(ids)).map(whole),
  };
}

/** Whoever sees only some looks back at what the number leads to today: rights are not turned back. */
export function finderThen(at: number, context: Looking): Finder {
  if (context.asker.sight === 'ALL') return thenFinder(at, context);
  return {
    hits: nowFinder(context).hits,
    shipments: async (ids) =>
      (await context.shipmentsThen.loadMany(ids.map((id) => ({ id, at })))).map((found) => {
        if (!(found instanceof Error)) return found;
        if (found instanceof AsOfError && found.code === 'AS_OF_NOT_YET_KNOWN') return null;
        throw found;
      }),
  };
}

/** A number that nobody has named to this day was not known then either. */
function thenFinder(at: number, context: Looking): Finder {
  const found = new Map<string, ShipmentView>();
  return {
    async hits(keys) {
      const named = (await nowFinder(context).hits(keys)).map((hits) => hits.length > 0);
      const known = await lookUpAsOf(context, keys.filter((_, index) => named[index]), at); // prettier-ignore
      return keys.map((key) =>
        (known.get(key) ?? []).map(({ shipment, anchor, from }): NumberHit => {
          found.set(shipment.id, shipment);
          return { shipment: shipment.id, anchor, from };
        }),
      );
    },
    shipments: async (ids) => ids.map((id) => found.get(id) ?? null),
  };
}
