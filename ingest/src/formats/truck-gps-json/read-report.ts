import { parseTruckPlate } from 'graph-schema/codes/truck-plate';
import { claim, placeRef } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import type {
  DocumentRef,
  EquipmentRef,
  EventTime,
  Reason,
  TrackingEvent,
} from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { Where } from '../../claims/claim-context.ts';
import type { PortContext, ReadNamedRecord } from '../../claims/cn-ports/interpret-named.ts';
import type { NamedRecord } from '../../claims/cn-ports/named-fields.ts';
import {
  readPortBoxes,
  readPortDocuments,
  readPortTime,
  readTruck,
} from '../../claims/cn-ports/port-record.ts';
import { versionOf } from '../../claims/message-action.ts';
import { NOTHING } from '../../syntax/units.ts';
import { hasNoFix, readPosition } from './position.ts';

const EVENTS = loadCodeList('truck-gps-json/events');
const ALARMS = loadCodeList('truck-gps-json/alarm-bits');

/** One report of one truck: where it was, and what happened if something did. */
export function readReport(context: PortContext): ReadNamedRecord {
  /** Alarm flags that a truck had in its last report: a flag that stays up is one alarm, not one a minute. */
  const raised = new Map<string, number>();
  return (record, where) => {
    const plate = parseTruckPlate(record.text('plate') ?? '').value;
    if (plate === '') {
      context.findings.add('MISSING_FIELD', 'ERROR', `${where.at}/plate`, null, where.span);
      return NOTHING;
    }
    const time = readPortTime(record, null, where, context);
    if (!time) return NOTHING;
    const position = readPosition(record, plate, time, where, context);
    const cargo = {
      boxes: readPortBoxes(record, where, context),
      documents: readPortDocuments(record, where, context),
    };
    const happened = readHappening(record, where, context);
    const alarms = readAlarms(record, raised.get(plate) ?? 0);
    raised.set(plate, record.number('alarmBits') ?? 0);
    const events = [...happened, ...alarms].flatMap((one) => claimsOf(one, record, plate, cargo, time));
    // What is aboard was where the truck was.
    const carried = cargo.boxes.map(({ reference }) => `CONTAINER:${reference}`);
    const positions = position ? [position, ...carried.map((subject) => ({ ...position, subject }))] : [];
    if (events.length === 0) {
      const says =
        happened.length > 0 || (record.text('latitude') !== null && record.text('longitude') !== null);
      if (positions.length === 0 && !says)
        context.findings.add('MISSING_FIELD', 'ERROR', where.at, 'position or event', where.span);
      return { message: null, positions, hasNoContent: happened.length === 0 && hasNoFix(record) };
    }
    const attested = events.map((event) => ({ event, messageRef: null, span: where.span, recordedAt: null }));
    const message = { thread: null, version: versionOf(time.instant), attested, retraction: null };
    return { message, positions };
  };
}

/** What the truck carries, as far as the report says. */
interface Cargo {
  readonly boxes: readonly EquipmentRef[];
  readonly documents: readonly DocumentRef[];
}

interface Happening {
  readonly code: EventCode;
  readonly reason: Reason | null;
  readonly rawCode: string | null;
}

function readHappening(record: NamedRecord, where: Where, { findings }: PortContext): Happening[] {
  const written = record.text('event');
  if (written === null) return [];
  const upper = written.normalize('NFKC').trim().toUpperCase();
  const row = EVENTS.find(upper) ?? EVENTS.find(upper.replaceAll(/[\s_-]/g, ''));
  if (row && row.canonical === null) return [];
  if (!row) findings.unmapped(EVENTS, upper, where.at, where.span);
  const code = (row?.canonical ?? 'UNMAPPED_SENSOR') as EventCode;
  return [{ code, reason: reasonOf(record), rawCode: written }];
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
    if (!isUp || canonical === null) return [];
    const reason = { scheme: 'JT/T 808', code, text: meaningZh };
    return [{ code: canonical as EventCode, reason, rawCode: `alarm bit ${code}` }];
  });
}

function isSet(flags: number, bit: number): boolean {
  return Math.floor(flags / 2 ** bit) % 2 === 1;
}

/** What happened to a truck is told of what it carries: its boxes, else the papers that the report names, else itself. */
function claimsOf(
  { code, reason, rawCode }: Happening,
  record: NamedRecord,
  plate: string,
  { boxes, documents }: Cargo,
  time: EventTime,
): TrackingEvent[] {
  const fence = record.text('fence') ?? record.text('fenceName');
  const facility = fence === null ? null : ({ scheme: 'LOCAL', code: fence.toUpperCase() } as const);
  const place = facility && placeRef({ facility, raw: record.text('fenceName') ?? fence });
  const told = { code, classifier: 'ACTUAL', time, place, transport: readTruck(record), reason } as const;
  const shared = { ...told, documents, rawCode };
  if (boxes.length === 0 && documents.length > 0) return [claim(shared)];
  const truck: EquipmentRef = { kind: 'TRUCK', reference: plate, sizeType: null, seals: [] };
  return (boxes.length > 0 ? boxes : [truck]).map((equipment) => claim({ ...shared, equipment }));
}
