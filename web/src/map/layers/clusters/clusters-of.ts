import type { Bounds } from '../../bounds.ts';

/** Something on the map, or one that stands for several. */
export interface Crowding {
  readonly latitude: number;
  readonly longitude: number;
  readonly crowd?: number;
}

/** Things that would lie over one another. */
export interface Cluster {
  /** The same while the map is at this zoom, wherever it is moved. */
  readonly id: string;
  readonly count: number;
  readonly latitude: number;
  readonly longitude: number;
  /** The part of the map that they are in. */
  readonly bounds: Bounds;
}

const WORLD_PIXELS = 512;
/** Pixels of a square in which things are put together, and those at its edges that its mark keeps free, so that no two marks touch. */
const [SQUARE, EDGE] = [64, 20];
/** Fewer are told apart by eye. */
const LEAST = 4;

/**
 * Things that lie close together at a zoom, the most first: those of one square of a grid that hangs on the map and not on the screen, so
 * that marks stay where they are when the map is moved.
 */
export function clustersOf(things: readonly Crowding[], zoom: number, most: number): Cluster[] {
  const perSide = (WORLD_PIXELS * 2 ** Math.floor(zoom)) / SQUARE;
  const squares = new Map<string, { east: number; south: number; count: number; x: number; y: number }>();
  for (const { latitude, longitude, crowd = 1 } of things) {
    const [x, y] = [eastOf(longitude) * perSide, southOf(latitude) * perSide];
    const [east, south] = [Math.floor(x), Math.floor(y)];
    const id = `${east} ${south}`;
    const square = squares.get(id) ?? { east, south, count: 0, x: 0, y: 0 };
    squares.set(id, square);
    square.count += crowd;
    square.x += (x - east) * crowd;
    square.y += (y - south) * crowd;
  }
  return [...squares]
    .filter(([, { count }]) => count >= LEAST)
    .toSorted(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([id, { east, south, count, x, y }]): Cluster => ({
      id: `${Math.floor(zoom)} ${id}`,
      count,
      longitude: longitudeAt((east + within(x / count)) / perSide),
      latitude: latitudeAt((south + within(y / count)) / perSide),
      bounds: [
        longitudeAt(east / perSide),
        latitudeAt((south + 1) / perSide),
        longitudeAt((east + 1) / perSide),
        latitudeAt(south / perSide),
      ],
    }));
}

function within(part: number): number {
  return Math.min(1 - EDGE / SQUARE, Math.max(EDGE / SQUARE, part));
}

// Web Mercator, 0 to 1 east and south.

function eastOf(longitude: number): number {
  return (((longitude / 360 + 0.5) % 1) + 1) % 1;
}

function southOf(latitude: number): number {
  const sine = Math.sin((Math.min(85.05, Math.max(-85.05, latitude)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

function longitudeAt(east: number): number {
  return (east - 0.5) * 360;
}

function latitudeAt(south: number): number {
  return (Math.atan(Math.sinh((0.5 - south) * 2 * Math.PI)) * 180) / Math.PI;
}
