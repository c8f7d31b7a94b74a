import { wrapLongitude, type LonLat } from './lon-lat.ts';

/**
 * The line cut into pieces that stay within ±180°, as RFC 7946 §3.1.9 asks: each cut ends one piece at ±180 and begins
 * the next at ∓180, on the same latitude. Between two points the shorter way round is meant.
 */
export function splitAtAntimeridian(line: readonly LonLat[]): LonLat[][] {
  const pieces: LonLat[][] = [];
  let piece: LonLat[] = [];
  let before: LonLat | null = null;
  for (const given of line) {
    let point: LonLat = [wrapLongitude(given[0]), given[1]];
    if (before) {
      // A point on the antimeridian takes the side that the line comes from.
      if (point[0] === 180 && before[0] < 0) point = [-180, point[1]];
      else if (Math.abs(before[0]) === 180 && point[0] * before[0] < 0 && Math.abs(point[0]) !== 180) {
        pieces.push(piece);
        piece = [[-before[0], before[1]]];
      } else if (Math.abs(point[0] - before[0]) > 180) {
        const side = before[0] > 0 ? 180 : -180;
        const latitude = crossingLatitude(before, point, side);
        piece.push([side, latitude]);
        pieces.push(piece);
        piece = [[-side, latitude]];
      }
    }
    piece.push(point);
    before = point;
  }
  pieces.push(piece);
  return pieces.filter(({ length }) => length > 1);
}

function crossingLatitude(before: LonLat, after: LonLat, side: number): number {
  const unwrapped = after[0] + 2 * side;
  const fraction = (side - before[0]) / (unwrapped - before[0]);
  return before[1] + (after[1] - before[1]) * fraction;
}

/**
 * The line with longitudes that run on past ±180 instead of jumping, which web maps draw as one stroke. The first point
 * keeps its longitude.
 */
export function unwrapLongitudes(line: readonly LonLat[]): LonLat[] {
  const unwrapped: LonLat[] = [];
  let before: number | null = null;
  for (const [longitude, latitude] of line) {
    const next: number = before === null ? longitude : before + shortestTurn(longitude - before);
    unwrapped.push([next, latitude]);
    before = next;
  }
  return unwrapped;
}

function shortestTurn(degrees: number): number {
  return degrees - 360 * Math.round(degrees / 360);
}
