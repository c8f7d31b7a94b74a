import { eventTimeAt } from 'graph-schema/domain/event-time';
import type { Interpretation } from 'graph-schema/domain/message';
import type { PositionReport } from 'graph-schema/domain/position';
import { aircraftReport, aircraftSubject, callSignOf, degrees } from '../../claims/air/aircraft.ts';
import { Repeats } from '../../claims/repeats.ts';
import { scanWhole } from '../../syntax/byte-scanner.ts';
import { collectFindings } from '../../syntax/findings.ts';
import { LineScanner } from '../../syntax/lines.ts';
import { interpretation, UnitTally } from '../../syntax/units.ts';
import type { ReadContext } from '../message-format.ts';

/** Numbers of the 22 fields, from 0. */
const FIELD = { type: 1, address: 4, date: 6, time: 7, loggedDate: 8, loggedTime: 9, callSign: 10, speed: 12, track: 13,
  latitude: 14, longitude: 15 } as const; // prettier-ignore
const FIELDS = 22;
const RECORDS: ReadonlySet<string> = new Set(['MSG', 'SEL', 'ID', 'AIR', 'STA', 'CLK']);
/** Surface and airborne position. */
const WITH_POSITION: ReadonlySet<string> = new Set(['2', '3']);
/** How long a speed stays that of the positions after it. */
const SPEED_SECONDS = 30;
const MOST_ISSUES = 100;
const LONGEST_LINE = 400;

/** What was heard of one aircraft, over the message types that tell it piece by piece. */
interface Heard {
  callSign: string | null;
  speedKnots: number | null;
  courseDegrees: number | null;
  /** Epoch seconds of the speed. */
  speedAt: number;
}

/**
 * BaseStation lines (SBS-1), 22 fields with commas between:
 *
 *     MSG,3,1,1,780A3C,1,2026/11/21,09:30:00.000,2026/11/21,09:30:00.100,,35000,,,30.62000,122.10000,,,0,0,0,0
 *      │  │     └ address  └ date and time of the message, then of the log      │ │   │ │   └ latitude, longitude
 *      │  └ 1 call sign · 2 surface position · 3 airborne position · 4 velocity  │ │   └─┴ speed, track
 *      └ MSG transmission; SEL ID AIR STA CLK are the receiver's own             └ call sign, altitude
 *
 * A unit is one line. Times are on the receiver's clock, which is read in the zone that the source is set to.
 */
