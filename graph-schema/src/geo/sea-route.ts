import { distanceNm } from './distance.ts';
import { buildGeoGraph, shortestPath, type GeoGraph, type GeoLine } from './geo-graph.ts';
import type { LonLat } from './lon-lat.ts';
import { buildPointGrid, nearestPoint, type PointGrid } from './point-grid.ts';

/** Straits and canals that a ship may be told to keep out of. */
export const PASSAGES = [
  'BAB_EL_MANDEB', 'BERING', 'BOSPORUS', 'CAPE_HORN', 'CAPE_OF_GOOD_HOPE', 'DARDANELLES', 'GIBRALTAR', 'HORMUZ',
  'MALACCA', 'NORTHWEST', 'PANAMA', 'SUEZ', 'SUNDA',
] as const; // prettier-ignore
export type Passage = (typeof PASSAGES)[number];

export interface SeaNetwork {
  readonly graph: GeoGraph;
  readonly grid: PointGrid;
}

export interface SeaRoute {
  /** From the wanted start to the wanted end, longitudes within ±180. */
  readonly coordinates: readonly LonLat[];
  readonly distanceNm: number;
  /** Passages on the way, in order. */
  readonly passages: readonly string[];
}

export interface SeaRouteOptions {
  /** Passages to keep out of. The North-West Passage, where no liner goes, when not given. */
  readonly avoid?: readonly Passage[] | undefined;
}

export function buildSeaNetwork(lines: readonly GeoLine[]): SeaNetwork {
  const graph = buildGeoGraph(lines);
  return { graph, grid: buildPointGrid(graph.points) };
}

/**
 * The shortest way by sea. Ends that lie off the network (ports do) are joined to its nearest node by a straight line,
 * which may cut across land near the port. Null when avoiding leaves no way.
 */
export function seaRoute(
  network: SeaNetwork,
  from: LonLat,
  to: LonLat,
  { avoid = ['NORTHWEST'] }: SeaRouteOptions = {},
): SeaRoute | null {
  const { graph, grid } = network;
  const first = nearestPoint(grid, from);
  const last = nearestPoint(grid, to);
  if (first === null || last === null) return null;
  const path = shortestPath(graph, first, last, new Set(avoid));
  if (!path) return null;
  const between = path.nodes.flatMap((node) => {
    const point = graph.points[node];
    return point ? [point] : [];
  });
  const coordinates = withoutRepeats([from, ...between, to]);
  const start = between[0] ?? from;
  const end = between.at(-1) ?? to;
  return {
    coordinates,
    distanceNm: distanceNm(from, start) + path.lengthNm + distanceNm(end, to),
    passages: path.passages,
  };
}

function withoutRepeats(line: readonly LonLat[]): LonLat[] {
  return line.filter((point, at) => {
    const before = line[at - 1];
    return at === line.length - 1 || !before || before[0] !== point[0] || before[1] !== point[1];
  });
}
