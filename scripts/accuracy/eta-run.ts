import type { MeasuredLine } from 'graph-schema/domain/eta/predict-way';
import type { LonLat } from 'graph-schema/geo/lon-lat';
import { courseOf, hashOf, normal, skewed } from './eta-noise.ts';
import type { Lines, Service, ServiceStop } from './eta-services.ts';
import { Random } from './random.ts';

/** Where something truly was, hour by hour. */
export interface TrailPoint {
  readonly at: number;
  readonly position: LonLat;
  readonly isMoving: boolean;
}

/** A stop as it truly went, and as it was planned. Epoch milliseconds. */
export interface TrueStop extends ServiceStop {
  readonly plannedArrival: number;
  readonly plannedDeparture: number;
  readonly arrivedAt: number;
  readonly departedAt: number;
  /** Miles of the way from the stop before. */
  readonly nm: number;
}

/** A stop that was added to, or left out of, the plan; and when the carrier told so. */
export interface PlanChange {
  readonly place: string;
  readonly isAdded: boolean;
  readonly toldAt: number;
}

/** What truly happened on one voyage or train run. */
export interface TrueRun {
  readonly id: string;
  readonly seed: number;
  readonly service: Service;
  readonly carrier: string;
  readonly departedAt: number;
  /** Alongside at the last stop, or the train in its yard. */
  readonly arrivedAt: number;
  /** As first planned, first and last included. */
  readonly planned: readonly ServiceStop[];
  readonly plannedTimes: ReadonlyMap<string, { readonly arrival: number; readonly departure: number }>;
  /** Stops after the first, in order. */
  readonly stops: readonly TrueStop[];
  readonly changes: readonly PlanChange[];
  readonly trail: readonly TrailPoint[];
}

export const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** First departure of all worlds. */
export const EPOCH = Date.parse('2024-01-01T00:00:00Z');
/** Departures are spread over so many days. */
export const SPREAD_DAYS = 500;

/** Hours of work at a stop, without queue, as planned; usual for the place, the same in all worlds of its kind. */
function workHours(stop: ServiceStop): number {
  const own = hashOf('work', stop.place);
  if (stop.kind === 'CANAL') return 11 + 3 * own;
  if (stop.kind === 'GAUGE_CHANGE') return 12 + 14 * own;
  if (stop.kind === 'ARRIVAL') return 2 + 3 * own;
  return 12 + 20 * own;
}

/** Hours of queue at a place now: congestion that builds up and goes over weeks, by world. Roads, convoys, gauge yards. */
function queueHours(world: number, stop: ServiceStop, at: number): number {
  const level = courseOf(at, 21 * 24, world, 'queue', stop.place);
  const most = { CALL: 20, CANAL: 14, GAUGE_CHANGE: 60, ARRIVAL: 36 }[stop.kind];
  return most * (0.3 + 0.7 * hashOf(world, 'port', stop.place)) * level * level;
}

/** Share of the speed that weather takes: by sea area and time, storms for days. */
function weatherLoss(world: number, mode: Service['mode'], [lon, lat]: LonLat, at: number): number {
  if (mode === 'RAIL') return 0.12 * courseOf(at, 48, world, 'rail', Math.floor(lon / 12));
  const swell = courseOf(at, 60, world, 'swell', Math.floor(lon / 12), Math.floor(lat / 12));
  return 0.03 + (swell > 0.72 ? (swell - 0.72) * 1.1 : 0) + 0.05 * swell * Math.min(1, Math.abs(lat) / 40);
}