export function readSbs1(bytes: Uint8Array, { receivedAt, source }: ReadContext): Interpretation {
  const positions: PositionReport[] = [];
  const findings = collectFindings(MOST_ISSUES);
  const tally = new UnitTally();
  const repeats = new Repeats(findings);
  const heard = new Map<string, Heard>();
  const clock = receiverClock(source.defaultZone);
  const received = Math.floor(Date.parse(receivedAt) / 1000);
  for (const { text, number, start, end, isEnded } of scanWhole(new LineScanner(LONGEST_LINE + 1), bytes)) {
    const line = text.trim();
    const span = { start, end: Math.min(end, start + LONGEST_LINE) };
    if (line === '') continue;
    const fields = line.split(',');
    const reject = (
      code: 'BAD_SYNTAX' | 'BAD_TIME' | 'BAD_IDENTIFIER' | 'TRUNCATED',
      value: string,
    ): void => {
      tally.withIssuesOnly();
      findings.add(code, 'ERROR', `line ${number}`, value.replace(/[^ -~]/g, '\uFFFD'), span);
    };
    if (!RECORDS.has(fields[0] ?? '') || line.length > LONGEST_LINE) {
      reject('BAD_SYNTAX', line);
      continue;
    }
    if (fields[0] !== 'MSG') {
      tally.withoutContent();
      continue;
    }
    if (fields.length < FIELDS) {
      reject(isEnded ? 'BAD_SYNTAX' : 'TRUNCATED', line);
      continue;
    }
    const address = fields[FIELD.address] ?? '';
    const subject = aircraftSubject(address, null);
    if (subject === null && !address.startsWith('~')) {
      reject('BAD_IDENTIFIER', address);
      continue;
    }
    const at = secondsOf(fields, clock, received);
    if (at === null) {
      reject('BAD_TIME', `${fields[FIELD.date]} ${fields[FIELD.time]}`);
      continue;
    }
    const aircraft = heard.get(address) ?? {
      callSign: null,
      speedKnots: null,
      courseDegrees: null,
      speedAt: 0,
    };
    heard.set(address, aircraft);
    hear(aircraft, fields, at);
    const latitude = decimal(fields[FIELD.latitude]);
    const longitude = decimal(fields[FIELD.longitude]);
    const isPosition = WITH_POSITION.has(fields[FIELD.type] ?? '') && latitude !== null && longitude !== null;
    if (!isPosition || subject === null) {
      tally.withoutContent();
      continue;
    }
    const isFresh = at - aircraft.speedAt <= SPEED_SECONDS;
    const report = aircraftReport({
      subject,
      at: `${new Date(at * 1000).toISOString().slice(0, 19)}Z`,
      latitude,
      longitude,
      speedKnots: isFresh ? aircraft.speedKnots : null,
      courseDegrees: isFresh ? aircraft.courseDegrees : null,
      headingDegrees: null,
      callSign: aircraft.callSign,
      accuracyMetres: null,
    });
    if (!report) {
      reject('BAD_SYNTAX', `${latitude} ${longitude}`);
      continue;
    }
    tally.withPositions();
    positions.push(report);
    repeats.notePositions([report], { at: `line ${number}`, span });
  }
  if (tally.counts.units === 0) findings.add('EMPTY_MESSAGE', 'ERROR', 'message', null, null);
  return interpretation({ positions }, findings, tally);
}

function hear(aircraft: Heard, fields: readonly string[], at: number): void {
  aircraft.callSign = callSignOf(fields[FIELD.callSign] ?? null) ?? aircraft.callSign;
  const speed = decimal(fields[FIELD.speed]);
  const track = degrees(decimal(fields[FIELD.track]));
  if (speed === null && track === null) return;
  aircraft.speedKnots = speed;
  aircraft.courseDegrees = track;
  aircraft.speedAt = at;
}

function decimal(text: string | undefined): number | null {
  return text !== undefined && /^-?\d{1,6}(?:\.\d{1,9})?$/.test(text.trim()) ? Number(text) : null;
}

/** When the message was generated, else logged, else received; null for a time that is none. */
function secondsOf(fields: readonly string[], clock: ReceiverClock, received: number): number | null {
  for (const [date, time] of [
    [fields[FIELD.date] ?? '', fields[FIELD.time] ?? ''],
    [fields[FIELD.loggedDate] ?? '', fields[FIELD.loggedTime] ?? ''],
  ]) {
    if (date && time) return clock(date, time);
  }
  return received;
}

/** Epoch seconds of `2026/11/21` and `09:30:00.000`, or null. */
type ReceiverClock = (date: string, time: string) => number | null;

/** A stream names the same minute thousands of times, and each asks for the offset of the zone. */
function receiverClock(zone: string): ReceiverClock {
  let known = { minute: '', seconds: null as number | null };
  return (date, time) => {
    const [, year, month, day] = /^(\d{4})[/-](\d\d)[/-](\d\d)$/.exec(date.trim()) ?? [];
    const [, hour, minute, second = '0'] = /^(\d\d):(\d\d):(\d\d)(?:\.\d{1,6})?$/.exec(time.trim()) ?? [];
    if (!year || !hour || Number(second) > 59) return null;
    const local = `${year}-${month}-${day}T${hour}:${minute}:00`;
    if (known.minute !== local) {
      const read = eventTimeAt({ local, precision: 'MINUTE', explicitZone: null }, null, zone);
      known = { minute: local, seconds: read && Date.parse(read.instant) / 1000 };
    }
    return known.seconds === null ? null : known.seconds + Number(second);
  };
}
