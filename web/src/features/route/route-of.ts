import type { Leg, Place } from '../journey/shipment.graphql.ts';

/** A stop of the way with the leg that ends there and the leg that begins there. */
export interface RouteStop {
  readonly key: string;
  readonly place: Place | null;
  readonly arriving: Leg | null;
  readonly leaving: Leg | null;
}

/**
 * Chains legs into stops, in the order given. Where one leg ends and the next begins elsewhere (a gap in what is
 * known, or boxes that go different ways), both places are stops of their own.
 */
export function routeOf(legs: readonly Leg[]): RouteStop[] {
  const stops: RouteStop[] = [];
  for (const leg of legs) {
    const last = stops.at(-1);
    if (last && last.leaving === null && last.place?.id === leg.from?.id)
      stops[stops.length - 1] = { ...last, leaving: leg };
    else stops.push({ key: `from:${leg.id}`, place: leg.from, arriving: null, leaving: leg });
    stops.push({ key: `to:${leg.id}`, place: leg.to, arriving: leg, leaving: null });
  }
  return stops;
}
