import { measureWay, type MeasuredWay, type PlannedStop } from 'graph-schema/domain/eta/planned-way';
import { measureLine, type MeasuredLine } from 'graph-schema/domain/eta/predict-way';
import type { EtaMap } from 'graph-schema/domain/eta/predict-run';
import type { Spot } from 'graph-schema/domain/eta/run-stops';
import type { ChainStation } from 'graph-schema/domain/eta/way-points';
import type { Gazetteer } from 'graph-schema/domain/place';
import type { PlaceRef } from 'graph-schema/domain/tracking-event';
import type { LonLat } from 'graph-schema/geo/lon-lat';
import { PASSAGES, seaRoute, type Passage } from 'graph-schema/geo/sea-route';
import { createRailNetwork } from 'graph-schema/reference/rail-network';
import { readRailRoutes } from 'graph-schema/reference/rail-routes';
import { readRailStations } from 'graph-schema/reference/rail-stations';
import { getSeaNetwork } from 'graph-schema/reference/sea-network';
import { bundledDirectory } from 'graph-schema/reference/table-file';

/** Ways that are remembered, of each kind. */
const KEPT = 1000;

/** Sea lanes, railways and places of the tables, as arrivals are computed along them. */
export function createEtaMap(places: Gazetteer): EtaMap {
  const stations = new Map(readRailStations(bundledDirectory).map((station) => [station.code, station]));
  const railChain = createRailNetwork({ railStations: [...stations.values()], railRoutes: readRailRoutes(bundledDirectory) }); // prettier-ignore
  const seaWays = (around: Passage | null) =>
    kept((from: LonLat, to: LonLat) => {
      const avoid: Passage[] = around ? ['NORTHWEST', around] : ['NORTHWEST'];
      const route = seaRoute(getSeaNetwork(), from, to, { avoid });
      return { line: measureLine(route?.coordinates ?? [from, to]), passages: route?.passages ?? [] };
    });
  const bySea = seaWays(null);
  const waysAround = new Map(PASSAGES.map((passage) => [passage as string, seaWays(passage)]));
  const stationsBetween = kept((from: string, to: string): readonly ChainStation[] =>
    (railChain(from, to) ?? []).flatMap((code) => {
      const station = stations.get(code);
      if (!station) return [];
      const { country, gaugesMm, longitude, latitude } = station;
      return [{ code, country, gaugesMm, position: [longitude, latitude] as const }];
    }),
  );
  const byRail = kept((from: string, to: string): MeasuredLine | null => {
    const chain = stationsBetween(from, to);
    return chain.length > 0 ? measureLine(chain.map(({ position }) => position)) : null;
  });
  const between = (mode: 'VESSEL' | 'RAIL', from: PlannedStop, to: PlannedStop, around: string): MeasuredLine => {
    const sea = waysAround.get(around) ?? bySea;
    const line = mode === 'RAIL' ? byRail(from.place, to.place) : sea(from.position, to.position).line;
    return line ?? measureLine([from.position, to.position]);
  }; // prettier-ignore
  const ways = new Map<string, MeasuredWay>();
  return {
    spotOf: (place) => spotOf(place, places),
    measure(mode, stops, around = '') {
      const key = `${mode}|${around}|${stops.map(({ place, position }) => `${place}@${position.join(',')}`).join('>')}`;
      const way = ways.get(key) ?? measureWay(stops, (from, to) => between(mode, from, to, around));
      if (ways.size >= KEPT) ways.clear();
      ways.set(key, way);
      return way;
    },
    passagesBetween: (from, to) => bySea(from, to).passages,
    stationsBetween,
  };
}

/** By its station, else by its port or town. */
function spotOf({ railStation, unLocode }: PlaceRef, places: Gazetteer): Spot | null {
  const place = (railStation ? places.findRailStation(railStation) : null) ?? (unLocode ? places.findLocode(unLocode) : null); // prettier-ignore
  if (place?.longitude == null || place.latitude === null) return null;
  return { place: railStation ?? place.unLocode ?? place.id, position: [place.longitude, place.latitude] };
}

function kept<A extends string | LonLat, T>(find: (from: A, to: A) => T): (from: A, to: A) => T {
  const found = new Map<string, T>();
  return (from, to) => {
    const key = `${from.toString()}|${to.toString()}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const answer = find(from, to);
    if (found.size >= KEPT) found.clear();
    found.set(key, answer);
    return answer;
  };
}
