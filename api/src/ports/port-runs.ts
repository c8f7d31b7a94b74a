import { groupBy } from 'graph-schema/domain/group-by';
import type { Leg, LegEnd } from 'graph-schema/domain/journey/legs';
import type { Milestone } from 'graph-schema/domain/journey/milestone';
import type { TownOf } from 'graph-schema/domain/journey/towns';
import type { EventTime, PlaceRef, TransportRef } from 'graph-schema/domain/tracking-event';
import type { ShipmentView } from '../journey/shipment-view.ts';

export const RUN_STATES = ['EXPECTED', 'AT_ANCHOR', 'AT_BERTH', 'COME', 'GONE'] as const;
export type RunState = (typeof RUN_STATES)[number];

/** A ship, barge or train that brings cargo to a port or takes it from there. */
export interface PortRun extends Omit<LegEnd, 'lateMinutes'> {
  /** Direction and run: the same in each answer. */
  readonly id: string;
  readonly direction: 'ARRIVAL' | 'DEPARTURE';
  readonly mode: Leg['mode'];
  readonly transport: TransportRef;
  /** At the port, with the terminal where one is told; where it lies alongside, or lay last, with the berth. */
  readonly place: PlaceRef;
  /** Where it comes from, or goes to, with this cargo; null: not told. */
  readonly other: PlaceRef | null;
  readonly state: RunState;
  /** When it anchored for the port, came alongside and left the berth, as told or seen; null: neither. */
  readonly anchored: EventTime | null;
  readonly berthed: EventTime | null;
  readonly unberthed: EventTime | null;
  /** Public ids of the shipments aboard that the asker sees. */
  readonly shipments: readonly string[];
  readonly containers: readonly string[];
}

const DAY_MS = 86_400_000;
/** A board shows what was so many days ago, and what is to come in so many. */
const PAST_MS = 3 * DAY_MS;
const AHEAD_MS = 21 * DAY_MS;
/** Once its cargo is off nobody tells of it when a ship leaves its berth or anchorage: after so long it is not said to lie there. */
const LIES_MS = 3 * DAY_MS;
const MODES: ReadonlySet<Leg['mode']> = new Set(['VESSEL', 'BARGE', 'RAIL']);

/** What one shipment tells of a run at a port; of the shipment itself nothing is kept. */
export interface ToldOfRun {
  readonly id: string;
  readonly shipment: string;
  readonly leg: Leg;
  /** What happened to the run at the port. */
  readonly steps: readonly Pick<Milestone, 'code' | 'time' | 'place'>[];
}

export function toldOfRuns(port: string, { id, journey }: ShipmentView, townOf: TownOf): ToldOfRun[] {
  const isHere = (place: PlaceRef | null) => place !== null && townOf(place) === port;
  return journey.legs.flatMap((leg): ToldOfRun[] => {
    if (!MODES.has(leg.mode) || leg.transport === null) return [];
    const steps = () =>
      journey.logistics
        .filter((m) => m.classifier === 'ACTUAL' && m.run === leg.id && isHere(m.place))
        .map(({ code, time, place }) => ({ code, time, place }));
    return [
      ...(isHere(leg.to) ? [{ id: `ARRIVAL ${leg.id}`, shipment: id, leg, steps: steps() }] : []),
      ...(isHere(leg.from) ? [{ id: `DEPARTURE ${leg.id}`, shipment: id, leg, steps: steps() }] : []),
    ];
  });
}

/** What comes and goes at a port with cargo that is seen, in order of time: each run once for each direction. */
export function portRuns(told: readonly ToldOfRun[], now: number): PortRun[] {
  return [...groupBy(told, ({ id }) => id)]
    .flatMap(([id, ofRun]) => runOf(id, ofRun, now) ?? [])
    .filter((run) => isOnBoard(bestOf(run), now))
    .sort((a, b) => instantOf(bestOf(a)) - instantOf(bestOf(b)) || (a.id < b.id ? -1 : 1));
}

