import { DAY, HOUR, type Moment } from '../moment.ts';
import type { Place } from './places.ts';
import type { Waypoint } from './sea-lanes.ts';
import type { Vessel } from './vessels.ts';

/** One sea passage of a ship, berth to berth. */
export interface Sailing {
  readonly vessel: Vessel;
  readonly voyage: string;
  readonly from: Place;
  readonly to: Place;
  readonly departs: Moment;
  readonly arrives: Moment;
  readonly lane: readonly Waypoint[];
}

/** What a ship's AIS says at one instant. */
export interface VesselState {
  readonly vessel: Vessel;
  readonly at: Moment;
  readonly latitude: number;
  readonly longitude: number;
  readonly speedKnots: number;
  readonly courseDegrees: number;
  /** 0 under way using engine, 1 at anchor, 5 moored. */
  readonly navigationStatus: 0 | 1 | 5;
  readonly destination: string;
  readonly eta: Moment;
}

const EARTH_RADIUS_NAUTICAL_MILES = 3440.065;
const radians = Math.PI / 180;

/** Great-circle distance in nautical miles (haversine). */
export function distanceNauticalMiles([latA, lonA]: Waypoint, [latB, lonB]: Waypoint): number {
  const dLat = (latB - latA) * radians;
  const dLon = (lonB - lonA) * radians;
  const chord =
    Math.sin(dLat / 2) ** 2 + Math.cos(latA * radians) * Math.cos(latB * radians) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_NAUTICAL_MILES * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function initialCourse([latA, lonA]: Waypoint, [latB, lonB]: Waypoint): number {
  const dLon = (lonB - lonA) * radians;
  const y = Math.sin(dLon) * Math.cos(latB * radians);
  const x =
    Math.cos(latA * radians) * Math.sin(latB * radians) -
    Math.sin(latA * radians) * Math.cos(latB * radians) * Math.cos(dLon);
  return (Math.atan2(y, x) / radians + 360) % 360;
}

/** The point `share` (0–1) of the way from a to b along the great circle. */
function between(a: Waypoint, b: Waypoint, share: number): Waypoint {
  const angle = distanceNauticalMiles(a, b) / EARTH_RADIUS_NAUTICAL_MILES;
  if (angle === 0) return a;
  const fromA = Math.sin((1 - share) * angle) / Math.sin(angle);
  const fromB = Math.sin(share * angle) / Math.sin(angle);
  const [latA, lonA] = [a[0] * radians, a[1] * radians];
  const [latB, lonB] = [b[0] * radians, b[1] * radians];
  const x = fromA * Math.cos(latA) * Math.cos(lonA) + fromB * Math.cos(latB) * Math.cos(lonB);
  const y = fromA * Math.cos(latA) * Math.sin(lonA) + fromB * Math.cos(latB) * Math.sin(lonB);
  const z = fromA * Math.sin(latA) + fromB * Math.sin(latB);
  return [Math.atan2(z, Math.hypot(x, y)) / radians, Math.atan2(y, x) / radians];
}

function legsOf(lane: readonly Waypoint[]): { a: Waypoint; b: Waypoint; miles: number }[] {
  return lane.slice(1).flatMap((b, index) => {
    const a = lane[index];
    return a ? [{ a, b, miles: distanceNauticalMiles(a, b) }] : [];
  });
}

function laneMiles(lane: readonly Waypoint[]): number {
  return legsOf(lane).reduce((sum, { miles }) => sum + miles, 0);
}

/** Speed that the timetable asks for, over the whole passage. */
export function passageKnots(sailing: Sailing): number {
  return laneMiles(sailing.lane) / ((sailing.arrives - sailing.departs) / HOUR);
}

/** Where along its lane the ship is after `share` (0–1) of the passage, and its course there. */
export function alongLane(lane: readonly Waypoint[], share: number): { point: Waypoint; course: number } {
  let left = laneMiles(lane) * Math.min(1, Math.max(0, share));
  let last: { point: Waypoint; course: number } = { point: [0, 0], course: 0 };
  for (const { a, b, miles } of legsOf(lane)) {
    const point = between(a, b, miles === 0 ? 1 : Math.min(1, left / miles));
    last = { point, course: initialCourse(left < miles ? point : a, b) };
    if (left <= miles) return last;
    left -= miles;
  }
  return last;
}

/** How long before departure and after arrival a ship lies at the berth. */
const BERTH_STAY = 1.5 * DAY;

/** The state of the ship at `at`, or null when this sailing does not place it. */
export function findVesselState(sailing: Sailing, at: Moment): VesselState | null {
  if (at < sailing.departs - BERTH_STAY || at > sailing.arrives + BERTH_STAY) return null;
  const moving = at > sailing.departs && at < sailing.arrives;
  const share = (at - sailing.departs) / (sailing.arrives - sailing.departs);
  const { point, course } = alongLane(sailing.lane, share);
  return {
    vessel: sailing.vessel,
    at,
    latitude: point[0],
    longitude: point[1],
    speedKnots: moving ? passageKnots(sailing) : 0,
    courseDegrees: course,
    navigationStatus: moving ? 0 : 5,
    destination: `${sailing.from.unLocode.slice(0, 2)} ${sailing.from.unLocode.slice(2)} > ${sailing.to.unLocode.slice(0, 2)} ${sailing.to.unLocode.slice(2)}`,
    eta: sailing.arrives,
  };
}
