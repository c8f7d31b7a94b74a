import { claim } from 'graph-schema/domain/claim';
import {
  dimensionOf,
  EVENT_CODES,
  EVENT_CLASSIFIERS,
  type EventClassifier,
  type EventCode,
} from 'graph-schema/domain/event-code';
import { runKey } from 'graph-schema/domain/claim-keys';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { Attested, EventTime, TrackingEvent, TransportMode } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { textOf } from './layout.ts';
import { documentsOf } from './row-documents.ts';
import {
  equipmentOf,
  goodsOf,
  loadStateOf,
  measurementsOf,
  modeOf,
  partiesOf,
  quantityOf,
  transportOf,
} from './row-cargo.ts';
import { placeOf } from './row-place.ts';
import type { RowReading } from './row-reading.ts';
import { refuse, unmapped, warn, wordOf } from './row-scope.ts';
import { isAssumed, readTableClock, timeAt } from './row-time.ts';

const EVENTS = loadCodeList('tables/events');
const CLASSIFIERS = loadCodeList('tables/classifiers');
const PLACES = loadCodeList('tables/event-places');

/** What one row claims: each column that is the time of an event, and the event that the row tells in words. */
export function readRow(at: RowReading): Attested[] {
  const mode = modeOf(at);
  const about = subjectOf(at, mode);
  if (!about) return [];
  const route = { from: placeOf(at, 'from', mode)?.ref ?? null, to: placeOf(at, 'to', mode)?.ref ?? null };
  const passed = milestones(at, mode);
  const told = remarked([...passed, ...ownEvents(at, mode, passed)], at.cell('remark'));
  if (told.length === 0 && !at.hasFailed()) refuse(at, 'MISSING_FIELD', 'time', null);
  return told.map(({ code, classifier, time, place, rawCode, remark }) => ({
    event: claim({
      ...about,
      ...partOf(code, about),
      ...route,
      code,
      classifier,
      time,
      place: place?.ref ?? null,
      reason: remark ? { scheme: null, code: null, text: remark } : null,
      rawCode,
    }),
    messageRef: null,
    span: at.row.span,
    recordedAt: at.recordedAt(),
  }));
}

interface Told {
  readonly code: EventCode;
  readonly classifier: EventClassifier;
  readonly time: EventTime;
  readonly place: ResolvedPlace | null;
  readonly rawCode: string | null;
  readonly remark: string | null;
}

type Subject = Pick<
  TrackingEvent,
  | 'equipment' | 'loadState' | 'transport' | 'documents' | 'quantity' | 'stowage' | 'parties' | 'goods' | 'measurements'
>; // prettier-ignore

/** Null, with a finding, for a row that is about nothing that could be found again. */
function subjectOf(at: RowReading, mode: TransportMode | null): Subject | null {
  const equipment = equipmentOf(at);
  const documents = documentsOf(at);
  const transport = transportOf(at, mode);
  if (!equipment && documents.length === 0 && !(transport && runKey(transport))) {
    refuse(at, 'MISSING_FIELD', 'container', null);
    return null;
  }
  return {
    equipment,
    loadState: loadStateOf(at),
    transport,
    documents,
    quantity: quantityOf(at),
    stowage: at.cell('stowage'),
    parties: partiesOf(at),
    goods: goodsOf(at),
    measurements: measurementsOf(at),
  };
}

/** A paper lists its boxes; a move happens to one. */
function partOf(code: EventCode, { equipment }: Subject): Pick<TrackingEvent, 'equipment' | 'contents'> {
  const isPaper = dimensionOf(code) === 'DOCUMENT';
  return isPaper ? { equipment: null, contents: equipment ? [equipment] : [] } : { equipment, contents: [] };
}

function milestones(at: RowReading, mode: TransportMode | null): Told[] {
  return at.layout.events.flatMap(({ code, classifier, column, place: field }): Told[] => {
    const written = textOf(at.row.cells[column]);
    if (!written) return [];
    const place = field ? silently(at, field, mode) : null;
    const label = at.layout.header[column] || code;
    const clock = readTableClock(written, at.dateFormats, at.receivedAt);
    const time = clock && timeAt(clock, place?.place ?? null, at);
    if (!time) {
      at.findings.add('BAD_TIME', 'ERROR', `${at.row.at}/${label}`, written, at.row.span);
      return [];
    }
    if (isAssumed(time, place))
      at.findings.add('UNKNOWN_ZONE', 'WARNING', `${at.row.at}/${label}`, written, at.row.span);
    return [{ code, classifier, time, place, rawCode: label, remark: null }];
  });
}

