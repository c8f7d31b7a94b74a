import { distanceKm, type Town } from './geography.ts';
import { DAY_MS, HOUR_MS, type Run } from './truth.ts';

/** A ship that leaves one port on a day and reaches another. */
export interface Sailing {
  readonly run: Run;
  readonly departs: number;
  readonly arrives: number;
}

const IMO_WEIGHTS = [7, 6, 5, 4, 3, 2];
const KNOTS_KMH = [27, 37] as const;

/** The weekly sailing between two ports after an instant: the same for all boxes that ask. */
export function sailingAfter(at: number, from: Town, to: Town): Sailing {
  const line = hash(`${from.unLocode}>${to.unLocode}`);
  const offset = (line % 7) * DAY_MS + (line % 24) * HOUR_MS;
  const week = Math.ceil((at - offset) / (7 * DAY_MS));
  const departs = week * 7 * DAY_MS + offset;
  const ship = imo(900_000 + ((line * 6 + (week % 6)) % 90_000));
  const speed = KNOTS_KMH[0] + (hash(`${line}/${week}`) % (KNOTS_KMH[1] - KNOTS_KMH[0]));
  // Ships do not sail in straight lines.
  const hours = (distanceKm(from, to) * 1.35) / speed + 12;
  return {
    run: { mode: 'VESSEL', means: ship, number: `${week % 1000}${line % 2 === 0 ? 'W' : 'E'}` },
    departs,
    arrives: departs + hours * HOUR_MS,
  };
}

/** The daily train from a station to its port. */
export function trainAfter(at: number, from: Town, to: Town): Sailing {
  const departs = Math.ceil(at / DAY_MS) * DAY_MS + 6 * HOUR_MS;
  const date = new Date(departs).toISOString().slice(0, 10);
  const train = `X8${String(hash(from.unLocode) % 1000).padStart(3, '0')}`;
  const arrives = departs + (distanceKm(from, to) / 45 + 8) * HOUR_MS;
  return { run: { mode: 'RAIL', means: train, number: date }, departs, arrives };
}

function imo(six: number): string {
  const digits = String(six);
  const sum = IMO_WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i] ?? 0), 0);
  return `${digits}${sum % 10}`;
}

function hash(text: string): number {
  let value = 2_166_136_261;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 16_777_619) >>> 0;
  return value;
}
