import { lengthNm } from './distance.ts';
import { buildGeoGraph, shortestPath, type GeoGraph } from './geo-graph.ts';
import { wrapLongitude, type LonLat } from './lon-lat.ts';

/** A station as a place on a corridor. */
export interface RailStation {
  /** `RAIL:XAP` or another id of the gazetteer. */
  readonly id: string;
  readonly longitude: number;
  readonly latitude: number;
}

export interface RailNetwork {
  readonly graph: GeoGraph;
  readonly stations: readonly RailStation[];
  readonly numbers: ReadonlyMap<string, number>;
}

export interface RailPath {
  /** Ids of the stations on the way, both ends included. */
  readonly stations: readonly string[];
  readonly coordinates: readonly LonLat[];
  /** Along straight lines between stations: less than the train runs. */
  readonly distanceKm: number;
}

const KM_PER_NM = 1.852;

/** Corridors are chains of stations in running order; those that share a station are joined there. */
export function buildRailNetwork(corridors: readonly (readonly RailStation[])[]): RailNetwork {
  const stations = new Map<string, RailStation>();
  for (const station of corridors.flat()) if (!stations.has(station.id)) stations.set(station.id, station);
  const known = [...stations.values()];
  const graph = buildGeoGraph(
    corridors.map((corridor) => ({
      passage: null,
      coordinates: corridor.map(({ id }) => lonLatOf(stations.get(id))),
    })),
  );
  const byPlace = new Map(graph.points.map((point, number) => [placeKey(point), number]));
  const numbers = new Map<string, number>();
  for (const station of known) {
    const number = byPlace.get(placeKey(lonLatOf(station)));
    if (number !== undefined) numbers.set(station.id, number);
  }
  return { graph, stations: known, numbers };
}

/** The shortest chain of stations; null when a station is unknown or no corridor joins them. */
export function railPath(network: RailNetwork, from: string, to: string): RailPath | null {
  const first = network.numbers.get(from);
  const last = network.numbers.get(to);
  if (first === undefined || last === undefined) return null;
  const path = shortestPath(network.graph, first, last, new Set());
  if (!path) return null;
  const idOf = new Map([...network.numbers].map(([id, number]) => [number, id]));
  return {
    stations: path.nodes.flatMap((node) => idOf.get(node) ?? []),
    coordinates: path.nodes.flatMap((node) => {
      const point = network.graph.points[node];
      return point ? [point] : [];
    }),
    distanceKm: path.lengthNm * KM_PER_NM,
  };
}

/** The line through a chain of stations that is known already, as from a train's reported stops. */
export function railLine(chain: readonly RailStation[]): RailPath {
  const coordinates = chain.map(lonLatOf);
  return { stations: chain.map(({ id }) => id), coordinates, distanceKm: lengthNm(coordinates) * KM_PER_NM };
}

function lonLatOf(station: RailStation | undefined): LonLat {
  return station ? [station.longitude, station.latitude] : [0, 0];
}

/** The rounding by which the graph takes two points for one. */
function placeKey([longitude, latitude]: LonLat): string {
  return `${Math.round(wrapLongitude(longitude) * 1e4)},${Math.round(latitude * 1e4)}`;
}
