import { claim, container } from 'graph-schema/domain/claim';
import { resolveCustomsOffice } from 'graph-schema/domain/resolve-place';
import type { EquipmentRef, EventTime, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { parseContainerNumber } from 'graph-schema/codes/iso6346';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { SenderContext } from '../../claims/claim-context.ts';
import { doubt, type CustomsScope } from '../../claims/cn-customs/customs-scope.ts';
import { customsTime } from '../../claims/cn-customs/customs-time.ts';
import { customsQuantity } from '../../claims/cn-customs/quantity.ts';
import { findWritten, meaningOf } from '../../claims/cn-ports/meaning.ts';
import { versionOf } from '../../claims/message-action.ts';
import type { Findings } from '../../syntax/findings.ts';
import { NOTHING, type UnitOutcome } from '../../syntax/units.ts';
import { documentsOf } from './documents.ts';
import { conveyanceOf, modeOf } from './conveyance.ts';
import type { ReceiptRecord } from './receipt-record.ts';
import { statusOf } from './status.ts';

const KINDS = loadCodeList('cn-declaration-receipt-xml/kinds');

/** What one receipt claims. Order of time is not checked: with 提前申报 a release before arrival is right. */
export function toOutcome(record: ReceiptRecord, context: SenderContext, findings: Findings): UnitOutcome {
  const { source, places } = context;
  const scope: CustomsScope = { source, places, findings, at: record.at, span: record.span };
  const refuse = (code: 'MISSING_FIELD' | 'BAD_TIME', field: string, value: string | null): UnitOutcome => {
    findings.add(code, 'ERROR', `${record.at}/${field}`, value, record.span);
    return NOTHING;
  };
  const status = statusOf(record, scope);
  if (!status) return refuse('MISSING_FIELD', 'CHANNEL', null);
  if (status.code === null) return { message: null, hasNoContent: true };
  const mode = modeOf(record, scope);
  const documents = documentsOf(record, mode, status.subject === 'TRANSIT', scope);
  const boxes = boxesOf(record, scope);
  if (documents.length === 0) return refuse('MISSING_FIELD', 'ENTRY_ID', null);
  const declaration = documents.find(({ scheme }) => scheme === 'DECLARATION');
  const office = declaration?.issuer ?? officeOf(record);
  const written = record.fields.get('time');
  if (!written) return refuse('MISSING_FIELD', 'NOTICE_DATE', null);
  const time = customsTime(written, office ? places.findCustomsOffice(office) : null);
  if (!time) return refuse('BAD_TIME', 'NOTICE_DATE', written);
  const note = remarksOf(record, boxes, scope);
  const event = claim({
    code: status.code,
    classifier: 'ACTUAL',
    time,
    place: office ? resolveCustomsOffice(office, places).ref : null,
    transport: conveyanceOf(record, mode),
    documents,
    contents: boxes,
    quantity: customsQuantity(filled(record, 'pieces'), filled(record, 'grossKg')),
    reason: note ? { scheme: 'CN_CUSTOMS_NOTE', code: status.raw, text: note } : null,
    rawCode: status.raw,
  });
  return { message: messageOf([event, ...validityOf(record, event, scope)], time, record) };
}

/** What stands beside the status: the kind of declaration where it is no usual one, a seal of no box, the note. */
function remarksOf(
  record: ReceiptRecord,
  boxes: readonly EquipmentRef[],
  scope: CustomsScope,
): string | null {
  const kind = record.fields.get('kind') ?? '0';
  const known = meaningOf(KINDS, kind, { at: `${record.at}/kind`, span: record.span }, scope);
  const named = kind === '0' ? null : known && (findWritten(KINDS, kind)?.meaningZh ?? null);
  const seal = record.fields.get('seal') ?? null;
  const loose = seal !== null && boxes.length !== 1 ? `关锁号 ${seal}` : null;
  const remarks = [named, loose, record.fields.get('note') ?? null].filter((text) => text !== null);
  return remarks.join('；') || null;
}

/** Until when a transit is to be at its destination. */
function validityOf(
  record: ReceiptRecord,
  { documents, contents, transport }: TrackingEvent,
  { findings, places }: CustomsScope,
): TrackingEvent[] {
  const written = record.fields.get('validTime');
  if (!written) return [];
  const office = officeOf(record);
  const time = customsTime(written, office ? places.findCustomsOffice(office) : null);
  if (!time) {
    findings.add('BAD_TIME', 'WARNING', `${record.at}/ValidTime`, written, record.span);
    return [];
  }
  const reason = { scheme: null, code: null, text: '转关有效期' };
  const until = { code: 'CUT_OFF', classifier: 'PLANNED', time, rawCode: 'ValidTime', reason } as const;
  return [claim({ ...until, documents, contents, transport })];
}

function messageOf(
  events: readonly TrackingEvent[],
  time: EventTime,
  record: ReceiptRecord,
): UnitOutcome['message'] {
  const messageRef = record.fields.get('unifiedNo') ?? null;
  return {
    thread: null,
    version: versionOf(time.instant),
    attested: events.map((event) => ({ event, messageRef, span: record.span, recordedAt: null })),
    retraction: null,
  };
}

function officeOf(record: ReceiptRecord): string | null {
  const codes = [record.fields.get('office'), record.fields.get('preEntryId')?.slice(0, 4)];
  return codes.find((code) => code !== undefined && /^\d{4}$/.test(code) && code !== '0000') ?? null;
}

function boxesOf(record: ReceiptRecord, scope: CustomsScope): EquipmentRef[] {
  const seal = record.fields.get('seal')?.trim();
  const numbers = [...new Set(record.containers)];
  return numbers.flatMap((written) => {
    const number = parseContainerNumber(written);
    doubt(scope, number, 'CONTAINER', written);
    // One customs seal for several boxes names no box.
    return number.value
      ? [container(number.value, { seals: seal && numbers.length === 1 ? [seal] : [] })]
      : [];
  });
}

/** A number of the record; null also for the zeroes with which clients fill what they do not know. */
function filled(record: ReceiptRecord, field: string): string | null {
  const written = record.fields.get(field) ?? '';
  return Number(written) > 0 ? written : null;
}
