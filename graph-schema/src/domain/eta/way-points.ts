import type { LonLat } from '../../geo/lon-lat.ts';
import type { PlannedStop } from './planned-way.ts';

/** A canal of which the queue and the convoy take time. */
export interface Canal {
  /** As the sea network names it. */
  readonly passage: string;
  readonly position: LonLat;
}

/** A station on the way, as the tables know it. */
export interface ChainStation {
  readonly code: string;
  readonly country: string;
  readonly position: LonLat;
  /** Millimetres, that of its own country first. */
  readonly gaugesMm: readonly number[];
}

/** The calls of a ship with the canals on her way. `passagesBetween`: straits and canals from one place to the next, in order. */
export function withCanals(
  stops: readonly PlannedStop[],
  canals: readonly Canal[],
  passagesBetween: (from: LonLat, to: LonLat) => readonly string[],
): PlannedStop[] {
  return stops.flatMap((stop, index) => {
    const before = stops[index - 1];
    if (!before) return [stop];
    const passed = passagesBetween(before.position, stop.position).flatMap(
      (passage) => canals.find((canal) => canal.passage === passage) ?? [],
    );
    return [...passed.map(({ passage, position }) => onTheWay('CANAL', passage, position)), stop];
  });
}

/**
 * The stops of a train with the borders where the gauge changes: papers and engines on this side, boxes onto other wagons
 * 换装 on the other. `chain`: all stations from the first stop to the last.
 */
export function withGaugeChanges(
  stops: readonly PlannedStop[],
  chain: readonly ChainStation[],
): PlannedStop[] {
  const [first, last] = [stops[0], stops.at(-1)];
  if (!first || !last) return [...stops];
  const placeAt = (place: string) => chain.findIndex(({ code }) => code === place);
  const changes = chain.flatMap((station, index): PlannedStop[] => {
    const before = chain[index - 1];
    if (!before || before.country === station.country || before.gaugesMm[0] === station.gaugesMm[0])
      return [];
    return [
      onTheWay('CALL', before.code, before.position),
      onTheWay('GAUGE_CHANGE', station.code, station.position),
    ];
  });
  const ends = new Set([first.place, last.place]);
  const told = stops.slice(1, -1).filter(({ place }) => placeAt(place) >= 0);
  const known = new Set([...ends, ...told.map(({ place }) => place)]);
  const between = [...told, ...changes.filter(({ place }) => !known.has(place))];
  return [first, ...between.sort((a, b) => placeAt(a.place) - placeAt(b.place)), last];
}

function onTheWay(kind: PlannedStop['kind'], place: string, position: LonLat): PlannedStop {
  return { kind, place, position, arrivedAt: null, departedAt: null, notBefore: null };
}
