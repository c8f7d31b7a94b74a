import { z } from 'zod';

// When a scheduled subscription is told (EPCIS 2.0, 8.2.5.3; REST binding, QueryScheduleSubscription), by the wall clock in UTC.
//
//   field   = element { "," element }        element = number | "[" number "-" number "]" | start "/" step | "*"

const FIELDS = {
  second: [0, 59],
  minute: [0, 59],
  hour: [0, 23],
  dayOfMonth: [1, 31],
  month: [1, 12],
  /** Monday is 1. */
  dayOfWeek: [1, 7],
} as const;
type Field = keyof typeof FIELDS;

const field = z.union([z.string().max(200), z.int().transform(String)]).optional();
export const schedule = z
  .strictObject({
    second: field,
    minute: field,
    hour: field,
    dayOfMonth: field,
    month: field,
    dayOfWeek: field,
  })
  .refine((given) => Object.values(given).some((text) => text !== undefined), 'at least one field')
  .refine(
    (given) => parseSchedule(given) !== null,
    'numbers within their range, lists, [from-to] and start/step',
  );
export type Schedule = Readonly<Partial<Record<Field, string | undefined>>>;

type Times = Readonly<Record<Field, readonly number[]>>;

/** Numbers of each field, ascending; null: one cannot be read. */
function parseSchedule(given: Schedule): Times | null {
  const times = {} as Record<Field, readonly number[]>;
  let isFiner = true;
  for (const name of Object.keys(FIELDS) as Field[]) {
    const [least, most] = FIELDS[name];
    const text = given[name];
    if (text !== undefined) isFiner = false;
    const isClock = name === 'second' || name === 'minute' || name === 'hour';
    // Of the clock what is finer than what is said is 0: `{hour: 1, minute: 5}` is once a day. All else is any.
    const numbers = text === undefined ? (isClock && isFiner ? [0] : range(least, most, 1)) : numbersOf(text, least, most);
    if (!numbers) return null;
    times[name] = numbers;
  }
  return times;
} // prettier-ignore

function numbersOf(text: string, least: number, most: number): readonly number[] | null {
  const all = new Set<number>();
  for (const element of text.split(',')) {
    const found = elementOf(element.trim(), least, most);
    if (!found) return null;
    for (const one of found) all.add(one);
  }
  return [...all].sort((a, b) => a - b);
}

function elementOf(text: string, least: number, most: number): readonly number[] | null {
  if (text === '*') return range(least, most, 1);
  const [, one, from, to, start, step] = /^(?:(\d{1,2})|\[(\d{1,2})-(\d{1,2})\]|(\d{1,2}|\*)\/(\d{1,2}))$/.exec(text) ?? [];
  const isIn = (...numbers: readonly number[]) => numbers.every((number) => number >= least && number <= most);
  if (one !== undefined) return isIn(Number(one)) ? [Number(one)] : null;
  if (from !== undefined && to !== undefined)
    return isIn(Number(from), Number(to)) && Number(from) <= Number(to) ? range(Number(from), Number(to), 1) : null;
  const first = start === '*' ? least : Number(start);
  return isIn(first) && Number(step) > 0 ? range(first, most, Number(step)) : null;
} // prettier-ignore

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
}

const DAY_MS = 86_400_000;
/** 29 February on one day of the week comes again within so many days. */
const DAYS_AHEAD = 366 * 40;

/** The first of its times behind an instant, epoch milliseconds; null: none comes, or it is no schedule. */
export function nextTime(given: Schedule, after: number): number | null {
  const times = parseSchedule(given);
  if (!times) return null;
  const today = Math.floor(after / DAY_MS) * DAY_MS;
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = today + ahead * DAY_MS;
    if (isDay(new Date(day), times)) {
      const at = firstIn(day, after, times);
      if (at !== null) return at;
    }
  }
  return null;
}

function isDay(day: Date, { dayOfMonth, month, dayOfWeek }: Times): boolean {
  return (
    month.includes(day.getUTCMonth() + 1) &&
    dayOfMonth.includes(day.getUTCDate()) &&
    dayOfWeek.includes(day.getUTCDay() || 7)
  );
}

function firstIn(day: number, after: number, { hour, minute, second }: Times): number | null {
  for (const h of hour)
    for (const m of minute) {
      const at = day + h * 3_600_000 + m * 60_000;
      if (at + 60_000 <= after) continue;
      const found = second.find((s) => at + s * 1000 > after);
      if (found !== undefined) return at + found * 1000;
    }
  return null;
}
