import { DAY, HOUR, type Moment } from '../moment.ts';
import { imoNumber } from './numbers.ts';
import type { VesselState } from './sailings.ts';
import { alongLane } from './sailings.ts';
import type { Waypoint } from './sea-lanes.ts';
import type { Vessel } from './vessels.ts';

/** A port as small ships see it: from the sea to the roads, from there to the berths. */
interface PortWaters {
  readonly locode: string;
  readonly sea: Waypoint;
  readonly roads: Waypoint;
  readonly berth: Waypoint;
}

const ports: readonly PortWaters[] = [
  { locode: 'CN NGB', sea: [29.62, 122.75], roads: [29.83, 122.28], berth: [29.94, 121.87] },
  { locode: 'CN SHA', sea: [30.75, 122.95], roads: [30.66, 122.35], berth: [30.63, 122.06] },
  { locode: 'SG SIN', sea: [1.3, 104.45], roads: [1.23, 103.92], berth: [1.26, 103.77] },
  { locode: 'NL RTM', sea: [52.02, 3.35], roads: [52.0, 3.8], berth: [51.95, 4.06] },
];

const SHIPS_PER_PORT = 5;
/** One ship's round: in from the sea 3 h, at anchor 5 h, to the berth 1 h, cargo 11 h, out 4 h. */
const ROUND = DAY;

function coaster(portIndex: number, index: number): Vessel {
  const serial = portIndex * SHIPS_PER_PORT + index + 1;
  return {
    imo: imoNumber(`9945${String(serial).padStart(2, '0')}`),
    mmsi: `4139992${String(serial).padStart(2, '0')}`,
    callSign: `BC${String(serial).padStart(2, '0')}A`,
    name: `SAMPLE COASTER ${serial}`,
    shipType: 70,
    lengthMetres: 110 + 6 * index,
    beamMetres: 18,
    draughtMetres: 6 + index / 5,
  };
}

/** A little to the side for each ship, so that they do not lie on top of one another. */
function beside([latitude, longitude]: Waypoint, index: number): Waypoint {
  return [latitude + 0.006 * (index - 2), longitude + 0.009 * ((index * 2) % 5) - 0.018];
}

const moving = (from: Waypoint, to: Waypoint, share: number, speedKnots: number) => {
  const { point, course } = alongLane([from, to], share);
  return { point, course, speedKnots, navigationStatus: 0 as const };
};
const lying = (point: Waypoint, navigationStatus: 1 | 5) => ({
  point,
  course: 90,
  speedKnots: 0,
  navigationStatus,
});

function stateIn(port: PortWaters, portIndex: number, index: number, at: Moment): VesselState {
  const hours = (((at + (index * ROUND) / SHIPS_PER_PORT) % ROUND) + ROUND) % ROUND / HOUR; // prettier-ignore
  const roads = beside(port.roads, index);
  const berth = beside(port.berth, index);
  const state =
    hours < 3
      ? moving(port.sea, roads, hours / 3, 9.5)
      : hours < 8
        ? lying(roads, 1)
        : hours < 9
          ? moving(roads, berth, hours - 8, 7)
          : hours < 20
            ? lying(berth, 5)
            : moving(berth, port.sea, (hours - 20) / 4, 9);
  return {
    vessel: coaster(portIndex, index),
    at,
    latitude: state.point[0],
    longitude: state.point[1],
    speedKnots: state.speedKnots,
    courseDegrees: state.course,
    navigationStatus: state.navigationStatus,
    destination: port.locode,
    eta: at - hours * HOUR + 9 * HOUR,
  };
}

/** Coasters that come and go for ever, so that the ports on the live map are never empty. */
export function portTraffic(at: Moment): VesselState[] {
  return ports.flatMap((port, portIndex) =>
    Array.from({ length: SHIPS_PER_PORT }, (_, index) => stateIn(port, portIndex, index, at)),
  );
}
