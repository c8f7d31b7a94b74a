import { claim, transport } from 'graph-schema/domain/claim';
import { eventTimeAt } from 'graph-schema/domain/event-time';
import type { Interpretation, ReadMessage } from 'graph-schema/domain/message';
import { resolveAirport, type ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { Attested, EventTime, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { readFullDate } from '../../claims/air/moment.ts';
import { remember } from '../../claims/json/remember.ts';
import { versionOf } from '../../claims/message-action.ts';
import { Repeats } from '../../claims/repeats.ts';
import { collectFindings, type Findings } from '../../syntax/findings.ts';
import { readSsimRecords, type SsimRecord } from '../../syntax/ssim.ts';
import { interpretation, UnitTally } from '../../syntax/units.ts';
import { addDays, wallClock } from '../../syntax/wall-clock.ts';
import type { ReadContext } from '../message-format.ts';
import { fieldOf } from './columns.ts';
import { readLeg, type Call, type ScheduledLeg } from './leg.ts';
import { calendarDays, countDays, daysWithin, type CalendarDay } from './operating-days.ts';

/** A season of schedules is tens of thousands of departures: only those that cargo of these days flies with are made claims. */
const DAYS_BEFORE = 3;
const DAYS_AFTER = 30;
/** Departures of one file; each makes two claims. */
const MOST_DEPARTURES = 10_000;

/** Chapter 7 closes each carrier's part with a record of type 5, which is no option: E ends the data set, C goes on. */
const NO_TRAILER = 'no trailer (record type 5) behind it: nothing of this carrier is taken';

/** Local and UTC; anything else is read as local. */
const TIME_MODES = loadCodeList('ssim/time-modes');

interface Scope {
  readonly context: ReadContext;
  readonly findings: Findings;
  readonly airport: (iata: string, record: SsimRecord) => ResolvedPlace;
  readonly first: string;
  readonly last: string;
  readonly window: readonly CalendarDay[];
}

/** What is said of one flight, newest creation of the data set first to last. */
interface FlightMessage {
  readonly version: number;
  readonly attested: Attested[];
}

/**
 * IATA SSIM chapter 7 (records: `syntax/ssim.ts`, columns of a leg: `leg.ts`). A unit is one leg record. A data set without its
 * trailer was cut off, and none of it is taken.
 */
export function readSsim(bytes: Uint8Array, context: ReadContext): Interpretation {
  const findings = collectFindings();
  const tally = new UnitTally();
  const { records, unreadable } = readSsimRecords(bytes);
  const today = context.receivedAt.slice(0, 10);
  const first = addDays(today, -DAYS_BEFORE);
  const last = addDays(today, DAYS_AFTER);
  const known = new Map<string, ResolvedPlace>();
  const scope: Scope = {
    context,
    findings,
    first,
    last,
    window: calendarDays(first, last),
    airport: (iata, { line }) =>
      remember(known, iata, () => {
        const resolved = resolveAirport(iata, context.places);
        if (!resolved.place) findings.add('UNKNOWN_PLACE', 'WARNING', `line ${line.number}`, iata, line);
        return resolved;
      }),
  };
  for (const line of unreadable) {
    tally.withIssuesOnly();
    findings.add('BAD_SYNTAX', 'ERROR', `line ${line.number}`, line.text, line);
  }
  if (records.length === 0 && unreadable.length === 0)
    findings.add('EMPTY_MESSAGE', 'ERROR', 'message', null, null);
  const repeats = new Repeats(findings);
  const flights = new Map<string, FlightMessage>();
  const sums = { made: 0, outside: 0, over: 0 };
  for (const block of carrierBlocks(records, findings)) {
    const legs = block.records.filter(({ kind }) => kind === '3');
    if (!block.isComplete) {
      tally.withIssuesOnly(Math.max(1, legs.length));
      continue;
    }
    for (const record of legs) {
      const leg = readLeg(record);
      if ('problem' in leg) {
        tally.withIssuesOnly();
        findings.add(leg.problem, 'ERROR', `line ${record.line.number}`, leg.value, record.line);
        continue;
      }
      const days = daysWithin(leg, scope.window);
      const room = Math.max(0, MOST_DEPARTURES - sums.made);
      const taken = days.slice(0, room);
      sums.made += taken.length;
      sums.over += days.length - taken.length;
      sums.outside += Math.max(0, (countDays(leg) ?? days.length) - days.length);
      const events = taken.flatMap((day) => legEvents(leg, day, block.isUtc, record, scope));
      if (events.length > 0) tally.withEvents();
      else tally.withoutContent();
      const thread = `SSIM:${leg.flight}:${block.season}`;
      const message = flights.get(thread) ?? { version: block.version, attested: [] };
      flights.set(thread, message);
      const span = { start: record.line.start, end: record.line.end };
      repeats.note(events, { at: `line ${record.line.number}`, span });
      for (const event of events) message.attested.push({ event, messageRef: null, span, recordedAt: null });
    }
  }
  if (sums.outside > 0) {
    const text = `${sums.outside} departures outside ${scope.first} to ${scope.last} left out`;
    findings.add('UNSUPPORTED', 'INFO', 'message', text, null);
  }
  if (sums.over > 0)
    findings.add('TOO_LARGE', 'WARNING', 'message', `${sums.over} more departures left out`, null);
  const messages = [...flights].flatMap(([thread, message]) => messageOf(thread, message));
  return interpretation({ messages }, findings, tally);
}

/** A newer data set takes the place of what an older one said of the same flight in the same season. */
function messageOf(thread: string, { version, attested }: FlightMessage): ReadMessage[] {
  if (attested.length === 0) return [];
  if (version === 0) return [{ thread: null, version, attested, retraction: null }];
  return [{ thread, version, attested, retraction: { kind: 'REPLACE', thread, version } }];
}

interface CarrierBlock {
  readonly records: readonly SsimRecord[];
  readonly isComplete: boolean;
  /** Times in UTC, else local. */
  readonly isUtc: boolean;
  readonly season: string;
  /** Creation of the data set, epoch seconds; 0 when it does not say. */
  readonly version: number;
}

/** Each carrier's records up to its trailer. Legs that stand alone, without header and carrier, need none. */
function carrierBlocks(records: readonly SsimRecord[], findings: Findings): CarrierBlock[] {
  const blocks: CarrierBlock[] = [];
  let carrier: SsimRecord | null = null;
  let open: SsimRecord[] = [];
  let ends = '';
  const close = (isComplete: boolean): void => {
    const hasFrame = carrier !== null || open.some(({ kind }) => kind === '1');
    if (open.length > 0) blocks.push(blockOf(carrier, open, isComplete || !hasFrame));
    if (open.length > 0 && hasFrame && !isComplete)
      findings.add('TRUNCATED', 'ERROR', `line ${open.at(-1)?.line.number ?? 1}`, NO_TRAILER, null);
    carrier = null;
    open = [];
  };
  for (const record of records) {
    if (record.kind === '5') {
      const before = serialOf(open.at(-1));
      const check = fieldOf(record, 'check');
      if (before !== '' && check !== '' && before !== check)
        findings.add(
          'BAD_ENVELOPE',
          'WARNING',
          `line ${record.line.number}`,
          `${check} ≠ ${before}`,
          record.line,
        );
      // That code is the last thing that a trailer says: without it the trailer itself is cut.
      ends = fieldOf(record, 'end');
      close(ends === 'E' || ends === 'C');
      continue;
    }
    if (record.kind === '2') {
      if (carrier !== null) close(false);
      carrier = record;
      const mode = fieldOf(record, 'timeMode');
      if (!TIME_MODES.find(mode))
        findings.unmapped(TIME_MODES, mode, `line ${record.line.number} time mode`, record.line);
    }
    ends = '';
    open.push(record);
  }
  close(false);
  if (ends === 'C') findings.add('TRUNCATED', 'WARNING', 'message', 'continued, and nothing follows', null);
  return blocks;
}

/** Every record has its serial in the columns where a leg has it. */
function serialOf(record: SsimRecord | undefined): string {
  return record ? fieldOf({ ...record, kind: '3' }, 'serial') : '';
}

function blockOf(
  carrier: SsimRecord | null,
  records: readonly SsimRecord[],
  isComplete: boolean,
): CarrierBlock {
  const created = carrier && readFullDate(fieldOf(carrier, 'created'));
  const [, hour, minute] = /^(\d\d)(\d\d)$/.exec(carrier ? fieldOf(carrier, 'createdAt') : '') ?? [];
  return {
    records,
    isComplete,
    isUtc: carrier !== null && TIME_MODES.find(fieldOf(carrier, 'timeMode'))?.canonical === 'UTC',
    season: carrier ? fieldOf(carrier, 'season') : '',
    version: created ? versionOf(`${created}T${hour ?? '00'}:${minute ?? '00'}:00Z`) || 0 : 0,
  };
}

/** Departure and arrival of one day. The arrival is the first of its clock after the departure: no leg flies a whole day. */
function legEvents(
  leg: ScheduledLeg,
  day: string,
  isUtc: boolean,
  record: SsimRecord,
  scope: Scope,
): TrackingEvent[] {
  const { departure, arrival, flight, service } = leg;
  const left = timeOf(day, departure, isUtc);
  if (!left) return [];
  const on = [-1, 0, 1, 2].map((days) => timeOf(addDays(day, days), arrival, isUtc));
  const landed = on.find((time) => time !== null && time.instant > left.instant) ?? null;
  const from = scope.airport(departure.airport, record);
  const to = scope.airport(arrival.airport, record);
  const common = {
    classifier: 'PLANNED',
    transport: transport({ mode: 'AIR', flight, departureDate: left.local.slice(0, 10) }),
    from: from.ref,
    to: to.ref,
    rawCode: service === '' ? 'SSIM' : `SSIM/${service}`,
  } as const;
  const events = [claim({ ...common, code: 'DEPARTED', time: left, place: from.ref })];
  if (landed) events.push(claim({ ...common, code: 'ARRIVED', time: landed, place: to.ref }));
  return events;
}

/** The time at a call, on the clock of its airport; a data set in UTC is turned to it. */
function timeOf(day: string, { clock, offset }: Call, isUtc: boolean): EventTime | null {
  const wall = wallClock(day, { hour: clock.slice(0, 2), minute: clock.slice(2) }, isUtc ? 'UTC' : offset);
  const time = eventTimeAt(wall, null, 'UTC');
  if (!time || !isUtc) return time;
  const sign = offset.startsWith('-') ? -1 : 1;
  const shift = sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4))) * 60_000;
  const local = new Date(Date.parse(time.instant) + shift).toISOString().slice(0, 19);
  return { ...time, local, zone: offset };
}
