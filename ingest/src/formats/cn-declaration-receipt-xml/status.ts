import type { EventCode } from 'graph-schema/domain/event-code';
import { loadCodeList, type CodeList } from 'graph-schema/reference/code-list';
import type { CustomsScope } from '../../claims/cn-customs/customs-scope.ts';
import type { ReceiptRecord } from './receipt-record.ts';

const CHANNELS = loadCodeList('cn-declaration-receipt-xml/channels');
const T209 = loadCodeList('cn-declaration-receipt-xml/t209');
const CEB = loadCodeList('cn-declaration-receipt-xml/ceb');
const VENDORS = loadCodeList('cn-declaration-receipt-xml/vendors');
const TRANSIT = loadCodeList('cn-declaration-receipt-xml/transit');
const NOTES = loadCodeList('cn-declaration-receipt-xml/notes');

export interface ReceiptStatus {
  readonly code: EventCode;
  /** As the sender wrote it: `P`, `017`, `800`, `PAS`, `放行`. */
  readonly raw: string;
  readonly isTransit: boolean;
}

/**
 * The status of a receipt. Four systems number it and overlap (`3` is an upload in CHANNEL and a sending in CEB), so
 * the field says which list is read, and only then the shape. A receipt without a declaration is one of its transit.
 */
export function statusOf(record: ReceiptRecord, scope: CustomsScope): ReceiptStatus | null {
  const { fields } = record;
  const channel = fields.get('channel');
  const returned = fields.get('returnStatus');
  const written = channel ?? returned ?? fields.get('status');
  if (written === undefined) return null;
  const raw = written.normalize('NFKC').trim().toUpperCase();
  const isTransit = fields.has('transitId') && !fields.has('entryId') && !fields.has('preEntryId');
  const list = isTransit ? TRANSIT : returned !== undefined && channel === undefined ? CEB : listByShape(raw);
  const known = list.find(raw)?.canonical;
  if (known) return { code: known as EventCode, raw, isTransit };
  // Any negative number is an error of the declaration system.
  if (list === CEB && /^-\d+$/.test(raw)) return { code: 'DECL_REJECTED', raw, isTransit };
  // Letters vary by generation of the client: the text beside an unknown one still says what happened.
  const note = isTransit ? '' : (fields.get('note') ?? '');
  const phrase = NOTES.rows.find(({ code }) => says(note, code))?.canonical;
  scope.findings.unmapped(list, raw, `${record.at}/status`, record.span);
  return { code: (phrase ?? 'UNMAPPED_DOCUMENT') as EventCode, raw, isTransit };
}

/** A note says a phrase that it does not deny: 不予放行, 未审结 and 待放行 say the opposite. */
function says(note: string, phrase: string): boolean {
  const at = note.indexOf(phrase);
  return at >= 0 && !'不未待予法能'.includes(note.charAt(at - 1) || ' ');
}

function listByShape(raw: string): CodeList {
  if (/^[A-Z]{3}$/.test(raw)) return VENDORS;
  if (/^0\d\d$/.test(raw)) return T209;
  return raw.length === 1 ? CHANNELS : CEB;
}
