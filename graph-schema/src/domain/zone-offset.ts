import { Temporal } from 'temporal-polyfill';

const DAY_MS = 86_400_000;
/** Zones change their offset on the quarter of an hour: within one, an answer holds for every minute. */
const SLOT_MS = 15 * 60_000;
/** Messages speak of few zones and near times; when they do not, remembering stops paying and starts anew. */
const MOST_REMEMBERED = 20_000;

/** The offset that holds from one midnight to the next; null where it changes between, or the zone is unknown. */
const days = new Map<string, Map<number, number | null>>();
const slots = new Map<string, number | null>();
let remembered = 0;

/**
 * Milliseconds to take from a wall clock (given as if it were UTC) in a zone to get UTC. A wall clock inside a gap or
 * an overlap of daylight saving is read with the offset before the change. Null when the zone is unknown.
 * The answer depends on the arguments alone; it is remembered because zone arithmetic dominates bulk messages. A day
 * that is 24 hours long has one offset from end to end, so only days on which clocks change are asked by the quarter.
 */
export function zoneOffset(zone: string, wallMs: number): number | null {
  if (zone === 'Z' || zone === 'UTC') return 0;
  const fixed = fixedOffset(zone);
  if (fixed !== null) return fixed;
  const day = Math.floor(wallMs / DAY_MS);
  const known = days.get(zone)?.get(day);
  const ofDay = known === undefined ? rememberDay(zone, day) : known;
  return ofDay ?? offsetInSlot(zone, Math.floor(wallMs / SLOT_MS));
}

/** `+08:00`, `-0330` */
function fixedOffset(zone: string): number | null {
  const isNegative = zone.startsWith('-');
  if (!isNegative && !zone.startsWith('+')) return null;
  const parts = /^[+-](\d\d):?(\d\d)$/.exec(zone);
  return parts && (isNegative ? -1 : 1) * (Number(parts[1]) * 60 + Number(parts[2])) * 60_000;
}

function rememberDay(zone: string, day: number): number | null {
  const start = askTables(zone, day * DAY_MS);
  const offset = start !== null && start === askTables(zone, (day + 1) * DAY_MS) ? start : null;
  makeRoom();
  const ofZone = days.get(zone) ?? new Map<number, number | null>();
  days.set(zone, ofZone.set(day, offset));
  return offset;
}

function offsetInSlot(zone: string, slot: number): number | null {
  const key = `${zone}|${slot}`;
  const known = slots.get(key);
  if (known !== undefined) return known;
  const offset = askTables(zone, slot * SLOT_MS);
  makeRoom();
  slots.set(key, offset);
  return offset;
}

function makeRoom(): void {
  remembered += 1;
  if (remembered <= MOST_REMEMBERED) return;
  days.clear();
  slots.clear();
  remembered = 1;
}

function askTables(zone: string, wallMs: number): number | null {
  try {
    const wall = Temporal.PlainDateTime.from(new Date(wallMs).toISOString().slice(0, 19));
    const zoned = wall.toZonedDateTime(zone, { disambiguation: 'compatible' });
    // In a gap `compatible` moves the clock forward, which is what reading it with the offset before the change does.
    return wallMs - zoned.toInstant().epochMilliseconds;
  } catch {
    return null;
  }
}
