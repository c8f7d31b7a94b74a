import { parseFlightNumber } from 'graph-schema/codes/flight';
import { readFullDate } from '../../claims/air/moment.ts';
import type { SsimRecord } from '../../syntax/ssim.ts';

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

/**
 * Columns of type 3 (SSIM chapter 7):
 *
 *     2 suffix · 3–5 airline · 6–9 flight · 10–11 variation · 12–13 leg · 14 service · 15–21 from · 22–28 to · 29–35 days of the
 *     week · 36 frequency · 37–39 from station · 40–43 passenger and 44–47 aircraft departure · 48–52 UTC variation · 55–57 to
 *     station · 58–61 aircraft and 62–65 passenger arrival · 66–70 UTC variation · 73–75 aircraft type · 195–200 serial
 */
export function readLeg({ columns }: SsimRecord): ScheduledLeg | BadLeg {
  const written = `${columns(3, 5)}${columns(6, 9)}${columns(2, 2)}`;
  const flight = parseFlightNumber(written);
  if (!flight.ok) return { problem: 'BAD_IDENTIFIER', value: written };
  const from = readFullDate(columns(15, 21));
  const until = columns(22, 28);
  const to = until === '00XXX00' ? null : readFullDate(until);
  if (from === null || (to === null && until !== '00XXX00') || (to !== null && to < from))
    return { problem: 'BAD_TIME', value: `${columns(15, 21)} ${until}` };
  const days = [...columns(29, 35)].map(Number).filter((day) => day >= 1 && day <= 7);
  const departure = callOf(columns(37, 39), columns(44, 47) || columns(40, 43), columns(48, 52));
  const arrival = callOf(columns(55, 57), columns(58, 61) || columns(62, 65), columns(66, 70));
  if (days.length === 0) return { problem: 'BAD_SYNTAX', value: `days of operation ${columns(29, 35)}` };
  if (!departure) return { problem: 'BAD_SYNTAX', value: `departure ${columns(37, 54)}` };
  if (!arrival) return { problem: 'BAD_SYNTAX', value: `arrival ${columns(55, 72)}` };
  const everyWeeks = columns(36, 36) === '2' ? 2 : 1;
  return { flight: flight.value, service: columns(14, 14), from, to, days, everyWeeks, departure, arrival };
}

function callOf(airport: string, clock: string, variation: string): Call | null {
  const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})$/.exec(variation) ?? [];
  const isClock = /^(?:[01]\d|2[0-3])[0-5]\d$|^2400$/.test(clock);
  if (!/^[A-Z]{3}$/.test(airport) || !isClock || !sign || Number(hours) > 14 || Number(minutes) > 59)
    return null;
  return { airport, clock, offset: `${sign}${hours}:${minutes}` };
}