function runOf(id: string, told: readonly ToldOfRun[], now: number): PortRun | null {
  const direction = id.startsWith('ARRIVAL ') ? 'ARRIVAL' : 'DEPARTURE';
  const ends = told.map(({ leg }) => (direction === 'ARRIVAL' ? leg.arrival : leg.departure));
  const places = told.flatMap(({ leg }) => (direction === 'ARRIVAL' ? leg.to : leg.from) ?? []);
  const others = told.flatMap(({ leg }) => (direction === 'ARRIVAL' ? leg.from : leg.to) ?? []);
  const place = places.find(({ facility }) => facility !== null) ?? places[0];
  const [first] = told;
  if (!place || !first?.leg.transport) return null;
  const steps = told.flatMap((one) => one.steps);
  const when = (code: string) => mostTold(steps.flatMap((m) => (m.code === code ? m.time : [])));
  const times = {
    planned: mostTold(ends.map((end) => end.planned)),
    estimated: mostTold(ends.map((end) => end.estimated)),
    actual: mostTold(ends.map((end) => end.actual)),
  };
  const stay = {
    anchored: when('ANCHORED'),
    berthed: when('BERTHED'),
    unberthed: when('UNBERTHED'),
    discharged: when('DISCHARGED'),
    departed: when('DEPARTED'),
  };
  return {
    id,
    direction,
    mode: first.leg.mode,
    transport: told.find(({ leg }) => leg.transport?.vesselName)?.leg.transport ?? first.leg.transport,
    place: quayOf(steps, stay.berthed) ?? place,
    other: others[0] ?? null,
    ...times,
    state: stateOf(direction, times.actual, stay, now),
    anchored: stay.anchored,
    berthed: stay.berthed,
    unberthed: stay.unberthed,
    shipments: [...new Set(told.map(({ shipment }) => shipment))],
    containers: [...new Set(told.flatMap(({ leg }) => leg.containers))].sort(),
  };
}

/** Where it made fast at that time, if whoever tells of it says at which terminal: that is nearer than what its cargo names. */
function quayOf(steps: ToldOfRun['steps'], berthed: EventTime | null): PlaceRef | null {
  const quays = steps.flatMap(({ code, time, place }) =>
    code === 'BERTHED' && time.instant === berthed?.instant && place?.facility ? place : [],
  );
  return quays.find(({ berth }) => berth !== null) ?? quays[0] ?? null;
}

type Stay = Readonly<
  Record<'anchored' | 'berthed' | 'unberthed' | 'discharged' | 'departed', EventTime | null>
>;

function stateOf(direction: PortRun['direction'], actual: EventTime | null, stay: Stay, now: number): RunState {
  if (direction === 'DEPARTURE' && actual) return 'GONE';
  const left = Math.max(instantOf(stay.unberthed), instantOf(stay.departed));
  const lies = (time: EventTime | null) => time !== null && instantOf(time) > left && now - instantOf(time) <= LIES_MS;
  const isBerthLater = instantOf(stay.berthed) >= instantOf(stay.anchored);
  if (lies(stay.berthed) && isBerthLater) return 'AT_BERTH';
  if (lies(stay.anchored) && instantOf(stay.discharged) < instantOf(stay.anchored)) return 'AT_ANCHOR';
  return actual ? 'COME' : 'EXPECTED';
} // prettier-ignore

/** What most shipments tell, of equally many the later: a run's own times reach each of its shipments alike. */
function mostTold(times: readonly (EventTime | null)[]): EventTime | null {
  const said = groupBy(
    times.filter((time) => time !== null),
    ({ instant }) => instant,
  );
  const [most] = [...said].sort(([a, one], [b, other]) => other.length - one.length || (a < b ? 1 : -1));
  return most?.[1][0] ?? null;
}

function bestOf({ actual, estimated, planned }: Pick<PortRun, 'actual' | 'estimated' | 'planned'>) {
  return actual ?? estimated ?? planned;
}

function isOnBoard(time: EventTime | null, now: number): boolean {
  return time !== null && instantOf(time) >= now - PAST_MS && instantOf(time) <= now + AHEAD_MS;
}

function instantOf(time: EventTime | null): number {
  return time ? Date.parse(time.instant) : -Infinity;
}
