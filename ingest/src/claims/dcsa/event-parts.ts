import { normaliseSizeType } from 'graph-schema/codes/size-type';
import { container } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { EquipmentRef, EventTime, LoadState, Reason } from 'graph-schema/domain/tracking-event';
import { loadCodeList, type CodeList } from 'graph-schema/reference/code-list';
import { asObject, objectsOf, textOf, type JsonObject } from '../../syntax/json-fields.ts';
import type { Where } from '../claim-context.ts';
import { readTime } from '../json/iso-time.ts';
import type { MessageReader } from './message-reader.ts';

const EMPTY_INDICATORS = loadCodeList('dcsa/empty-indicators');

export function canonical(
  list: CodeList,
  rawCode: string,
  unmapped: EventCode,
  reader: MessageReader,
  where: Where,
): EventCode {
  const row = list.find(rawCode);
  if (row?.canonical) return row.canonical as EventCode;
  // A code that the standard has, but that no step of a journey stands for, is no gap in the table.
  reader.findings.unmapped(list, rawCode, where.at, where.span, row ? 'INFO' : 'WARNING');
  return unmapped;
}

export function timeOf(
  event: JsonObject,
  place: ResolvedPlace | null,
  reader: MessageReader,
  where: Where,
): EventTime | null {
  const text = textOf(event, 'eventDateTime');
  if (text === null) {
    missing('eventDateTime', reader, where);
    return null;
  }
  const { defaultZone } = reader.context.source;
  const time = readTime(text, place?.place ?? null, defaultZone);
  if (!time) reader.findings.add('BAD_TIME', 'ERROR', `${where.at}.eventDateTime`, text, where.span);
  else if (time.zoneSource === 'SENDER_DEFAULT') {
    reader.findings.addOnce('UNKNOWN_ZONE', 'WARNING', `${where.at}.eventDateTime`, defaultZone, where.span);
  }
  return time;
}

/** The event's own location, else that of its transport call. */
export function placeOfEvent(event: JsonObject, reader: MessageReader, where: Where): ResolvedPlace | null {
  return (
    reader.place(asObject(event['eventLocation']), where) ??
    placeOfCall(asObject(event['transportCall']), reader, where)
  );
}

/** The call itself, or the location in it where the call does not say. */
export function placeOfCall(
  call: JsonObject | null,
  reader: MessageReader,
  where: Where,
): ResolvedPlace | null {
  const location = asObject(call?.['location']);
  const said = textOf(call, 'UNLocationCode') === null && location ? { ...call, ...location } : call;
  return reader.place(said, where);
}

export function equipmentOf(event: JsonObject, reader: MessageReader, where: Where): EquipmentRef | null {
  const reference = textOf(event, 'equipmentReference');
  if (reference === null) return null;
  const size = textOf(event, 'ISOEquipmentCode', 'isoEquipmentCode', 'isoequipmentCode');
  const seals = objectsOf(event['seals']).flatMap(
    (seal) => textOf(seal, 'sealNumber', 'number')?.toUpperCase() ?? [],
  );
  return container(reader.container(reference, where), { sizeType: size && normaliseSizeType(size), seals });
}

export function loadStateOf(event: JsonObject, reader: MessageReader, where: Where): LoadState | null {
  const said = textOf(event, 'emptyIndicatorCode')?.toUpperCase() ?? null;
  const row = said === null ? null : EMPTY_INDICATORS.find(said);
  if (said !== null && !row)
    reader.findings.unmapped(EMPTY_INDICATORS, said, `${where.at}.emptyIndicatorCode`, where.span);
  return (row?.canonical ?? null) as LoadState | null;
}

/** SMDG delay reason, with the remark; null when on time or unexplained. */
export function delayOf(event: JsonObject): Reason | null {
  const code = textOf(event, 'delayReasonCode');
  const text = textOf(event, 'changeRemark', 'vesselScheduleChangeRemark', 'remark');
  return code === null && text === null ? null : { scheme: code === null ? null : 'SMDG-DELAY', code, text };
}

export function missing(name: string, reader: MessageReader, where: Where): [] {
  reader.findings.add('MISSING_FIELD', 'ERROR', `${where.at}.${name}`, null, where.span);
  return [];
}
