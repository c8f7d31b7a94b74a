import type { Delivery } from '../delivery.ts';
import { HOUR, utcIso, type Moment } from '../moment.ts';
import type { SourceId } from '../sources.ts';
import type { Written } from '../writers/written.ts';
import type { Waypoint } from './sea-lanes.ts';
import { alongLane, distanceNauticalMiles } from './sailings.ts';

/** Where something on a lane is at one instant. */
export interface MoverState {
  readonly at: Moment;
  readonly latitude: number;
  readonly longitude: number;
  readonly speedKnots: number;
  readonly courseDegrees: number;
}

/** What reports where it is and is no ship: an aircraft, a truck, a device on a box. */
export interface Mover {
  readonly source: SourceId;
  readonly what: string;
  readonly lane: readonly Waypoint[];
  readonly departs: Moment;
  readonly arrives: Moment;
  /** Time between two reports. */
  readonly every: number;
  readonly report: (state: MoverState) => Written;
}

/** Its reports from `from` (not itself) to `until`. */
export function reportsOf(mover: Mover, from: Moment, until: Moment): Delivery[] {
  const { departs, arrives, every } = mover;
  const first = Math.max(0, Math.floor((from - departs) / every) + 1);
  const deliveries: Delivery[] = [];
  for (let at = departs + first * every; at <= Math.min(until, arrives); at += every)
    deliveries.push(reportAt(mover, at));
  return deliveries;
}

function reportAt({ source, what, lane, departs, arrives, report }: Mover, at: Moment): Delivery {
  const { point, course } = alongLane(lane, (at - departs) / (arrives - departs));
  const miles = lane
    .slice(1)
    .reduce((sum, to, index) => sum + distanceNauticalMiles(lane[index] ?? to, to), 0);
  const state = {
    at,
    latitude: rounded(point[0], 5),
    longitude: rounded(point[1], 5),
    speedKnots: rounded(miles / ((arrives - departs) / HOUR), 1),
    courseDegrees: rounded(course, 1),
  };
  return { sourceId: source, deliverAt: utcIso(at + 1000), ...report(state), what };
}

function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
