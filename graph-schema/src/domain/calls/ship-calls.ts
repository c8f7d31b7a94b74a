import { distanceNm } from '../../geo/distance.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import type { TrackFix } from '../../geo/track.ts';
import { nearBerths, type BerthLine } from './berth-lines.ts';
import { berthsOfStop } from './berths-of-stop.ts';
import { nearOf, type CallZones, type Near, type Roads, type Spot } from './call-zones.ts';
import { stepOf, type DerivedCall } from './derived-call.ts';
import { stopsOf, type Stop, type StopRule } from './stops.ts';

const LYING: StopRule = {
  enterKnots: 1,
  leaveKnots: 2,
  enterNm: 0.5,
  leaveNm: 0.8,
  backMinutes: 30,
  leastMinutes: 20,
};
const ANCHORED_MINUTES = 30;
/** A ship that says it is under way and lies in the roads all the same. */
const FORGOTTEN_MINUTES = 60;
/** Points of terminals are known to about a mile, so one is named only where no other comes as near. */
const TERMINAL_NM = 1.6;
const TERMINAL_MARGIN_NM = 0.55;
const BERTH_NM = 4;
const ROADS_NM = 8;
/** Around the port itself; who is beyond it by a third more has left. */
const HARBOUR_NM = 8;
const LEAVE = 1.3;
/** Between two stops of one call a ship stays about the port. */
const ABOUT_NM = 30;
const PILOT_SECONDS = 24 * 3600;
/** When something happened between two positions further apart is not known. */
const KNOWN_SECONDS = 90 * 60;

/** The zones, ready to be asked. */
export interface ShipZones {
  readonly ports: Near<Spot>;
  readonly terminals: Near<Spot>;
  /** Of an operator's file; without one none is near anything. */
  readonly berths: Near<BerthLine & Spot>;
  readonly roads: readonly Roads[];
  readonly portOf: (unLocode: string) => LonLat | null;
}

/** A stop that belongs to a port. */
interface PortStop {
  readonly stop: Stop;
  readonly isBerth: boolean;
  readonly port: string;
  readonly terminal: string | null;
  /** Where she made fast, and what she left; null where that is not sure. */
  readonly berths: readonly [came: string | null, left: string | null];
  /** Ports that share the roads it lies in. */
  readonly sharedBy: readonly string[];
}

export function shipZones({ ports, terminals, roads }: CallZones): ShipZones {
  const points = new Map<string, LonLat>();
  for (const { unLocode, point } of [...terminals, ...ports])
    if (unLocode !== null) points.set(unLocode, point);
  const nameOf = ({ unLocode, code }: Spot) => `${unLocode} ${code}`;
  return {
    ports: nearOf(ports, nameOf),
    terminals: nearOf(terminals, nameOf),
    berths: nearBerths([]),
    roads,
    portOf: (unLocode) => points.get(unLocode) ?? null,
  };
}

/**
 * What a ship did at ports: it arrives at the pilots or the anchorage, lies at anchor or at a berth, and departs. Only a
 * ship that stops has called, so who passes a port, however near, has not.
 */
export function shipCalls(fixes: readonly TrackFix[], zones: ShipZones): DerivedCall[] {
  const stops = stopsOf(fixes, LYING).flatMap((stop) => portStop(fixes, stop, zones));
  const calls = callsAmong(fixes, withPortsAhead(stops));
  return calls.flatMap((call, index) => {
    const before = calls[index - 1]?.at(-1)?.stop.last ?? -1;
    return eventsOf(fixes, call, before, zones);
  });
}

function portStop(fixes: readonly TrackFix[], stop: Stop, zones: ShipZones): PortStop[] {
  const { center, status, minutes } = stop;
  const [terminal, other] = zones.terminals(center, TERMINAL_NM * 2);
  const isAtTerminal = terminal !== undefined && terminal.nm <= TERMINAL_NM;
  if (status === 'UNDER_WAY' && minutes < FORGOTTEN_MINUTES) return [];
  const road = zones.roads.find((one) => distanceNm(one.point, center) <= one.radiusNm);
  const [came, left] = status === 'ANCHORED' ? [null, null] : berthsOfStop(fixes, stop, zones.berths);
  const quay = came ?? left;
  if (status === 'MOORED' || quay || (status !== 'ANCHORED' && isAtTerminal && !road)) {
    const port = quay?.port ?? (isAtTerminal ? terminal.one.unLocode : zones.ports(center, BERTH_NM)[0]?.one.unLocode);
    if (!port) return [];
    const isSure = isAtTerminal && (!other || other.nm - terminal.nm >= TERMINAL_MARGIN_NM);
    // A quay is drawn to some metres, and the point of a terminal to a mile.
    const named = quay?.terminal ?? (isSure ? terminal.one.code : null);
    const berthIn = (one: BerthLine | null) => (one?.port === port && one.terminal === named ? one.berth : null);
    return [{ stop, isBerth: true, port, terminal: named, berths: [berthIn(came), berthIn(left)], sharedBy: [] }];
  }
  if (minutes < ANCHORED_MINUTES) return [];
  const near =
    status === 'UNDER_WAY'
      ? undefined
      : (zones.terminals(center, ROADS_NM)[0] ?? zones.ports(center, ROADS_NM)[0]);
  const port = road?.ports[0] ?? near?.one.unLocode;
  return port ? [{ stop, isBerth: false, port, terminal: null, berths: [null, null], sharedBy: road?.ports ?? [] }] : [];
} // prettier-ignore