/** A remark belongs to the newest of what happened; what is planned or expected nobody remarks on yet. */
function remarked(told: readonly Told[], remark: string | null): readonly Told[] {
  const happened = told.filter(({ classifier }) => classifier === 'ACTUAL');
  const newest = happened.toSorted((a, b) => (a.time.instant < b.time.instant ? 1 : -1))[0] ?? told[0];
  return remark ? told.map((one) => (one === newest ? { ...one, remark } : one)) : told;
}

/** Ends of the route are complained about once, where the route is read. */
function silently(at: RowReading, field: string, mode: TransportMode | null): ResolvedPlace | null {
  return placeOf(field === 'from' || field === 'to' ? { ...at, findings: at.silent } : at, field, mode);
}

/** The event in words with its time, and the planned and the expected time beside it. */
function ownEvents(at: RowReading, mode: TransportMode | null, passed: readonly Told[]): Told[] {
  const times = [
    ['time', null],
    ['plannedTime', 'PLANNED'],
    ['estimatedTime', 'ESTIMATED'],
  ] as const;
  const written = times.filter(([field]) => at.clockText(field) !== null);
  if (written.length === 0) {
    if (at.cell('event') && at.layout.fields.has('event')) refuse(at, 'MISSING_FIELD', 'time', null);
    // Where something is now, without saying when now is: said once, since no row says it.
    else if (at.cell('place') && at.layout.fields.has('place'))
      at.findings.addOnce('MISSING_FIELD', 'WARNING', `${at.row.at}/${at.label('time')}`, null, at.row.span);
    return [];
  }
  const said = codeOf(at);
  const place = at.cell('place') ? placeOf(at, 'place', mode) : silently(at, endOf(said), mode);
  const code = at.isStateOfNow ? stateCode(said, place, passed) : said;
  const rawCode = at.cell('event');
  return written.flatMap(([field, fixed]): Told[] => {
    const text = at.clockText(field) ?? '';
    const clock = readTableClock(text, at.dateFormats, at.receivedAt);
    const time = clock && timeAt(clock, place?.place ?? null, at);
    const column = at.cell(field) ? field : 'date';
    if (!time) {
      refuse(at, 'BAD_TIME', column, text);
      return [];
    }
    if (isAssumed(time, place)) warn(at, 'UNKNOWN_ZONE', column, text);
    return [{ code, classifier: fixed ?? classifierOf(at), time, place, rawCode, remark: null }];
  });
}

/** A state that nobody knows, or whose beginning has a time of its own (已到达 beside 到站时间), says that it was there. */
function stateCode(said: EventCode, place: ResolvedPlace | null, passed: readonly Told[]): EventCode {
  const keyOf = (one: ResolvedPlace | null): string =>
    [one?.ref.unLocode, one?.ref.railStation, one?.ref.raw].join('/');
  const isTimed = passed.some((one) => one.code === said && keyOf(one.place) === keyOf(place));
  return said === 'UNMAPPED' || isTimed ? 'DETECTED' : said;
}

function endOf(code: EventCode): string {
  return PLACES.find(code)?.canonical ?? 'place';
}

/** By the table's own words, then by those of everybody; a place and a time without a word say that it was there. */
function codeOf(at: RowReading): EventCode {
  const written = at.cell('event');
  if (!written) return 'DETECTED';
  const word = wordOf(written);
  const own = Object.entries(at.layout.codes).find(([key]) => wordOf(key) === word)?.[1];
  const code = own ?? EVENTS.find(word)?.canonical ?? word;
  if ((EVENT_CODES as readonly string[]).includes(code)) return code as EventCode;
  unmapped(at, EVENTS, 'event', written);
  return 'UNMAPPED';
}

function classifierOf(at: RowReading): EventClassifier {
  const written = at.cell('classifier');
  if (!written) return 'ACTUAL';
  const known = CLASSIFIERS.find(wordOf(written))?.canonical ?? wordOf(written);
  if ((EVENT_CLASSIFIERS as readonly string[]).includes(known)) return known as EventClassifier;
  unmapped(at, CLASSIFIERS, 'classifier', written);
  return 'ACTUAL';
}
