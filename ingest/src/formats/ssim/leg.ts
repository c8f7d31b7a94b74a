import { parseFlightNumber } from 'graph-schema/codes/flight';
import { readFullDate } from '../../claims/air/moment.ts';
import type { SsimRecord } from '../../syntax/ssim.ts';
import { fieldOf } from './columns.ts';

/** A leg of a flight over a period, as one record of type 3 tells it. */
export interface ScheduledLeg {
  /** `CA981` */
  readonly flight: string;
  readonly service: string;
  /** First and last date, `YYYY-MM-DD`, in the time mode of the data set; last null: until further notice. */
  readonly from: string;
  readonly to: string | null;
  /** Days of the week on which it flies, 1 Monday to 7 Sunday. */
  readonly days: readonly number[];
  /** Every week, or every second one, from the first. */
  readonly everyWeeks: number;
  readonly departure: Call;
  readonly arrival: Call;
}

export interface Call {
  readonly airport: string;
  /** `1305`, in the time mode of the data set. */
  readonly clock: string;
  /** `+08:00` */
  readonly offset: string;
}

/** What a leg lacks or has wrong, in the words of the manual. */
export interface BadLeg {
  readonly problem: 'BAD_SYNTAX' | 'BAD_TIME' | 'BAD_IDENTIFIER';
  readonly value: string;
}

/** A record of type 3 (SSIM chapter 7); its columns stand in the list `ssim/columns`. */
export function readLeg(record: SsimRecord): ScheduledLeg | BadLeg {
  const field = (name: string): string => fieldOf(record, name);
  const written = `${field('airline')}${field('flight')}${field('suffix')}`;
  const flight = parseFlightNumber(written);
  if (!flight.ok) return { problem: 'BAD_IDENTIFIER', value: written };
  const from = readFullDate(field('from'));
  const until = field('to');
  const to = until === '00XXX00' ? null : readFullDate(until);
  if (from === null || (to === null && until !== '00XXX00') || (to !== null && to < from))
    return { problem: 'BAD_TIME', value: `${field('from')} ${until}` };
  const days = [...field('days')].map(Number).filter((day) => day >= 1 && day <= 7);
  if (days.length === 0) return { problem: 'BAD_SYNTAX', value: `days of operation ${field('days')}` };
  const departure = callOf(record, 'departure', 'passengerDeparture');
  if (!departure)
    return { problem: 'BAD_SYNTAX', value: writtenCall(record, 'departure', 'passengerDeparture') };
  const arrival = callOf(record, 'arrival', 'passengerArrival');
  if (!arrival) return { problem: 'BAD_SYNTAX', value: writtenCall(record, 'arrival', 'passengerArrival') };
  const everyWeeks = field('frequency') === '2' ? 2 : 1;
  return { flight: flight.value, service: field('service'), from, to, days, everyWeeks, departure, arrival };
}

/** By the time of the aircraft, else by that of the passengers. */
function callOf(record: SsimRecord, side: 'departure' | 'arrival', otherwise: string): Call | null {
  const airport = fieldOf(record, `${side}Station`);
  const clock = fieldOf(record, side) || fieldOf(record, otherwise);
  const variation = fieldOf(record, `${side}Variation`);
  const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})$/.exec(variation) ?? [];
  const isClock = /^(?:[01]\d|2[0-3])[0-5]\d$|^2400$/.test(clock);
  if (!/^[A-Z]{3}$/.test(airport) || !isClock || !sign || Number(hours) > 14 || Number(minutes) > 59)
    return null;
  return { airport, clock, offset: `${sign}${hours}:${minutes}` };
}

function writtenCall(record: SsimRecord, side: string, otherwise: string): string {
  const names = [`${side}Station`, side, otherwise, `${side}Variation`];
  return [side, ...names.map((name) => fieldOf(record, name))].filter(Boolean).join(' ');
}
