/** Epoch seconds, longitude, latitude (degrees, WGS 84). */
export type TrackPoint = [at: number, longitude: number, latitude: number];

/** One point is kept for each stretch of this many seconds. */
const BUCKET_SECONDS = 300;

/** Points of a track as it is stored: one list of times, longitudes and latitudes. */
export function unpackTrack(points: readonly number[]): TrackPoint[] {
  const unpacked: TrackPoint[] = [];
  for (let i = 0; i + 2 < points.length; i += 3) {
    const [at, longitude, latitude] = points.slice(i, i + 3);
    if (at !== undefined && longitude !== undefined && latitude !== undefined)
      unpacked.push([at, longitude, latitude]);
  }
  return unpacked;
}

/** Both tracks, by time, each point once. */
export function unionOfTracks(a: readonly TrackPoint[], b: readonly TrackPoint[]): TrackPoint[] {
  const points = new Map<string, TrackPoint>();
  for (const point of [...a, ...b]) points.set(point.join(','), point);
  return [...points.values()].sort(byTime);
}

/**
 * Keeps the first point of each five minutes. The stretches are fixed in time, so thinning is the same however the
 * points arrived: thin(union(thin(a), b)) equals thin(union(a, b)).
 */
export function thinTrack(points: readonly TrackPoint[]): TrackPoint[] {
  const kept = new Map<number, TrackPoint>();
  for (const point of [...points].sort(byTime)) {
    const bucket = Math.floor(point[0] / BUCKET_SECONDS);
    if (!kept.has(bucket)) kept.set(bucket, point);
  }
  return [...kept.values()];
}

function byTime(a: TrackPoint, b: TrackPoint): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
