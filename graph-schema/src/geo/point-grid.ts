import { distanceNm } from './distance.ts';
import { wrapLongitude, type LonLat } from './lon-lat.ts';

const CELL_DEGREES = 5;
const COLUMNS = 360 / CELL_DEGREES;
const ROWS = 180 / CELL_DEGREES;
const NM_PER_CELL = CELL_DEGREES * 60;

/** Points sorted into cells of five degrees, to find the nearest without looking at all. */
export interface PointGrid {
  readonly points: readonly LonLat[];
  readonly cells: ReadonlyMap<number, readonly number[]>;
}

export function buildPointGrid(points: readonly LonLat[]): PointGrid {
  const cells = new Map<number, number[]>();
  points.forEach((point, number) => {
    const cell = rowOf(point) * COLUMNS + columnOf(point);
    const members = cells.get(cell);
    if (members) members.push(number);
    else cells.set(cell, [number]);
  });
  return { points, cells };
}

/** Number of the point nearest to `wanted`, or null for an empty grid. */
export function nearestPoint({ points, cells }: PointGrid, wanted: LonLat): number | null {
  const row = rowOf(wanted);
  let best: number | null = null;
  let bestNm = Number.POSITIVE_INFINITY;
  // Row by row away from the wanted one: a row that lies `n` cells off is at least n − 1 cells of latitude away.
  for (let away = 0; away < ROWS && (away - 1) * NM_PER_CELL < bestNm; away += 1) {
    for (const candidate of away === 0 ? [row] : [row - away, row + away]) {
      if (candidate < 0 || candidate >= ROWS) continue;
      for (let column = 0; column < COLUMNS; column += 1) {
        for (const number of cells.get(candidate * COLUMNS + column) ?? []) {
          const point = points[number];
          // A degree of latitude is 60 nm whatever the longitude: too far north or south is too far.
          if (!point || Math.abs(point[1] - wanted[1]) * 60 > bestNm * 1.01) continue;
          const nm = distanceNm(point, wanted);
          if (nm < bestNm) [best, bestNm] = [number, nm];
        }
      }
    }
  }
  return best;
}

function rowOf([, latitude]: LonLat): number {
  return Math.min(ROWS - 1, Math.max(0, Math.floor((latitude + 90) / CELL_DEGREES)));
}

function columnOf([longitude]: LonLat): number {
  return Math.min(COLUMNS - 1, Math.floor((wrapLongitude(longitude) + 180) / CELL_DEGREES));
}
