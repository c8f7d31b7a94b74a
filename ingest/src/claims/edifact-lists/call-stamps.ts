import { claim } from 'graph-schema/domain/claim';
import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import type { WallClock } from 'graph-schema/domain/event-time';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { EventTime, TrackingEvent, TransportRef } from 'graph-schema/domain/tracking-event';
import type { CodeList } from 'graph-schema/reference/code-list';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import { wallClock } from '../../syntax/wall-clock.ts';
import type { EdifactContext } from '../edifact/interchange.ts';
import { findLocation, readLocation } from '../edifact/location.ts';
import type { MessageHead } from '../edifact/message-head.ts';
import { placeOfSegment } from '../edifact/places.ts';
import { findIn, readDateTime } from '../edifact/segments.ts';

/** A time of a call that could be read, and the place that it is about. */
export interface CallStamp {
  readonly segment: EdifactSegment;
  readonly code: EventCode;
  readonly classifier: EventClassifier;
  readonly time: EventTime;
  readonly place: ResolvedPlace | null;
  /** The LOC that it is about; null when the message names no place. */
  readonly location: EdifactSegment | null;
}

/** LOC functions of the place that a time is about where it stands behind none, by what happens there. */
export interface HomePorts {
  readonly arrival: readonly string[];
  readonly departure: readonly string[];
}

export function samePorts(ports: readonly string[]): HomePorts {
  return { arrival: ports, departure: ports };
}

/** An operator's meaning is an event alone: then it is an estimate, for nothing says that it has happened. */
const MEANING = /^([A-Z_]+)(?::(PLANNED|ESTIMATED|ACTUAL|REQUESTED))?(?::(THIS|NEXT))?$/;

/** LOC 3227 of a berth: what arrives there makes fast, what leaves it casts off. */
const BERTH = '164';
const AT_BERTH: Readonly<Record<string, EventCode>> = { ARRIVED: 'BERTHED', DEPARTED: 'UNBERTHED' };

/** Clocks of sender and port may differ by this much without anything being wrong. */
const SLACK_MS = 14 * 3_600_000;

/**
 * The times of a call, by a list whose rows say event, classifier and port (`DEPARTED:ACTUAL:THIS`): THIS is the
 * `home` port, wherever the time stands; without it a time is about the LOC that it stands after. Other qualifiers are
 * left out, and a time that is none is told. Some write day and time of day as two (`DTM+136:…:102`, `DTM+136:0700:401`).
 */
export function listCallStamps(
  segments: readonly EdifactSegment[],
  list: CodeList,
  home: HomePorts,
  head: MessageHead,
  context: EdifactContext,
): CallStamp[] {
  const { at } = head.message;
  const find = findIn(segments);
  const ports = {
    arrival: findLocation(find, home.arrival)?.segment ?? null,
    departure: findLocation(find, home.departure)?.segment ?? null,
  };
  const stamps: CallStamp[] = [];
  let after: EdifactSegment | null = null;
  let quay: EdifactSegment | null = null;
  for (const [index, segment] of segments.entries()) {
    if (segment.tag === 'LOC') {
      after = segment;
      if (!segment.is('LOC', BERTH)) quay = segment;
    }
    if (segment.tag !== 'DTM' || isTimeOfDay(segment, segments[index - 1])) continue;
    const [, code, classifier = 'ESTIMATED', which] =
      MEANING.exec(list.find(segment.read(0, 0) ?? '')?.canonical ?? '') ?? [];
    if (!code) continue;
    const port = code === 'DEPARTED' ? ports.departure : ports.arrival;
    const location = which === 'THIS' ? (port ?? after) : (after ?? port);
    const atBerth = location !== null && location.is('LOC', BERTH);
    const place = atBerth
      ? berthAt(location, quay ?? port, at, context)
      : location && placeOfSegment(location, at, context);
    const where = { at: `${at}/DTM`, span: segment };
    if (!place) context.findings.addOnce('MISSING_FIELD', 'WARNING', where.at, 'place of the call', segment);
    const written = segment.read(0, 1) ?? '';
    const time = context.placesAndTimes.time(clockOf(segment, segments[index + 1]), written, place, where);
    if (!time) continue;
    const said = classifier as EventClassifier;
    stamps.push({
      segment,
      code: (atBerth ? AT_BERTH[code] : undefined) ?? (code as EventCode),
      classifier: said === 'ACTUAL' && isAhead(time, head) ? 'ESTIMATED' : said,
      time,
      place,
      location,
    });
  }
  return stamps;
}

/** 401 behind the day that it belongs to. */
function isTimeOfDay(segment: EdifactSegment, day: EdifactSegment | undefined): boolean {
  return (
    segment.read(0, 2) === '401' &&
    day?.tag === 'DTM' &&
    day.read(0, 0) === segment.read(0, 0) &&
    readDateTime(day)?.precision === 'DAY'
  );
}

function clockOf(segment: EdifactSegment, next: EdifactSegment | undefined): WallClock | null {
  const clock = readDateTime(segment);
  if (!clock || !next || !isTimeOfDay(next, segment)) return clock;
  const [, hour, minute] = /^(\d\d):?(\d\d)$/.exec(next.read(0, 1) ?? '') ?? [];
  return hour && minute ? wallClock(clock.local.slice(0, 10), { hour, minute }, clock.explicitZone) : clock;
}

/** A berth is no place of its own: it is one at the port that stands before it. */
function berthAt(
  berth: EdifactSegment,
  port: EdifactSegment | null,
  at: string,
  { placesAndTimes }: EdifactContext,
): ResolvedPlace | null {
  const code = readLocation(berth).code;
  const locode = port && readLocation(port).code;
  if (code === null || !locode) return null;
  const facility = { scheme: 'LOCAL', code: code.toUpperCase() } as const;
  return placesAndTimes.place(locode, facility, { at: `${at}/LOC`, span: berth });
}

/** Senders write what is only foreseen as if it had happened (136); what lies after the message has not. */
function isAhead({ instant }: EventTime, { recordedAt }: MessageHead): boolean {
  return recordedAt !== null && Date.parse(instant) - Date.parse(recordedAt) > SLACK_MS;
}

/** The claim about the run that a stamp makes. */
export function claimStamp(
  { segment, code, classifier, time, place }: CallStamp,
  transport: TransportRef,
): TrackingEvent {
  return claim({ code, classifier, time, place: place?.ref ?? null, transport, rawCode: segment.read(0, 0) });
}
