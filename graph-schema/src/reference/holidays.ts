import { z } from 'zod';
import { addDays, type Calendars } from '../domain/free-time/calendar.ts';
import { ruleFile } from './rule-file.ts';

const date = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const yearShape = z.strictObject({
  year: z.number().int(),
  /** `V`: the public notice that `why` names was seen; `E`: unconfirmed. */
  source: z.enum(['V', 'E']),
  why: z.string().min(1),
  off: z.array(
    z.strictObject({ from: date, to: date, meaning: z.string().min(1), meaningZh: z.string().min(1) }),
  ),
  worked: z.array(date),
});
const fileShape = z.object({
  countries: z.array(
    z.strictObject({
      country: z.string().regex(/^[A-Z]{2}$/),
      weekend: z.array(z.number().int().min(1).max(7)),
      years: z.array(yearShape),
    }),
  ),
});

/** `data/holidays.json`, and what the data folder's file of this name says of other years and countries, or better. */
export const HOLIDAYS = ruleFile('holidays.json', readCalendars, layYears);

/** The days off as announced by an instant (epoch milliseconds); left out: in the end. */
export function getCalendars(at = Infinity): Calendars {
  return HOLIDAYS.at(at);
}

const daysShape = z.object({
  countries: z.array(
    z.looseObject({
      country: z.string(),
      weekend: z.array(z.number()).optional(),
      years: z.array(z.looseObject({ year: z.number() })),
    }),
  ),
});

/** Of each country the own file's years in place of the same years of the bundled one, and its weekend where it names one. */
export function layYears(bundled: unknown, own: unknown): unknown {
  const countries = new Map(daysShape.parse(bundled).countries.map((one) => [one.country, one]));
  for (const one of daysShape.parse(own).countries) {
    const before = countries.get(one.country);
    const years = new Set(one.years.map(({ year }) => year));
    const kept = before?.years.filter(({ year }) => !years.has(year)) ?? [];
    countries.set(one.country, { ...before, ...one, years: [...kept, ...one.years] });
  }
  return { countries: [...countries.values()] };
}

/** Calendars from what a file holds. Throws, naming country and year, where a date stands in the wrong year or place. */
export function readCalendars(data: unknown): Calendars {
  return new Map(
    fileShape.parse(data).countries.map(({ country, weekend, years }) => {
      const off = new Set<string>();
      const worked = new Set<string>();
      for (const year of years) {
        const at = `holidays of ${country} ${year.year}`;
        for (const { from, to } of year.off) {
          if (from > to) throw new Error(`${at}: ${from} is after ${to}`);
          for (let day = from; day <= to; day = addDays(day, 1)) off.add(inYear(day, year.year, at));
        }
        for (const day of year.worked) {
          if (off.has(day)) throw new Error(`${at}: ${day} is both off and worked`);
          worked.add(inYear(day, year.year, at));
        }
      }
      const known = new Set(years.map(({ year }) => year));
      return [country, { years: known, weekend: new Set(weekend), off, worked }];
    }),
  );
}

function inYear(day: string, year: number, at: string): string {
  if (!day.startsWith(`${year}-`)) throw new Error(`${at}: ${day} is of another year`);
  return day;
}
