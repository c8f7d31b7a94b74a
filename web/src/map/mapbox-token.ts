/** Mapbox is used where a token is set, at build time or at run time; without one the map needs no internet. */
export function mapboxToken(): string | null {
  return process.env['MAPBOX_TOKEN'] || process.env.NEXT_PUBLIC_MAPBOX_TOKEN || null;
}
