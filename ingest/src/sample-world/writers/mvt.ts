import { HOUR } from '../moment.ts';
import type { FsuFlight } from './cargo-imp-fsu.ts';
import { text, type Message } from './written.ts';

/** AHM 780: the flight is airborne, and by which aircraft. Times and days are UTC, minutes after it left its stand. */
export function airborne({ number, from, departure }: FsuFlight, registration: string, minutes: number): Message {
  const clock = (at: number) => new Date(at).toISOString().slice(11, 16).replace(':', '');
  const day = new Date(departure).toISOString().slice(8, 10);
  const off = departure + (minutes / 60) * HOUR;
  return () => text(`MVT\n${number}/${day}.${registration}.${from.iata}\nAD${clock(off)}\n`, 'text/plain');
} // prettier-ignore
