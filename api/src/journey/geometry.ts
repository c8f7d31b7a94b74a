import type { Gazetteer } from 'graph-schema/domain/place';
import type { Journey } from 'graph-schema/domain/journey/derive-journey';
import type { Leg } from 'graph-schema/domain/journey/legs';
import { placeOf } from 'graph-schema/domain/journey/milestone';
import type { LonLat } from 'graph-schema/geo/lon-lat';
import type { TrackPoint } from 'graph-schema/geo/track';
import type { LivePosition } from './live-position.ts';
import { findPlaceView, type PlaceView } from './place-view.ts';
import { asLines, lonLat, type PathBasis, type Routes } from './routes.ts';
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

/** Where the cargo is, and the way on which each was seen of late. */
export interface Seen {
  readonly positions: readonly LivePosition[];
  readonly ways: ReadonlyMap<LivePosition, readonly TrackPoint[]>;
}

/** The way of the cargo for the map: what is behind it and what is ahead, leg by leg, and the stops. */
export function geometryOf(journey: Journey, seen: Seen, places: Gazetteer, routes: Routes): JourneyGeometry {
  const paths = [
    ...journey.legs.flatMap((leg) => segmentsOf(leg, journey, seen, places, routes)),
    ...seen.positions.flatMap((position) => roadOf(position, journey, seen, places)),
  ];
  return { paths, stops: stopsOf(journey, places) };
}

function segmentsOf(
  leg: Leg,
  journey: Journey,
  { positions, ways }: Seen,
  places: Gazetteer,
  routes: Routes,
): PathSegment[] {
  const [from, to] = [findPlaceView(leg.from, places), findPlaceView(leg.to, places)];
  const routed = from && to ? routes.find(leg.mode, from, to) : null;
  if (!routed) return [];
  const segment = (
    state: PathSegment['state'],
    line: readonly LonLat[],
    basis: PathBasis = routed.basis,
  ): PathSegment => ({ legId: leg.id, mode: leg.mode, state, basis, coordinates: asLines(line) });
  if (leg.state !== 'UNDERWAY') return [segment(leg.state === 'DONE' ? 'TRAVELLED' : 'PLANNED', routed.line)];
  const live = positions.find((position) => position.legId === leg.id);
  const at = live ? pointOf(live) : lastSeen(journey, leg, places);
  if (!at) return [segment('PLANNED', routed.line)];
  const way = ((live && ways.get(live)) ?? []).map(([, ...point]): LonLat => point);
  const [first = at] = way;
  const track = way.length > 1 ? [segment('TRAVELLED', way, 'TRACK')] : [];
  return [
    segment('TRAVELLED', splitPath(routed.line, first).behind),
    ...track,
    segment('PLANNED', splitPath(routed.line, at).ahead),
  ];
}

/** A truck that no leg is known of: the way that it came, and roughly the way to where the next leg begins. */
function roadOf(position: LivePosition, { legs }: Journey, { ways }: Seen, places: Gazetteer): PathSegment[] {
  if (position.legId !== null || position.mode !== 'TRUCK') return [];
  const segment = { legId: `ROAD:${position.track?.key}`, mode: 'TRUCK' } as const;
  const way = (ways.get(position) ?? []).map(([, ...point]): LonLat => point);
  const next = legs.find(({ state, containers }) => {
    const carries = containers.length === 0 || position.containers.some((box) => containers.includes(box));
    return state === 'PLANNED' && carries;
  });
  const there = lonLat(findPlaceView(next?.from ?? null, places));
  const behind = { ...segment, state: 'TRAVELLED', basis: 'TRACK', coordinates: asLines(way) } as const;
  const ahead = there && ({ ...segment, state: 'PLANNED', basis: 'STRAIGHT', coordinates: asLines([pointOf(position), there]) } as const); // prettier-ignore
  return [...(way.length > 1 ? [behind] : []), ...(ahead ? [ahead] : [])];
}

function pointOf({ longitude, latitude }: LivePosition): LonLat {
  return [longitude, latitude];
}

/** Without a position, the last place that the run was reported at. */
function lastSeen(journey: Journey, leg: Leg, places: Gazetteer): LonLat | null {
  const seen = journey.logistics.findLast((m) => m.run === leg.id && m.classifier === 'ACTUAL' && m.place);
  return lonLat(findPlaceView(seen?.place ?? leg.from, places));
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
