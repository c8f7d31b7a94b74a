/** Epoch seconds, longitude, latitude (degrees, WGS 84). */
export type TrackPoint = [at: number, longitude: number, latitude: number];

/** A point with what was reported there: speed over ground, and the navigation status as AIS numbers it; null: not told. */
export type TrackFix = readonly [
  at: number,
  longitude: number,
  latitude: number,
  knots: number | null,
  status: number | null,
];

/** One point is kept for each stretch of this many seconds. */
export const BUCKET_SECONDS = 300;

/** A day of a track as it is stored: points packed to triples, their motion to pairs (tenths of knots, status; -1: not told). */
export interface PackedTrack {
  readonly points: number[];
  readonly motion: number[];
}

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

/** Tracks of before have no motion. */
export function unpackFixes(points: readonly number[], motion: readonly number[]): TrackFix[] {
  return unpackTrack(points).map(([at, longitude, latitude], index): TrackFix => {
    const [tenths = -1, status = -1] = motion.slice(2 * index, 2 * index + 2);
    return [at, longitude, latitude, tenths < 0 ? null : tenths / 10, status < 0 ? null : status];
  });
}

export function packFixes(fixes: readonly TrackFix[]): PackedTrack {
  return {
    points: fixes.flatMap(([at, longitude, latitude]) => [at, longitude, latitude]),
    motion: fixes.flatMap(([, , , knots, status]) => [
      knots === null ? -1 : Math.round(knots * 10),
      status ?? -1,
    ]),
  };
}

/** Both tracks, by time, each point once. */
export function unionOfTracks(a: readonly TrackFix[], b: readonly TrackFix[]): TrackFix[] {
  const points = new Map<string, TrackFix>();
  for (const point of [...a, ...b]) points.set(point.join(','), point);
  return [...points.values()].sort(inOrder);
}

/**
 * Keeps the first point of each five minutes. The stretches are fixed in time, so thinning is the same however the
 * points arrived: thin(union(thin(a), b)) equals thin(union(a, b)).
 */
export function thinTrack(points: readonly TrackFix[]): TrackFix[] {
  const kept = new Map<number, TrackFix>();
  for (const point of [...points].sort(inOrder)) {
    const bucket = Math.floor(point[0] / BUCKET_SECONDS);
    if (!kept.has(bucket)) kept.set(bucket, point);
  }
  return [...kept.values()];
}

/** The part of a map that a track was in, degrees; one across the date line is in all longitudes. */
export function boxOfTrack(points: readonly TrackFix[]): [west: number, south: number, east: number, north: number] {
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (const [, longitude, latitude] of points) {
    box[0] = Math.min(box[0], longitude);
    box[1] = Math.min(box[1], latitude);
    box[2] = Math.max(box[2], longitude);
    box[3] = Math.max(box[3], latitude);
  }
  return box;
} // prettier-ignore

/** By time; of one instant by place, and what tells the motion first. */
export function inOrder(a: TrackFix, b: TrackFix): number {
  return (
    a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || (b[3] ?? -1) - (a[3] ?? -1) || (b[4] ?? -1) - (a[4] ?? -1)
  );
}
