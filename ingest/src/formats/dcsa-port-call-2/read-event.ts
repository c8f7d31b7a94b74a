import { claim, transport } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { ReadMessage } from 'graph-schema/domain/message';
import type { ResolvedPlace } from 'graph-schema/domain/resolve-place';
import type { Reason, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import { classifierOf } from '../../claims/dcsa/classifiers.ts';
import { flattenLocation } from '../../claims/dcsa/location.ts';
import type { MessageReader } from '../../claims/dcsa/message-reader.ts';
import { readTime } from '../../claims/json/iso-time.ts';
import { versionOf } from '../../claims/message-action.ts';
import { asObject, textOf, textsOf, type JsonObject } from '../../syntax/json-fields.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { shipPosition, shipsOf } from './ship.ts';

const SERVICES = loadCodeList('dcsa-port-call-2/services');
const NO_CONTENT: UnitOutcome = { message: null, hasNoContent: true };
const NEGOTIATED = ['EST', 'REQ', 'PLN'] as const;
const ANY = '*';

/**
 * One event of a port call: a timestamp of a service (estimated, requested, planned, actual), a call that is omitted, a
 * service that is cancelled or declined, or only descriptions, which say nothing of a journey by themselves.
 * A later timestamp of the same service and classifier replaces the earlier.
 */
export function readPortCallEvent(
  event: JsonObject,
  where: Where,
  reader: MessageReader,
  context: ClaimContext & { readonly receivedAt: string },
): UnitOutcome {
  const service = asObject(event['portCallService']);
  const serviceId = textOf(service, 'portCallServiceID');
  const timestamp = asObject(event['timestamp']);
  const updated = textOf(event, 'eventUpdatedDateTime');
  const recordedAt =
    updated === null ? null : (readTime(updated, null, context.source.defaultZone)?.instant ?? null);
  if (updated !== null && recordedAt === null)
    context.findings.add('BAD_TIME', 'WARNING', `${where.at}.eventUpdatedDateTime`, updated, where.span);
  const positions = shipPosition(asObject(event['vessel']), recordedAt, context);
  if (
    serviceId !== null &&
    isTrue(service, 'isCanceled', 'cancelled', 'isCancelled', 'isDeclined', 'declined')
  ) {
    const thread = threadOf(serviceId, ANY);
    const version = versionOf(recordedAt ?? context.receivedAt);
    return {
      message: { thread, version, attested: [], retraction: { kind: 'CANCEL', thread, version } },
      positions,
    };
  }
  const isOmitted = [event['terminalCall'], event['portCall']].some((call) =>
    isTrue(asObject(call), 'isOmitted', 'omitted'),
  );
  if (!timestamp && !isOmitted) return { ...NO_CONTENT, positions };
  const claims = isOmitted
    ? omittedCall(event, updated, where, reader)
    : serviceClaims(event, service, timestamp ?? {}, where, reader);
  if (claims.length === 0) return { ...NOTHING, positions };
  const messageRef = textOf(event, 'eventID');
  const attested = claims.map((one) => ({ event: one, messageRef, span: where.span, recordedAt }));
  const key = isOmitted ? textOf(asObject(event['portCall']), 'portCallID') : serviceId;
  const version = versionOf(recordedAt);
  if (key === null) return { message: { thread: null, version, attested, retraction: null }, positions };
  const kind = isOmitted ? 'OMITTED' : (textOf(timestamp, 'classifierCode')?.toUpperCase() ?? '');
  const thread = threadOf(key, kind);
  // Without a time of its own nothing says which of two timestamps is the later: then both stand.
  const retraction = recordedAt === null ? null : ({ kind: 'REPLACE', thread, version } as const);
  return { message: { thread, version, attested, retraction }, positions };
}

/** The cancellation of a service as one of each kind of timestamp that it may have taken back; any other message as it is. */
export function cancellationsOf(message: ReadMessage): ReadMessage[] {
  const { thread, version } = message;
  if (!thread?.endsWith(`:${ANY}`)) return [message];
  return NEGOTIATED.map((kind) => {
    const one = `${thread.slice(0, -ANY.length)}${kind}`;
    return { ...message, thread: one, retraction: { kind: 'CANCEL', thread: one, version } };
  });
}

function threadOf(id: string, kind: string): string {
  return `DCSA-PORT-CALL:${id}:${kind}`;
}

function serviceClaims(
  event: JsonObject,
  service: JsonObject | null,
  timestamp: JsonObject,
  where: Where,
  reader: MessageReader,
): TrackingEvent[] {
  const type = textOf(service, 'portCallServiceTypeCode')?.toUpperCase();
  if (!type) return refused('MISSING_FIELD', 'portCallService.portCallServiceTypeCode', null, where, reader);
  const said = textOf(timestamp, 'classifierCode');
  if (said === null) return refused('MISSING_FIELD', 'timestamp.classifierCode', null, where, reader);
  const classifier = classifierOf(said, `${where.at}.timestamp.classifierCode`, where, reader, 'ERROR');
  if (!classifier) return [];
  const locations = [timestamp, service].flatMap((one) => [
    one?.['portCallServiceLocation'],
    one?.['serviceLocation'],
  ]);
  const portCall = asObject(event['portCall']);
  const [given] = [...locations, portCall].flatMap(
    (one) => placeIn(textOf(portCall, 'UNLocationCode'), flattenLocation(asObject(one)), where, reader) ?? [],
  );
  const written = textOf(timestamp, 'serviceDateTime', 'dateTime');
  const time =
    written === null ? null : readTime(written, given?.place ?? null, reader.context.source.defaultZone);
  if (!time)
    return refused(
      written === null ? 'MISSING_FIELD' : 'BAD_TIME',
      'timestamp.serviceDateTime',
      written,
      where,
      reader,
    );
  const happening = textOf(service, 'portCallServiceEventTypeCode')?.toUpperCase() ?? null;
  const rawCode = happening === null ? type : `${type}+${happening}`;
  const ships = shipsOf(event, textOf(service, 'portCallPhaseTypeCode'), where, reader);
  if (!ships) return [];
  const row = SERVICES.find(rawCode);
  if (!row?.canonical)
    reader.findings.unmapped(
      SERVICES,
      rawCode,
      `${where.at}.portCallService`,
      where.span,
      row ? 'INFO' : 'WARNING',
    );
  const code = (row?.canonical ?? 'UNMAPPED') as EventCode;
  const common = { code, classifier, time, place: given?.ref ?? null, reason: delayOf(timestamp), rawCode };
  return ships.map((ship) => claim({ ...common, transport: transport(ship) }));
}

/** A location that names no port, by code or by that of its facility, is in the port of the call. */
function placeIn(
  port: string | null,
  location: JsonObject | null,
  where: Where,
  reader: MessageReader,
): ResolvedPlace | null {
  const own = reader.place(location, where);
  const hasPort = own?.place || own?.ref.unLocode || textOf(location, 'UNLocationCode') !== null;
  if (!own || hasPort || port === null) return own;
  return reader.place({ ...location, UNLocationCode: port }, where) ?? own;
}

function omittedCall(
  event: JsonObject,
  updated: string | null,
  where: Where,
  reader: MessageReader,
): TrackingEvent[] {
  const place = reader.place(flattenLocation(asObject(event['portCall'])), where);
  const time =
    updated === null ? null : readTime(updated, place?.place ?? null, reader.context.source.defaultZone);
  if (!time) return refused('MISSING_FIELD', 'eventUpdatedDateTime', updated, where, reader);
  const ships = shipsOf(event, null, where, reader) ?? [];
  return ships.map((ship) =>
    claim({
      code: 'CALL_OMITTED',
      classifier: 'ACTUAL',
      time,
      place: place?.ref ?? null,
      transport: transport(ship),
      rawCode: 'isOmitted',
    }),
  );
}

function delayOf(timestamp: JsonObject): Reason | null {
  const code = textsOf(timestamp['delayReasonCodes'] ?? timestamp['delayReasonCode']).join(' ') || null;
  const text = textOf(timestamp, 'remark');
  return code === null && text === null ? null : { scheme: code === null ? null : 'SMDG-DELAY', code, text };
}

function isTrue(object: JsonObject | null, ...names: readonly string[]): boolean {
  return names.some((name) => object?.[name] === true);
}

function refused(
  code: 'MISSING_FIELD' | 'BAD_TIME',
  field: string,
  value: string | null,
  { at, span }: Where,
  { findings }: MessageReader,
): [] {
  findings.add(code, 'ERROR', `${at}.${field}`, value, span);
  return [];
}