/** Who waits in roads that several ports share waits for the one where it berths next. */
function withPortsAhead(stops: readonly PortStop[]): PortStop[] {
  return stops.map((one, index) => {
    const next = one.isBerth ? undefined : stops.slice(index + 1).find((later) => later.isBerth);
    if (!next) return one;
    const isNear = distanceNm(next.stop.center, one.stop.center) <= ABOUT_NM;
    return isNear || one.sharedBy.includes(next.port) ? { ...one, port: next.port } : one;
  });
}

/** Stops at one port, one after another, without having gone far from it in between. */
function callsAmong(fixes: readonly TrackFix[], stops: readonly PortStop[]): PortStop[][] {
  const calls: PortStop[][] = [];
  for (const stop of stops) {
    const call = calls.at(-1);
    const before = call?.at(-1);
    if (call && before?.port === stop.port && staysAbout(fixes, before.stop, stop.stop)) call.push(stop);
    else calls.push([stop]);
  }
  return calls;
}

function staysAbout(fixes: readonly TrackFix[], from: Stop, to: Stop): boolean {
  return fixes
    .slice(from.last, to.first + 1)
    .every((fix) => [from, to].some(({ center }) => distanceNm(placeOf(fix), center) <= ABOUT_NM));
}

/** `before`: the last position of the call before. */
function eventsOf(
  fixes: readonly TrackFix[],
  call: readonly PortStop[],
  before: number,
  zones: ShipZones,
): DerivedCall[] {
  const [first] = call;
  const last = call.at(-1);
  if (!first || !last) return [];
  const events: DerivedCall[] = [];
  const add = (code: DerivedCall['code'], index: number, { port, terminal, berths }: PortStop) => {
    const isAtBerth = code === 'BERTHED' || code === 'UNBERTHED';
    const event = happened(fixes, code, index, { unLocode: port, code: isAtBerth ? terminal : null });
    const berth = isAtBerth ? berths[code === 'BERTHED' ? 0 : 1] : null;
    if (event) events.push({ ...event, berth });
  };
  const isIn = waterOf(first.port, zones, first.stop);
  const entry = entryOf(fixes, first, before, isIn, zones);
  if (entry !== null) add('ARRIVED', entry, first);
  for (const one of call) {
    const { stop, isBerth } = one;
    add(isBerth ? 'BERTHED' : 'ANCHORED', stop.first, one);
    if (isBerth) add('UNBERTHED', stop.last + 1, one);
  }
  const isLastIn = waterOf(last.port, zones, last.stop);
  const exit = fixes.findIndex((fix, index) => index > last.stop.last && !isLastIn(placeOf(fix), LEAVE));
  if (exit >= 0) add('DEPARTED', exit, last);
  return events;
}

/** What happened by a position, since the one before it; null where that was too long ago, or is not known. */
function happened(
  fixes: readonly TrackFix[],
  code: DerivedCall['code'],
  index: number,
  spot: DerivedCall['spot'],
): DerivedCall | null {
  const fix = fixes[index];
  const before = fixes[index - 1];
  if (!fix || !before || fix[0] - before[0] > KNOWN_SECONDS) return null;
  // It lay still until the position before it went.
  const at = code === 'UNBERTHED' ? before[0] : fix[0];
  return { code, at: stepOf(at), spot, berth: null, passage: null, between: [before[0], fix[0]] };
}

/** Harbour, pilots and anchorages of a port, and where the ship lies now. */
function waterOf(port: string, zones: ShipZones, stop: Stop): (point: LonLat, share: number) => boolean {
  const own = zones.roads.filter(({ ports }) => ports.includes(port));
  const harbour = zones.portOf(port);
  return (point, share) =>
    (harbour !== null && distanceNm(harbour, point) <= HARBOUR_NM * share) ||
    distanceNm(stop.center, point) <= (HARBOUR_NM / 2) * share ||
    own.some((one) => distanceNm(one.point, point) <= one.radiusNm * share);
}

/** The first position in the waters of the port; the pilots may board a day before. Null where it was there already. */
function entryOf(
  fixes: readonly TrackFix[],
  { stop, port }: PortStop,
  before: number,
  isIn: (point: LonLat, share: number) => boolean,
  { roads }: ShipZones,
): number | null {
  let outside = stop.first;
  while (outside >= 0 && isAt(fixes, outside, (point) => isIn(point, LEAVE))) outside -= 1;
  if (outside < 0) return null;
  const start = fixes[stop.first]?.[0] ?? 0;
  const pilots = roads.filter((one) => one.kind === 'PILOT' && one.ports.includes(port));
  const boards = (point: LonLat) => pilots.some((one) => distanceNm(one.point, point) <= one.radiusNm);
  const board = fixes.findLastIndex(
    (fix, index) =>
      index <= outside &&
      index > before &&
      start - fix[0] <= PILOT_SECONDS &&
      boards(placeOf(fix)) &&
      !isAt(fixes, index - 1, boards),
  );
  if (board >= 0) return board;
  return fixes.findIndex((fix, index) => index > outside && isIn(placeOf(fix), 1));
}

function isAt(fixes: readonly TrackFix[], index: number, test: (point: LonLat) => boolean): boolean {
  const fix = fixes[index];
  return fix !== undefined && test(placeOf(fix));
}

function placeOf([, longitude, latitude]: TrackFix): LonLat {
  return [longitude, latitude];
}
