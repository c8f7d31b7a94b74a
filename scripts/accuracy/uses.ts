import { HUBS, PORTS, STATIONS, distanceKm, hoursByRoad, type Town } from './geography.ts';
import type { Random } from './random.ts';
import { sailingAfter, trainAfter, type Sailing } from './sailings.ts';
import { DAY_MS, HOUR_MS, type Move } from './truth.ts';

/** A box as it waits for its next use. */
export interface Waiting {
  readonly at: number;
  readonly town: Town;
  /** In a depot, empty at the last consignee's, or in its owner's own yard. */
  readonly where: 'DEPOT' | 'CONSIGNEE' | 'OWN_YARD';
}

/** The moves of one use, and how the box waits behind it. */
export interface Moved {
  readonly moves: Move[];
  readonly next: Waiting;
}

export interface SeaWay {
  readonly viaHub: boolean;
  readonly byRail: boolean;
  /** Left behind by its ship: it waits for a later one, often outside the terminal. */
  readonly isRolled: boolean;
  /** Goes back to a depot; else it stays with the consignee and is loaded again, or is the shipper's own. */
  readonly isReturned: boolean;
}

/** Writes moves with the time between them. */
class Course {
  readonly moves: Move[] = [];
  at: number;

  constructor(
    at: number,
    readonly random: Random,
  ) {
    this.at = at;
  }

  wait(lowHours: number, highHours: number): void {
    this.at += Math.round(this.random.between(lowHours, highHours) * 60) * 60_000;
  }

  add(
    code: Move['code'],
    loadState: Move['loadState'],
    place: Town,
    kind: Move['kind'],
    run: Move['run'] = null,
  ): void {
    this.moves.push({ at: this.at, code, loadState, place, run, kind });
  }

  /** Loaded before the run leaves, discharged behind its arrival. */
  carry({ run, departs, arrives }: Sailing, from: Town, to: Town, loadState: Move['loadState']): void {
    this.at = Math.max(this.at + HOUR_MS, departs - this.random.whole(2, 18) * HOUR_MS);
    this.add('LOADED', loadState, from, 'QUAY', run);
    this.at = Math.max(departs, this.at + HOUR_MS);
    this.add('DEPARTED', loadState, from, 'QUAY', run);
    this.at = arrives;
    this.add('ARRIVED', loadState, to, 'QUAY', run);
    this.wait(2, 26);
    this.add('DISCHARGED', loadState, to, 'QUAY', run);
  }
}

/** A use that carries cargo over sea, from wherever the box waits. */
export function carryBySea(waiting: Waiting, way: SeaWay, random: Random): Moved {
  const course = new Course(waiting.at, random);
  const { town } = waiting;
  const station = way.byRail ? STATIONS.find(([near]) => near.unLocode === town.unLocode) : undefined;
  if (waiting.where === 'DEPOT') {
    course.add('GATED_OUT', 'EMPTY', town, 'GATE');
    course.wait(5, 70);
  }
  course.add('STUFFED', 'FULL', town, 'WAREHOUSE');
  course.wait(3, 50);
  course.add('GATED_IN', 'FULL', town, 'GATE');
  let port = town;
  if (station) {
    port = portNamed(station[1]);
    course.wait(4, 30);
    course.carry(trainAfter(course.at, town, port), town, port, 'FULL');
  }
  course.wait(6, 60);
  if (way.isRolled) roll(course, port);
  const destination = destinationFrom(port, random);
  let from = port;
  if (way.viaHub) {
    const hub = random.one(HUBS);
    course.carry(sailingAfter(course.at, from, hub), from, hub, 'FULL');
    course.wait(20, 90);
    from = hub;
  }
  course.carry(sailingAfter(course.at, from, destination), from, destination, 'FULL');
  course.wait(8, 150);
  course.add('GATED_OUT', 'FULL', destination, 'GATE');
  course.wait(4, 70);
  course.add('STRIPPED', 'EMPTY', destination, 'WAREHOUSE');
  course.wait(3, 90);
  if (way.isReturned) course.add('GATED_IN', 'EMPTY', destination, 'GATE');
  const where = way.isReturned ? 'DEPOT' : waiting.where === 'OWN_YARD' ? 'OWN_YARD' : 'CONSIGNEE';
  return { moves: course.moves, next: { at: course.at, town: destination, where } };
}

