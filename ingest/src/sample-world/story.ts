import type { Delivery } from './delivery.ts';
import { DAY, HOUR, MINUTE, isoDate, momentAt, utcIso, type Moment } from './moment.ts';
import { usualLagMinutes, type SourceId } from './sources.ts';
import type { Message } from './writers/written.ts';

/** Turns the days of a script into instants: day 0 is the day of the anchor on Chinese calendars. */
export interface Calendar {
  readonly anchor: Moment;
  /** `on(-29, '09:40', qinzhou)`: that wall clock there, 29 days before the anchor's day. */
  readonly on: (day: number, time: string, place: { readonly zone: string }) => Moment;
  /** Hours from the anchor itself; what must be past or future at the anchor whatever the time of day. */
  readonly fromAnchor: (hours: number) => Moment;
  /** Year of a day of the script, four digits. */
  readonly year: (day: number) => string;
}

export function calendarAt(anchor: Moment): Calendar {
  const dateOf = (day: number): string => isoDate(anchor + day * DAY, 'Asia/Shanghai');
  return {
    anchor,
    on: (day, time, { zone }) => momentAt(dateOf(day), time, zone),
    fromAnchor: (hours) => Math.round((anchor + hours * HOUR) / MINUTE) * MINUTE,
    year: (day) => dateOf(day).slice(0, 4),
  };
}

/** One telling: who says what about which moment, and what goes wrong on the way. */
export interface Step {
  readonly from: SourceId;
  readonly happened: Moment;
  readonly what: string;
  readonly message: Message;
  /** Instead of the sender's usual lag: how long the message takes. */
  readonly late?: number;
  /** The very same bytes come once more, this much later. */
  readonly again?: number;
}

export function tell(
  from: SourceId,
  happened: Moment,
  what: string,
  message: Message,
  mishap: Pick<Step, 'late' | 'again'> = {},
): Step {
  return { from, happened, what, message, ...mishap };
}

/** The deliveries of one story; `letter` starts every message reference of it. */
export function deliveriesOf(letter: string, title: string, steps: readonly Step[]): Delivery[] {
  return steps.flatMap((step, index) => {
    const arrives = step.happened + (step.late ?? usualLagMinutes(step.from) * MINUTE);
    const written = step.message({
      happened: step.happened,
      sent: arrives - MINUTE,
      ref: `${letter}${isoDate(step.happened, 'UTC').slice(2, 4)}${String(index + 1).padStart(4, '0')}`,
    });
    const delivery = (at: Moment): Delivery => ({
      sourceId: step.from,
      deliverAt: utcIso(at),
      contentType: written.contentType,
      bytes: written.bytes,
      what: `${title}: ${step.what}`,
    });
    return step.again === undefined
      ? [delivery(arrives)]
      : [delivery(arrives), delivery(arrives + step.again)];
  });
}

/** By delivery time; deliveries of the same second keep the order of the scripts. */
export function inDeliveryOrder(deliveries: readonly Delivery[]): Delivery[] {
  return deliveries.toSorted((a, b) => Date.parse(a.deliverAt) - Date.parse(b.deliverAt));
}
