import { distanceNm } from '../../geo/distance.ts';
import type { LonLat } from '../../geo/lon-lat.ts';

/** A place that something calls at, as a point; what may lie within which distance of it, the rules say. */
export interface Spot {
  /** UN/LOCODE of the port or airport; null for a station that has none. */
  readonly unLocode: string | null;
  /** Terminal of the port, IATA code of the airport, code of the station; null for the port itself. */
  readonly code: string | null;
  readonly point: LonLat;
}

/** Where ships wait for a port: its pilots or its anchorages. A circle. */
export interface Roads {
  readonly kind: 'PILOT' | 'ANCHORAGE';
  /** Ports that it belongs to, the one named first where nothing tells which. */
  readonly ports: readonly string[];
  readonly point: LonLat;
  readonly radiusNm: number;
}

/** A line across a strait or canal. */
export interface Gate {
  readonly name: string;
  readonly ends: readonly [LonLat, LonLat];
}

/** All that a track is held against. */
export interface CallZones {
  readonly ports: readonly Spot[];
  readonly terminals: readonly Spot[];
  readonly roads: readonly Roads[];
  readonly gates: readonly Gate[];
  readonly airports: readonly Spot[];
  readonly stations: readonly Spot[];
}

/** Finds what is near a point without looking at all of it. */
export type Near<T> = (point: LonLat, withinNm: number) => readonly Found<T>[];

export interface Found<T> {
  readonly one: T;
  readonly nm: number;
}

/** Sorts things into cells of a degree; what is found is the nearest first, and of two as near always the same. */
export function nearOf<T extends { readonly point: LonLat }>(
  all: readonly T[],
  nameOf: (one: T) => string,
): Near<T> {
  const cells = new Map<string, T[]>();
  for (const one of all) {
    const key = cellOf(Math.floor(one.point[0]), Math.floor(one.point[1]));
    const cell = cells.get(key);
    if (cell) cell.push(one);
    else cells.set(key, [one]);
  }
  return (point, withinNm) => {
    const rows = Math.ceil(withinNm / 60);
    const columns = Math.ceil(withinNm / (60 * Math.max(0.05, Math.cos((point[1] * Math.PI) / 180))));
    const found: Found<T>[] = [];
    for (let row = -rows; row <= rows; row += 1) {
      for (let column = -columns; column <= columns; column += 1) {
        for (const one of cells.get(cellOf(Math.floor(point[0]) + column, Math.floor(point[1]) + row)) ??
          []) {
          const nm = distanceNm(one.point, point);
          if (nm <= withinNm) found.push({ one, nm });
        }
      }
    }
    return found.sort((a, b) => a.nm - b.nm || (nameOf(a.one) < nameOf(b.one) ? -1 : 1));
  };
}

function cellOf(column: number, row: number): string {
  return `${((((column + 180) % 360) + 360) % 360) - 180} ${row}`;
}
