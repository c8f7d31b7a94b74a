import { claim, placeRef, transport } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import type {
  DocumentRef,
  EquipmentRef,
  EventTime,
  Reason,
  TrackingEvent,
} from 'graph-schema/domain/tracking-event';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { Where } from '../../claims/claim-context.ts';
import type { PortContext, ReadNamedRecord } from '../../claims/cn-ports/interpret-named.ts';
import type { NamedRecord } from '../../claims/cn-ports/named-fields.ts';
import { readPortBoxes, readPortDocuments, readPortTime } from '../../claims/cn-ports/port-record.ts';
import { versionOf } from '../../claims/message-action.ts';
import { NOTHING } from '../../syntax/units.ts';
import { hasNoFix, readPosition, zoneOf } from './position.ts';
import { readReporter, type Reporter } from './reporter.ts';

const EVENTS = loadCodeList('truck-gps-json/events');
const ALARMS = loadCodeList('truck-gps-json/alarm-bits');
const CROSSINGS = loadCodeList('truck-gps-json/crossings');
const MESSAGES = loadCodeList('truck-gps-json/messages');

/** One report: where the truck, its box or the device itself was, and what happened if something did. */
export function readReport(context: PortContext): ReadNamedRecord {
  /** Alarm flags that a device had in its last report: a flag that stays up is one alarm, not one a minute. */
  const raised = new Map<string, number>();
  return (record, where) => {
    if (isOfTerminal(record)) return { message: null, hasNoContent: true };
    const cargo = {
      reporter: readReporter(record),
      boxes: readPortBoxes(record, where, context),
      documents: readPortDocuments(record, where, context),
    };
    const subjects = subjectsOf(cargo);
    const [subject] = subjects;
    if (subject === undefined && cargo.documents.length === 0) {
      context.findings.add('MISSING_FIELD', 'ERROR', `${where.at}/plate`, null, where.span);
      return NOTHING;
    }
    const time = readPortTime(record, placeOf(zoneOf(record)), where, context);
    if (!time) return NOTHING;
    const position = subject === undefined ? null : readPosition(record, subject, time, where, context);
    const happened = readHappenings(record, where, context);
    const alarms = readAlarms(record, raised.get(subject ?? '') ?? 0);
    raised.set(subject ?? '', record.number('alarmBits') ?? 0);
    const events = [...happened, ...alarms].flatMap((one) => claimsOf(one, record, cargo, time));
    const positions = position ? subjects.map((one) => ({ ...position, subject: one })) : [];
    if (events.length === 0) {
      const isSaid = subject !== undefined && record.text('latitude') !== null;
      if (positions.length === 0 && !(isSaid && record.text('longitude') !== null))
        context.findings.add('MISSING_FIELD', 'ERROR', where.at, 'position or event', where.span);
      return { message: null, positions, hasNoContent: isSaid && hasNoFix(record) };
    }
    const attested = events.map((event) => ({ event, messageRef: null, span: where.span, recordedAt: null }));
    const message = { thread: null, version: versionOf(time.instant), attested, retraction: null };
    return { message, positions };
  };
}

/** Nothing is known of the place but its clocks. */
function placeOf(zone: string | null): ResolvedPlace | null {
  if (zone === null) return null;
  const unknown = {
    id: '',
    unLocode: null,
    name: '',
    nameZh: null,
    country: '',
    latitude: null,
    longitude: null,
  };
  return { ref: placeRef({}), place: { ...unknown, zone, kind: 'PLACE' } };
}

/** JT/T 808 messages that are no reports, and so have no time: keep-alives, registrations. */
function isOfTerminal(record: NamedRecord): boolean {
  const written = record.text('message');
  const row = written === null || record.text('time') !== null ? null : MESSAGES.find(written.toLowerCase());
  return row !== null && row.canonical === null;
}

/** Who reports, and what it carries, as far as the report says. */
interface Cargo {
  readonly reporter: Reporter | null;
  readonly boxes: readonly EquipmentRef[];
  readonly documents: readonly DocumentRef[];
}

