import { distanceNm } from './distance.ts';
import { wrapLongitude, type LonLat } from './lon-lat.ts';
import { MinHeap } from './min-heap.ts';

interface Edge {
  readonly to: number;
  readonly lengthNm: number;
  /** Name of the passage that this edge runs through, or null. */
  readonly passage: string | null;
}

/** An undirected graph over places; built once, searched often. */
export interface GeoGraph {
  readonly points: readonly LonLat[];
  readonly edges: readonly (readonly Edge[])[];
}

/** Part of a network: consecutive points are joined. */
export interface GeoLine {
  readonly passage: string | null;
  readonly coordinates: readonly LonLat[];
}

/** Points closer than this, in degrees, are one place: the precision of the data files. */
const PRECISION = 1e4;

/** Lines are joined wherever they have a point in common. */
export function buildGeoGraph(lines: readonly GeoLine[]): GeoGraph {
  const points: LonLat[] = [];
  const edges: Edge[][] = [];
  const numbers = new Map<string, number>();
  const numberOf = ([longitude, latitude]: LonLat): number => {
    const point: LonLat = [wrapLongitude(longitude), latitude];
    const key = `${Math.round(point[0] * PRECISION)},${Math.round(latitude * PRECISION)}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, points.length);
    edges.push([]);
    return points.push(point) - 1;
  };
  for (const { passage, coordinates } of lines) {
    let before: number | null = null;
    for (const coordinate of coordinates) {
      const number = numberOf(coordinate);
      if (before !== null && before !== number) join(before, number, passage);
      before = number;
    }
  }
  return { points, edges };

  function join(a: number, b: number, passage: string | null): void {
    const [from, to] = [points[a], points[b]];
    if (!from || !to) return;
    const lengthNm = distanceNm(from, to);
    edges[a]?.push({ to: b, lengthNm, passage });
    edges[b]?.push({ to: a, lengthNm, passage });
  }
}

export interface GraphPath {
  /** Node numbers, both ends included. */
  readonly nodes: readonly number[];
  readonly lengthNm: number;
  /** Passages on the way, in order, each once. */
  readonly passages: readonly string[];
}

/**
 * The shortest way (A*: the great-circle distance still to go never overestimates), or null when the ends are not
 * joined once the edges of `avoid` are taken away.
 */
export function shortestPath(
  { points, edges }: GeoGraph,
  from: number,
  to: number,
  avoid: ReadonlySet<string>,
): GraphPath | null {
  const target = points[to];
  if (!target || !points[from]) return null;
  const travelled = new Float64Array(points.length).fill(Number.POSITIVE_INFINITY);
  const cameFrom = new Int32Array(points.length).fill(-1);
  const done = new Uint8Array(points.length);
  const open = new MinHeap();
  travelled[from] = 0;
  open.push(from, 0);
  for (let node = open.pop(); node !== null && node !== to; node = open.pop()) {
    if (done[node] === 1) continue;
    done[node] = 1;
    const soFar = travelled[node] ?? 0;
    for (const edge of edges[node] ?? []) {
      const length = soFar + edge.lengthNm;
      const point = points[edge.to];
      if (!point || length >= (travelled[edge.to] ?? 0)) continue;
      if (edge.passage !== null && avoid.has(edge.passage)) continue;
      travelled[edge.to] = length;
      cameFrom[edge.to] = node;
      open.push(edge.to, length + distanceNm(point, target));
    }
  }
  const lengthNm = travelled[to] ?? Number.POSITIVE_INFINITY;
  if (lengthNm === Number.POSITIVE_INFINITY) return null;
  const nodes = [to];
  for (let node = cameFrom[to] ?? -1; node >= 0; node = cameFrom[node] ?? -1) nodes.push(node);
  nodes.reverse();
  return { nodes, lengthNm, passages: passagesOf(edges, nodes) };
}

function passagesOf(edges: GeoGraph['edges'], nodes: readonly number[]): string[] {
  const passages = new Set<string>();
  for (let at = 1; at < nodes.length; at += 1) {
    const between = edges[nodes[at - 1] ?? -1]?.filter(({ to }) => to === nodes[at]) ?? [];
    // Where an open edge lies beside a passage, nothing says that the passage was used.
    const named = between.every(({ passage }) => passage !== null) ? between[0]?.passage : null;
    if (named) passages.add(named);
  }
  return [...passages];
}
