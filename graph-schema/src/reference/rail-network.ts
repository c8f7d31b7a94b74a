import type { RailRoute } from './rail-routes.ts';
import type { RailStation } from './rail-stations.ts';

/** The stations between two, both included and in order; null where the chains do not join them. */
export type ChainBetween = (fromStation: string, toStation: string) => string[] | null;

interface Edge {
  readonly to: string;
  /** Kilometres times the route's cost factor. */
  readonly cost: number;
}

function kilometresBetween(a: RailStation, b: RailStation): number {
  const radians = Math.PI / 180;
  const h =
    Math.sin(((b.latitude - a.latitude) * radians) / 2) ** 2 +
    Math.cos(a.latitude * radians) *
      Math.cos(b.latitude * radians) *
      Math.sin(((b.longitude - a.longitude) * radians) / 2) ** 2;
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * Shortest way over the union of the route chains, by great-circle distance between neighbours times the cost factor
 * of their line (Dijkstra; some four hundred stations, so a linear scan for the nearest is quick enough).
 */
export function createRailNetwork(tables: {
  readonly railStations: readonly RailStation[];
  readonly railRoutes: readonly RailRoute[];
}): ChainBetween {
  const stations = new Map(tables.railStations.map((station) => [station.code, station]));
  const edges = new Map<string, Edge[]>();
  const join = (from: RailStation, to: RailStation, costFactor: number) => {
    const list = edges.get(from.code) ?? [];
    list.push({ to: to.code, cost: kilometresBetween(from, to) * costFactor });
    edges.set(from.code, list);
  };
  for (const route of tables.railRoutes) {
    for (const [index, code] of route.stations.entries()) {
      const here = stations.get(code);
      const next = stations.get(route.stations[index + 1] ?? '');
      if (!here || !next) continue;
      join(here, next, route.costFactor);
      join(next, here, route.costFactor);
    }
  }

  return (fromStation, toStation) => {
    if (!edges.has(fromStation) || !edges.has(toStation)) return null;
    const costs = new Map<string, number>([[fromStation, 0]]);
    const previous = new Map<string, string>();
    const open = new Set([fromStation]);
    while (open.size > 0) {
      let nearest = '';
      let least = Infinity;
      for (const code of open) {
        const cost = costs.get(code) ?? Infinity;
        if (cost < least) [nearest, least] = [code, cost];
      }
      if (nearest === toStation) return unwind(previous, fromStation, toStation);
      open.delete(nearest);
      for (const edge of edges.get(nearest) ?? []) {
        const cost = least + edge.cost;
        if (cost >= (costs.get(edge.to) ?? Infinity)) continue;
        costs.set(edge.to, cost);
        previous.set(edge.to, nearest);
        open.add(edge.to);
      }
    }
    return null;
  };
}

function unwind(previous: ReadonlyMap<string, string>, from: string, to: string): string[] {
  const chain = [to];
  for (let at = to; at !== from;) {
    at = previous.get(at) ?? from;
    chain.push(at);
  }
  return chain.reverse();
}
