import { kmBetween, type TownPoint } from './town-points.ts';
import { areFarApart, leastDaysBetween } from './world-part.ts';

const HOUR_MS = 3_600_000;
/** Lorries and trains are not faster over land, ships not over sea, detours not counted. */
const LAND_KMH = 90;
const SEA_KMH = 45;
/** Clocks differ by this much without either being wrong. */
const CLOCK_SKEW_MS = 2 * HOUR_MS;
/** Whatever takes longer may have come from anywhere. */
const ANYWHERE_MS = 19 * 24 * HOUR_MS;
/** Places as near as this are terminals of one town, under whatever codes. */
const ONE_TOWN_KM = 60;
/** As the crow flies, what a driver does in the nine hours that he may drive in a day (Regulation (EC) No 561/2006, Art. 6(1)). */
const HINTERLAND_KM = 600;

/** A UN/LOCODE, and where it lies; null: not told, not known. */
interface Somewhere {
  readonly place: string | null;
  readonly point: TownPoint | null;
}

/** No ship, train or lorry comes from the one place to the other so soon; false where that is not known. */
export function isOutOfReach(from: Somewhere, to: Somewhere, tookMs: number): boolean {
  if (from.place === null || to.place === null || from.place === to.place || tookMs > ANYWHERE_MS)
    return false;
  const least = leastDaysBetween(from.place, to.place) * 24 * HOUR_MS;
  if (tookMs < least) return true;
  if (!from.point || !to.point) return false;
  const kmh = areFarApart(from.place, to.place) ? SEA_KMH : LAND_KMH;
  return tookMs + CLOCK_SKEW_MS < (kmBetween(from.point, to.point) / kmh) * HOUR_MS;
}

/** Another place, though it may be another terminal of the same town. */
export function isOtherTown(from: Somewhere, to: Somewhere): boolean {
  if (from.place === null || to.place === null || from.place === to.place) return false;
  return !from.point || !to.point || kmBetween(from.point, to.point) > ONE_TOWN_KM;
}

/** A lorry comes from the one place to the other within a day, whatever border lies between; false where that is not known. */
export function isInHinterland(from: Somewhere, to: Somewhere): boolean {
  if (from.place === null || to.place === null || !from.point || !to.point) return false;
  return !areFarApart(from.place, to.place) && kmBetween(from.point, to.point) <= HINTERLAND_KM;
}
