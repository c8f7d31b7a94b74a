import { endOf } from '../event-time.ts';
import { inTime, placeOf, type Milestone } from './milestone.ts';

/**
 * In order of time. A bare date says that something was on that day, and not that it was at midnight: among what else was on
 * the same day it stands where the usual order of steps has it. A function of the set of milestones, in whatever order they come.
 */
export function inStepOrder(milestones: readonly Milestone[]): Milestone[] {
  const placed = milestones.filter((m) => m.time.precision !== 'DAY').sort(inTime);
  const ranks = new Map(milestones.map((m) => [m, rankOf(m, milestones)]));
  const bare = milestones.filter((m) => m.time.precision === 'DAY');
  bare.sort((a, b) => {
    if (a.time.instant !== b.time.instant) return a.time.instant < b.time.instant ? -1 : 1;
    return (ranks.get(a) ?? Infinity) - (ranks.get(b) ?? Infinity) || inTime(a, b);
  });
  for (const day of bare) placed.splice(whereOnItsDay(day, placed, ranks), 0, day);
  return placed;
}

type Ranks = ReadonlyMap<Milestone, number | null>;

/** Before the first step of its day that usually follows it, else behind the last one that it usually follows. */
function whereOnItsDay(day: Milestone, placed: readonly Milestone[], ranks: Ranks): number {
  const [from, until] = [Date.parse(day.time.instant), endOf(day.time)];
  const first = placed.findIndex((m) => !isBefore(m, from));
  if (first === -1) return placed.length;
  let behind = first;
  const rank = ranks.get(day) ?? null;
  for (let index = first; index < placed.length; index += 1) {
    const other = placed[index];
    if (!other || Date.parse(other.time.instant) >= until) break;
    const otherRank = ranks.get(other) ?? null;
    if (rank === null || otherRank === null) continue;
    if (otherRank > rank) return behind;
    behind = index + 1;
  }
  return behind;
}

/** Another bare date of this day that comes first as well goes before it: they were brought in their order. */
function isBefore(m: Milestone, from: number): boolean {
  const at = Date.parse(m.time.instant);
  return at < from || (at === from && m.time.precision === 'DAY');
}

/** What usually follows what at one place, and behind it up to the empty return. */
const RANKS: Readonly<Partial<Record<string, number>>> = {
  EMPTY_RELEASED: 0, PICKED_UP: 2, STUFFED: 2, RECEIVED: 3, ARRIVED: 4, DISCHARGED: 5, CHECKED_IN: 6, AVAILABLE: 6, NOTIFIED: 7,
  OUT_FOR_DELIVERY: 9, DELIVERED: 10, STRIPPED: 11, LOADED: 13, DEPARTED: 14,
}; // prettier-ignore
/** Loading and sailing, where the same carriage arrives elsewhere on the same day. */
const BEFORE_ARRIVAL = 3.5;

/** Null: it may be anywhere among the steps of its day. */
function rankOf(m: Milestone, all: readonly Milestone[]): number | null {
  if (m.code === 'GATED_OUT') return m.loadState === 'EMPTY' ? 1 : 8;
  if (m.code === 'GATED_IN') return m.loadState === 'EMPTY' ? 12 : 11.5;
  if ((m.code === 'LOADED' || m.code === 'DEPARTED') && arrivesThatDay(m, all))
    return BEFORE_ARRIVAL + (m.code === 'DEPARTED' ? 0.1 : 0);
  return RANKS[m.code] ?? null;
}

function arrivesThatDay(m: Milestone, all: readonly Milestone[]): boolean {
  const [from, until] = [Date.parse(m.time.instant), endOf(m.time)];
  return all.some(
    (other) =>
      (other.code === 'ARRIVED' || other.code === 'DISCHARGED') &&
      (other.run === m.run || other.run === null || m.run === null) &&
      placeOf(other.place) !== placeOf(m.place) &&
      endOf(other.time) >= from &&
      Date.parse(other.time.instant) < until,
  );
}