function roll(course: Course, port: Town): void {
  if (course.random.chance(0.5)) {
    course.add('GATED_OUT', 'FULL', port, 'GATE');
    course.wait(20, 90);
    course.add('GATED_IN', 'FULL', port, 'GATE');
    course.wait(6, 60);
  } else {
    course.at += 7 * DAY_MS;
  }
}

/** Cargo within one country, by road, for which nobody writes a bill of lading. */
export function carryAtHome({ at, town }: Waiting, random: Random): Moved {
  const course = new Course(at, random);
  const near = PORTS.filter((port) => (hoursByRoad(town, port) ?? Infinity) < 20 && port.land === town.land);
  const [first, ...rest] = near;
  const to = first ? random.one([first, ...rest]) : town;
  course.add('GATED_OUT', 'EMPTY', town, 'GATE');
  course.wait(5, 40);
  course.add('STUFFED', 'FULL', town, 'WAREHOUSE');
  course.wait(6 + leastRoadHours(town, to) * 1.4, 60 + leastRoadHours(town, to) * 1.6);
  course.add('STRIPPED', 'EMPTY', to, 'WAREHOUSE');
  course.wait(3, 40);
  course.add('GATED_IN', 'EMPTY', to, 'GATE');
  return { moves: course.moves, next: { at: course.at, town: to, where: 'DEPOT' } };
}

/** An empty box that is shipped to where cargo is. */
export function repositionEmpty({ at, town }: Waiting, random: Random): Moved {
  const course = new Course(at, random);
  const to = destinationFrom(town, random);
  course.add('GATED_OUT', 'EMPTY', town, 'GATE');
  course.wait(10, 60);
  course.carry(sailingAfter(course.at, town, to), town, to, 'EMPTY');
  course.wait(6, 60);
  course.add('GATED_IN', 'EMPTY', to, 'GATE');
  return { moves: course.moves, next: { at: course.at, town: to, where: 'DEPOT' } };
}

/** Given back to its lessor: from the carrier's depot to the lessor's. */
export function offHire({ at, town }: Waiting, random: Random): Moved {
  const course = new Course(at, random);
  course.add('GATED_OUT', 'EMPTY', town, 'GATE');
  course.wait(2, 30);
  course.add('GATED_IN', 'EMPTY', town, 'GATE');
  return { moves: course.moves, next: { at: course.at, town, where: 'DEPOT' } };
}

/** Found damaged in the terminal: its cargo goes in another box, and it comes back without having sailed. */
export function swapOut({ at, town }: Waiting, random: Random): Moved {
  const course = new Course(at, random);
  course.add('GATED_OUT', 'EMPTY', town, 'GATE');
  course.wait(5, 70);
  course.add('STUFFED', 'FULL', town, 'WAREHOUSE');
  course.wait(3, 50);
  course.add('GATED_IN', 'FULL', town, 'GATE');
  course.wait(10, 60);
  course.add('GATED_OUT', 'FULL', town, 'GATE');
  course.wait(4, 30);
  course.add('STRIPPED', 'EMPTY', town, 'WAREHOUSE');
  course.wait(3, 50);
  course.add('GATED_IN', 'EMPTY', town, 'GATE');
  return { moves: course.moves, next: { at: course.at, town, where: 'DEPOT' } };
}

function portNamed(unLocode: string): Town {
  const found = PORTS.find((port) => port.unLocode === unLocode);
  if (!found) throw new Error(`no port ${unLocode} in this world`);
  return found;
}

function destinationFrom(from: Town, random: Random): Town {
  for (;;) {
    const to = random.one(PORTS);
    if (distanceKm(from, to) > 1200) return to;
  }
}

function leastRoadHours(a: Town, b: Town): number {
  return hoursByRoad(a, b) ?? 0;
}
