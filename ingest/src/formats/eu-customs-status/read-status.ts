import { claim } from 'graph-schema/domain/claim';
import type { EventCode } from 'graph-schema/domain/event-code';
import type { EquipmentRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import { readBox } from '../../claims/ports/box.ts';
import { textOf, textsOf, type JsonObject } from '../../syntax/json-fields.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { customsTime } from './customs-time.ts';
import { readMrn } from './numbers.ts';
import { customsOffice } from './offices.ts';
import { MESSAGE_NAME } from './operation.ts';

const STATES = loadCodeList('eu-customs-status/states');
const MESSAGES = loadCodeList('eu-customs-status/messages');

/** One state of one movement. Import and export share words with transit and mean declarations by them. */
export function readStatus(record: JsonObject, where: Where, scope: ClaimContext): UnitOutcome {
  const { findings, source } = scope;
  const written = textOf(record, 'mrn', 'MRN', 'movementReferenceNumber');
  const mrn = written === null ? null : readMrn(written, where, scope);
  const said = textOf(record, 'status', 'state', 'statusCode', 'messageType', 'ieMessage');
  const when = textOf(
    record,
    'statusDateTime',
    'dateTime',
    'statusDate',
    'timestamp',
    'eventDateTime',
    'date',
  );
  if (!mrn || said === null || when === null) {
    const field = mrn || written !== null ? (said === null ? 'status' : 'dateTime') : 'mrn';
    if (mrn || written === null)
      findings.add('MISSING_FIELD', 'ERROR', `${where.at}.${field}`, null, where.span);
    return NOTHING;
  }
  const office = textOf(record, 'customsOffice', 'office', 'officeReferenceNumber');
  const place = office === null ? null : customsOffice(office, scope);
  const time = customsTime(when, place?.place ?? null, source.defaultZone);
  if (!time) {
    findings.add('BAD_TIME', 'ERROR', `${where.at}.dateTime`, when, where.span);
    return NOTHING;
  }
  if (time.zoneSource === 'SENDER_DEFAULT')
    findings.addOnce('UNKNOWN_ZONE', 'WARNING', `${where.at}.dateTime`, source.defaultZone, where.span);
  const number = MESSAGE_NAME.exec(said.toUpperCase())?.[1];
  const list = number === undefined ? STATES : MESSAGES;
  const code =
    number ??
    said
      .toUpperCase()
      .replace(/[^A-Z0-9]+/g, '_')
      .replace(/^_|_$/g, '')
      .slice(0, 100);
  const procedure = procedureOf(record);
  const row = list.find(code, procedure);
  if (!row?.canonical)
    findings.unmapped(list, code, `${where.at}.status`, where.span, row ? 'INFO' : 'WARNING', procedure);
  const text = textOf(record, 'remark', 'text', 'description');
  const event = claim({
    code: (row?.canonical ?? 'UNMAPPED_DOCUMENT') as EventCode,
    classifier: 'ACTUAL',
    time,
    place: place?.ref ?? null,
    documents: [mrn],
    contents: boxesIn(record, where, scope),
    reason: text === null ? null : { scheme: null, code: null, text: text.slice(0, 500) },
    rawCode: said,
  });
  const attested = [{ event, messageRef: null, span: where.span, recordedAt: null }];
  return { message: { thread: null, version: 0, attested, retraction: null } };
}

const BOX_FIELDS = ['containers', 'containerNumbers', 'containerNumber', 'containerIdentificationNumber'];
const MOST_BOXES = 500;

function boxesIn(record: JsonObject, where: Where, scope: ClaimContext): EquipmentRef[] {
  const numbers = BOX_FIELDS.flatMap((name) => textsOf(record[name])).slice(0, MOST_BOXES);
  const boxes = numbers.flatMap(
    (number) => readBox({ number, sizeType: null, seals: [] }, where, scope) ?? [],
  );
  return [...new Map(boxes.map((box) => [box.reference, box])).values()];
}

/** `DECLARATION` for import and export, by the procedure or the declaration type that the record names. */
function procedureOf(record: JsonObject): string | null {
  const said = textOf(record, 'procedure', 'declarationType', 'movementType')?.toUpperCase() ?? '';
  return /^(?:IM|EX|CO|EU|H\d|B\d|I\d)\b|IMPORT|EXPORT/.test(said) ? 'DECLARATION' : null;
}
