import { measureLine, type MeasuredLine, type StopKind } from 'graph-schema/domain/eta/predict-way';
import type { LonLat } from 'graph-schema/geo/lon-lat';
import { seaRoute } from 'graph-schema/geo/sea-route';
import { readRailRoutes } from 'graph-schema/reference/rail-routes';
import { readRailStations } from 'graph-schema/reference/rail-stations';
import { createRailNetwork } from 'graph-schema/reference/rail-network';
import { getSeaNetwork } from 'graph-schema/reference/sea-network';

/** A place of a service, and what is done there. */
export interface ServiceStop {
  readonly place: string;
  readonly kind: StopKind;
  readonly position: LonLat;
}

/** A line that runs again and again, out of which voyages are drawn. */
export interface Service {
  readonly id: string;
  readonly mode: 'VESSEL' | 'RAIL';
  readonly stops: readonly ServiceStop[];
  /** Place that may be called at besides, and before which stop; null: none. */
  readonly extra: { readonly stop: ServiceStop; readonly before: number } | null;
  /** Knots that the schedule counts with, and that are run in calm water. */
  readonly plannedKnots: number;
  readonly knots: number;
}

const SEA: Readonly<Record<string, LonLat>> = {
  CNNBO: [122.1, 29.9], CNSGH: [122.1, 30.6], CNYTN: [114.3, 22.5], CNQIN: [120.3, 36.0], KRPUS: [129.1, 35.0],
  JPYOK: [139.7, 35.3], SGSIN: [103.8, 1.2], MYPKG: [101.3, 3.0], LKCMB: [79.8, 6.9], SUEZ: [32.55, 30.0],
  GRPIR: [23.6, 37.9], NLRTM: [4.0, 52.0], DEHAM: [8.7, 53.9], USLAX: [-118.3, 33.7], USNYC: [-74.0, 40.5],
  PANAMA: [-79.7, 9.1], BRSSZ: [-46.3, -24.1], ZADUR: [31.1, -29.9],
}; // prettier-ignore

const WORK: Readonly<Record<string, StopKind>> = { SUEZ: 'CANAL', PANAMA: 'CANAL', DOS: 'GAUGE_CHANGE', MLW: 'GAUGE_CHANGE' }; // prettier-ignore

function sea(id: string, places: string, knots: number, extra: [string, number] | null = null): Service {
  const names = places.split(' ');
  return {
    id,
    mode: 'VESSEL',
    stops: names.map((place, index) => seaStop(place, index === names.length - 1 ? 'ARRIVAL' : undefined)),
    extra: extra && { stop: seaStop(extra[0]), before: extra[1] },
    plannedKnots: knots - 1,
    knots,
  };
}

function seaStop(place: string, kind: StopKind = WORK[place] ?? 'CALL'): ServiceStop {
  return { place, kind, position: SEA[place] ?? [0, 0] };
}

/** Trains stop at borders for papers and engines, and where the boxes go over to another gauge. */
function rail(id: string, places: string, positionOf: (station: string) => LonLat): Service {
  const names = places.split(' ');
  const kindOf = (place: string, index: number) => (index === names.length - 1 ? 'ARRIVAL' : (WORK[place] ?? 'CALL')); // prettier-ignore
  return {
    id,
    mode: 'RAIL',
    stops: names.map((place, index) => ({ place, kind: kindOf(place, index), position: positionOf(place) })),
    extra: null,
    plannedKnots: 17,
    knots: 18,
  };
}

/** Liner services and China–Europe trains 中欧班列, with the ways between their stops. */
export function servicesOf(data: string): {
  readonly services: readonly Service[];
  readonly lineOf: Lines;
} {
  const stations = new Map(readRailStations(data).map((station) => [station.code, station]));
  const chain = createRailNetwork({ railStations: [...stations.values()], railRoutes: readRailRoutes(data) });
  const positionOf = (code: string): LonLat => {
    const station = stations.get(code);
    return [station?.longitude ?? 0, station?.latitude ?? 0];
  };
  const services = [
    sea('AE1', 'CNNBO CNSGH SGSIN SUEZ NLRTM', 16.5, ['MYPKG', 3]),
    sea('AE2', 'CNYTN SGSIN LKCMB SUEZ GRPIR', 16, ['MYPKG', 2]),
    sea('AE3', 'CNQIN CNNBO SGSIN SUEZ NLRTM DEHAM', 15.5, ['LKCMB', 3]),
    sea('TP1', 'CNSGH KRPUS USLAX', 18, ['JPYOK', 2]),
    sea('TP2', 'CNYTN KRPUS PANAMA USNYC', 17, ['JPYOK', 2]),
    sea('SA1', 'BRSSZ ZADUR SGSIN CNNBO', 15, ['LKCMB', 2]),
    rail('CR1', 'XAP AKR DOS MLW DUI', positionOf),
    rail('CR2', 'XAP HGS ATK BRE MLW DUI', positionOf),
  ];
  return { services, lineOf: keptLines(chain, positionOf) };
}

/** The way from one stop to the next, measured; the same object for the same stops. */
export type Lines = (mode: Service['mode'], from: ServiceStop, to: ServiceStop) => MeasuredLine;

function keptLines(
  chain: (from: string, to: string) => string[] | null,
  positionOf: (code: string) => LonLat,
): Lines {
  const kept = new Map<string, MeasuredLine>();
  return (mode, from, to) => {
    const key = `${mode}|${from.place}|${to.place}`;
    const known = kept.get(key);
    if (known) return known;
    const points =
      mode === 'RAIL'
        ? chain(from.place, to.place)?.map(positionOf)
        : seaRoute(getSeaNetwork(), from.position, to.position)?.coordinates;
    const line = measureLine(points ?? [from.position, to.position]);
    kept.set(key, line);
    return line;
  };
}