/** A truck and what is aboard; of a device that hangs on boxes the boxes, else itself. */
function subjectsOf({ reporter, boxes }: Cargo): string[] {
  const carried = boxes.map(({ reference }) => `CONTAINER:${reference}`);
  if (!reporter || (reporter.kind === 'ITEM' && carried.length > 0)) return carried;
  return [`${reporter.kind}:${reporter.reference}`, ...carried];
}

interface Happening {
  readonly code: EventCode;
  readonly reason: Reason | null;
  readonly rawCode: string | null;
}

function readHappenings(record: NamedRecord, where: Where, { findings }: PortContext): Happening[] {
  const reason = reasonOf(record);
  const crossing = CROSSINGS.find(record.text('crossing:direction') ?? '');
  const crossed = crossing?.canonical
    ? [{ code: crossing.canonical as EventCode, reason, rawCode: `alarm 0x12 ${crossing.code}` }]
    : [];
  const written = record.text('event');
  if (written === null) return crossed;
  const upper = written.normalize('NFKC').trim().toUpperCase();
  const row = EVENTS.find(upper) ?? EVENTS.find(upper.replaceAll(/[\s_-]/g, ''));
  if (row && row.canonical === null) return crossed;
  if (!row) findings.unmapped(EVENTS, upper, where.at, where.span);
  const code = (row?.canonical ?? 'UNMAPPED_SENSOR') as EventCode;
  return [...crossed, { code, reason, rawCode: written }];
}

/** The lock, the kind of alarm, the fence by name: what an event is about beside the cargo. */
function reasonOf(record: NamedRecord): Reason | null {
  const lock = record.text('lock');
  const words = [record.text('alarmType'), lock === null ? null : `锁 ${lock}`, record.text('fenceName')];
  const text = words.filter((word) => word !== null).join(' ') || null;
  return text === null ? null : { scheme: null, code: record.text('alarmType'), text };
}

/** Bits of the alarm flags that have gone up since the last report and are about the cargo. */
function readAlarms(record: NamedRecord, before: number): Happening[] {
  const flags = record.number('alarmBits') ?? 0;
  if (!Number.isSafeInteger(flags) || flags <= 0 || flags > 0xffff_ffff) return [];
  return ALARMS.rows.flatMap(({ code, meaningZh, canonical }) => {
    const isUp = isSet(flags, Number(code)) && !isSet(before, Number(code));
    // Which area it was, and whether in or out, is an event of its own and no alarm.
    const isTold = canonical === 'CROSSING' && record.text('crossing:direction') !== null;
    if (!isUp || canonical === null || isTold) return [];
    const reason = { scheme: 'JT/T 808', code, text: meaningZh };
    const meaning = canonical === 'CROSSING' ? 'ALARM_RAISED' : (canonical as EventCode);
    return [{ code: meaning, reason, rawCode: `alarm bit ${code}` }];
  });
}

function isSet(flags: number, bit: number): boolean {
  return Math.floor(flags / 2 ** bit) % 2 === 1;
}

/** What happened is told of what the truck carries or the lock hangs on: boxes, else the papers named, else the reporter itself. */
function claimsOf(
  { code, reason, rawCode }: Happening,
  record: NamedRecord,
  { reporter, boxes, documents }: Cargo,
  time: EventTime,
): TrackingEvent[] {
  const fence = record.text('fence') ?? record.text('crossing:id') ?? record.text('fenceName');
  const facility = fence === null ? null : ({ scheme: 'LOCAL', code: fence.toUpperCase() } as const);
  const place = facility && placeRef({ facility, raw: record.text('fenceName') ?? fence });
  const truck = reporter?.kind === 'TRUCK' ? transport({ mode: 'TRUCK', plate: reporter.reference }) : null;
  const told = { code, classifier: 'ACTUAL', time, place, transport: truck, reason } as const;
  const shared = { ...told, documents, rawCode };
  if (boxes.length === 0 && documents.length > 0) return [claim(shared)];
  const itself: EquipmentRef[] = reporter ? [{ ...reporter, sizeType: null, seals: [] }] : [];
  return (boxes.length > 0 ? boxes : itself).map((equipment) => claim({ ...shared, equipment }));
}
