import type { Gazetteer } from 'graph-schema/domain/place';
import type { Journey } from 'graph-schema/domain/journey/derive-journey';
import type { Leg } from 'graph-schema/domain/journey/legs';
import { placeOf } from 'graph-schema/domain/journey/milestone';
import { pointAlong } from 'graph-schema/geo/great-circle';
import { lengthNm } from 'graph-schema/geo/distance';
import type { LonLat } from 'graph-schema/geo/lon-lat';
import type { LivePosition } from './live-position.ts';
import { findPlaceView, type PlaceView } from './place-view.ts';
import { asLines, type PathBasis, type Routes } from './routes.ts';
import { splitPath } from './split-path.ts';

export interface PathSegment {
  readonly legId: string;
  readonly mode: Leg['mode'];
  readonly state: 'TRAVELLED' | 'PLANNED';
  readonly basis: PathBasis;
  readonly coordinates: number[][][];
}

export interface MapStop {
  readonly place: PlaceView;
  readonly kind: 'ORIGIN' | 'TRANSSHIPMENT' | 'STOP' | 'DESTINATION';
}

export interface JourneyGeometry {
  readonly paths: readonly PathSegment[];
  readonly stops: readonly MapStop[];
}

/** The way of the cargo for the map: what is behind it and what is ahead, leg by leg, and the stops. */
export function geometryOf(
  journey: Journey,
  live: LivePosition | null,
  places: Gazetteer,
  routes: Routes,
): JourneyGeometry {
  const paths = journey.legs.flatMap((leg) => segmentsOf(leg, journey, live, places, routes));
  return { paths, stops: stopsOf(journey, places) };
}

function segmentsOf(
  leg: Leg,
  journey: Journey,
  live: LivePosition | null,
  places: Gazetteer,
  routes: Routes,
): PathSegment[] {
  const [from, to] = [findPlaceView(leg.from, places), findPlaceView(leg.to, places)];
  const routed = from && to ? routes.find(leg.mode, from, to) : null;
  if (!routed) return [];
  const segment = (state: PathSegment['state'], line: readonly LonLat[]): PathSegment => ({
    legId: leg.id,
    mode: leg.mode,
    state,
    basis: routed.basis,
    coordinates: asLines(line),
  });
  if (leg.state !== 'UNDERWAY') return [segment(leg.state === 'DONE' ? 'TRAVELLED' : 'PLANNED', routed.line)];
  const at = live ? ([live.longitude, live.latitude] as const) : lastSeen(journey, leg, places);
  if (!at) return [segment('PLANNED', routed.line)];
  const { behind, ahead } = splitPath(routed.line, at);
  return [segment('TRAVELLED', behind), segment('PLANNED', ahead)];
}

/** Without a position, the last place that the run was reported at. */
function lastSeen(journey: Journey, leg: Leg, places: Gazetteer): LonLat | null {
  const seen = journey.logistics.findLast((m) => m.run === leg.id && m.classifier === 'ACTUAL' && m.place);
  const place = findPlaceView(seen?.place ?? leg.from, places);
  return place?.longitude == null || place.latitude == null ? null : [place.longitude, place.latitude];
}

function stopsOf(journey: Journey, places: Gazetteer): MapStop[] {
  const ends: { place: PlaceView; transshipment: boolean }[] = [];
  const add = (place: PlaceView | null, transshipment: boolean) => {
    if (place && ends.at(-1)?.place.id !== place.id) ends.push({ place, transshipment });
  };
  const legs = oneOfParallel(journey.legs);
  legs.forEach((leg, index) => {
    const before = legs[index - 1];
    const afloat = (l: Leg | undefined) => l?.mode === 'VESSEL' || l?.mode === 'AIR';
    add(findPlaceView(leg.from, places), afloat(before) && afloat(leg));
    add(findPlaceView(leg.to, places), afloat(leg) && afloat(legs[index + 1]));
  });
  return ends.map(({ place, transshipment }, index): MapStop => {
    if (index === 0) return { place, kind: 'ORIGIN' };
    if (index === ends.length - 1) return { place, kind: 'DESTINATION' };
    return { place, kind: transshipment ? 'TRANSSHIPMENT' : 'STOP' };
  });
}

/** Parts of one cargo that go the same way on several flights or trains stop at the same places: one of them speaks. */
function oneOfParallel(legs: readonly Leg[]): Leg[] {
  const ends = (leg: Leg) => [leg.mode, placeOf(leg.from), placeOf(leg.to)].join('|');
  return legs.filter((leg, index) => legs.findIndex((other) => ends(other) === ends(leg)) === index);
}

/** A train or flight without a position is drawn between its last two told places, by time. */
export function interpolatedPosition(
  journey: Journey,
  places: Gazetteer,
  routes: Routes,
  now: number,
): LivePosition | null {
  const leg = journey.legs.findLast((l) => l.state === 'UNDERWAY' && l.mode !== 'TRUCK');
  if (!leg) return null;
  const seen = journey.logistics.findLast((m) => m.run === leg.id && m.classifier === 'ACTUAL' && m.place);
  const [from, to] = [findPlaceView(seen?.place ?? leg.from, places), findPlaceView(leg.to, places)];
  const arrival = leg.arrival.estimated ?? leg.arrival.planned;
  const since = seen?.time ?? leg.departure.actual;
  if (!from || !to || !since) return null;
  const routed = routes.find(leg.mode, from, to);
  if (!routed) return null;
  const begin = Date.parse(since.instant);
  const end = arrival ? Date.parse(arrival.instant) : begin;
  const share = end > begin ? Math.min(Math.max((now - begin) / (end - begin), 0), 0.99) : 0;
  const point = pointAlong(routed.line, lengthNm(routed.line) * share);
  if (!point) return null;
  const { transport } = leg;
  return {
    latitude: degrees(point[1]),
    longitude: degrees(point[0]),
    at: new Date(now).toISOString(),
    speedKnots: null,
    courseDegrees: null,
    headingDegrees: null,
    name: transport?.vesselName ?? transport?.train ?? transport?.flight ?? null,
    mode: leg.mode,
    basis: 'INTERPOLATED',
  };
}

/** As many digits as a reported position has: a tenth of a metre. */
function degrees(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
