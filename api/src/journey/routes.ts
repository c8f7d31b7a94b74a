import { splitAtAntimeridian } from 'graph-schema/geo/antimeridian';
import { greatCircle } from 'graph-schema/geo/great-circle';
import type { LonLat } from 'graph-schema/geo/lon-lat';
import { buildRailNetwork, railPath } from 'graph-schema/geo/rail-path';
import { seaRoute } from 'graph-schema/geo/sea-route';
import { getSeaNetwork } from 'graph-schema/reference/sea-network';
import { readRailRoutes } from 'graph-schema/reference/rail-routes';
import { readRailStations } from 'graph-schema/reference/rail-stations';
import { bundledDirectory } from 'graph-schema/reference/table-file';
import type { TransportMode } from 'graph-schema/domain/tracking-event';
import type { PlaceView } from './place-view.ts';

export type PathBasis = 'TRACK' | 'NETWORK' | 'GREAT_CIRCLE' | 'STRAIGHT';

/** A way between two places, as lines of [longitude, latitude] split at the antimeridian. */
export interface RoutedPath {
  readonly basis: PathBasis;
  readonly line: readonly LonLat[];
}

/** Ways for the map; computed ways are kept, since the same pairs are asked for again and again. */
export interface Routes {
  find(mode: TransportMode, from: PlaceView, to: PlaceView): RoutedPath | null;
}

const AIR_STEP_NM = 60;
const KEPT = 2000;

export function createRoutes(): Routes {
  const sea = getSeaNetwork();
  const stations = new Map(readRailStations(bundledDirectory).map((s) => [s.code, s]));
  const corridors = readRailRoutes(bundledDirectory).map((route) =>
    route.stations.flatMap((code) => {
      const station = stations.get(code);
      return station
        ? [{ id: `RAIL:${code}`, longitude: station.longitude, latitude: station.latitude }]
        : [];
    }),
  );
  const rail = buildRailNetwork(corridors);
  const kept = new Map<string, RoutedPath>();

  const route = (mode: TransportMode, from: PlaceView, to: PlaceView, a: LonLat, b: LonLat): RoutedPath => {
    if (mode === 'VESSEL' || mode === 'BARGE') {
      const found = seaRoute(sea, a, b);
      if (found) return { basis: 'NETWORK', line: found.coordinates };
    }
    if (mode === 'RAIL') {
      const found = railPath(rail, from.id, to.id);
      if (found) return { basis: 'NETWORK', line: found.coordinates };
    }
    if (mode === 'AIR') return { basis: 'GREAT_CIRCLE', line: greatCircle(a, b, AIR_STEP_NM) };
    return { basis: 'STRAIGHT', line: [a, b] };
  };

  return {
    find(mode, from, to) {
      const [a, b] = [lonLat(from), lonLat(to)];
      if (!a || !b) return null;
      const key = `${mode}|${a.join(',')}|${b.join(',')}`;
      let path = kept.get(key);
      if (!path) {
        path = route(mode, from, to, a, b);
        if (kept.size >= KEPT) kept.clear();
        kept.set(key, path);
      }
      return path;
    },
  };
}

export function lonLat(place: PlaceView | null): LonLat | null {
  return place?.longitude == null || place.latitude == null ? null : [place.longitude, place.latitude];
}

export function asLines(line: readonly LonLat[]): number[][][] {
  return splitAtAntimeridian(line).map((part) => part.map(([longitude, latitude]) => [longitude, latitude]));
}