/** One run drawn from a seed, in the world of its thousand: ports, ships and seas differ from those of other thousands. */
export function trueRun(
  seed: number,
  mode: Service['mode'],
  services: readonly Service[],
  lineOf: Lines,
): TrueRun {
  const random = new Random(seed * 2 + (mode === 'RAIL' ? 1 : 0) + 77);
  const world = Math.floor(seed / 1000);
  const of = services.filter((service) => service.mode === mode);
  const service = of[random.whole(0, of.length - 1)] ?? raise('no service');
  const carrier = mode === 'RAIL' ? service.id : `${service.id}-${random.whole(1, 8)}`;
  const departedAt = EPOCH + Math.floor(random.next() * SPREAD_DAYS * 24) * HOUR_MS;
  const own = 0.95 + 0.1 * hashOf(world, 'ship', carrier);
  const plannedTimes = planTimes(service, departedAt - random.between(0, 30) * HOUR_MS, lineOf);
  const { sequence, changes: drawn } = drawCalls(service, random);

  let [clock, slow] = [departedAt, legFactor(random)];
  const trail: TrailPoint[] = [];
  const stops: TrueStop[] = [];
  const changes: PlanChange[] = [];
  sequence.forEach((stop, index) => {
    const before = sequence[index - 1];
    if (!before) return;
    const line = lineOf(mode, before, stop);
    const length = line.along.at(-1) ?? 0;
    const plan = plannedTimes.get(stop.place);
    slow = 1 + (slow - 1) * 0.5 + (legFactor(random) - 1);
    const began = clock;
    let nm = 0;
    while (nm < length) {
      const position = positionAt(line, nm);
      trail.push({ at: clock, position, isMoving: true });
      if (random.chance(0.004)) slow = legFactor(random);
      const late = plan ? (clock - plan.arrival) / HOUR_MS + (length - nm) / service.plannedKnots : 0;
      const hurry = late > 18 ? 1.05 : late < -10 ? 0.94 : 1;
      const gust = 1 + 0.03 * normal(random);
      const knots =
        service.knots * own * slow * hurry * gust * (1 - weatherLoss(world, mode, position, clock));
      const step = Math.min(1, (length - nm) / knots);
      nm += knots * step;
      clock += step * HOUR_MS;
    }
    const arrivedAt = clock;
    const isLast = index === sequence.length - 1;
    const wait = queueHours(world, stop, clock) * skewed(random, 0.35);
    const ready = clock + (wait + workHours(stop) * skewed(random, 0.2)) * HOUR_MS;
    const holds = !isLast && plan && stop.kind === 'CALL' ? plan.departure - 10 * HOUR_MS : 0;
    const departedHere = Math.max(ready, Math.min(holds, clock + 4 * DAY_MS));
    const berth = line.points.at(-1) ?? stop.position;
    for (let at = clock; at < departedHere; at += HOUR_MS)
      trail.push({ at, position: berth, isMoving: false });
    clock = departedHere;
    stops.push({ ...stop, plannedArrival: plan?.arrival ?? arrivedAt, plannedDeparture: plan?.departure ?? departedHere, arrivedAt, departedAt: departedHere, nm: length }); // prettier-ignore
    for (const { place, isAdded, before: next } of drawn) {
      const told = isAdded ? stop.place === place : next === stop.place;
      const noticeMs = random.between(0.5, 4) * DAY_MS;
      if (told) changes.push({ place, isAdded, toldAt: Math.max(began, arrivedAt - noticeMs) });
    }
  });
  return { id: `${mode}-${seed}`, seed, service, carrier, departedAt, arrivedAt: clock, planned: service.stops, plannedTimes, stops, changes, trail }; // prettier-ignore
}

/** Slow or fast by the orders of the day. */
function legFactor(random: Random): number {
  return 1 + 0.035 * normal(random) - (random.chance(0.12) ? 0.08 : 0);
}

/** The schedule: planned knots, work as usual, a buffer of half a day in each call. */
function planTimes(service: Service, departure: number, lineOf: Lines) {
  const times = new Map<string, { arrival: number; departure: number }>();
  let clock = departure;
  service.stops.forEach((stop, index) => {
    const before = service.stops[index - 1];
    if (!before) return;
    const nm = lineOf(service.mode, before, stop).along.at(-1) ?? 0;
    const arrival = clock + (nm / service.plannedKnots) * HOUR_MS;
    clock = arrival + (workHours(stop) + (service.mode === 'RAIL' ? 16 : 6)) * HOUR_MS;
    times.set(stop.place, { arrival, departure: clock });
  });
  return times;
}

/** A call left out in one of fourteen voyages, one put in in one of twenty. */
function drawCalls(service: Service, random: Random) {
  const changes: { place: string; isAdded: boolean; before: string | null }[] = [];
  let sequence = [...service.stops];
  const { extra } = service;
  if (extra && random.chance(0.05)) {
    sequence.splice(extra.before, 0, extra.stop);
    changes.push({ place: extra.stop.place, isAdded: true, before: null });
  }
  const calls = service.stops.slice(1, -1).filter(({ kind }) => kind === 'CALL');
  if (service.mode === 'VESSEL' && calls.length > 0 && random.chance(0.07)) {
    const gone = calls[random.whole(0, calls.length - 1)];
    const next = sequence[sequence.findIndex((stop) => stop === gone) + 1];
    sequence = sequence.filter((stop) => stop !== gone);
    if (gone && next) changes.push({ place: gone.place, isAdded: false, before: next.place });
  }
  return { sequence, changes };
}

function positionAt({ points, along }: MeasuredLine, nm: number): LonLat {
  const after = along.findIndex((at) => at > nm);
  const [a, b, start, end] = [points[after - 1], points[after], along[after - 1] ?? 0, along[after] ?? 0];
  if (!a || !b) return points.at(after < 0 ? -1 : 0) ?? [0, 0];
  const share = (nm - start) / (end - start);
  const turn = ((((b[0] - a[0]) % 360) + 540) % 360) - 180;
  return [a[0] + turn * share, a[1] + (b[1] - a[1]) * share];
}

function raise(what: string): never {
  throw new Error(what);
}
