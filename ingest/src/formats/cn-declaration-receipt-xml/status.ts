import type { EventCode } from 'graph-schema/domain/event-code';
import { loadCodeList, type CodeList } from 'graph-schema/reference/code-list';
import type { CustomsScope } from '../../claims/cn-customs/customs-scope.ts';
import { findWritten, meaningOf, namedBy } from '../../claims/cn-ports/meaning.ts';
import type { ReceiptRecord } from './receipt-record.ts';

const CHANNELS = loadCodeList('cn-declaration-receipt-xml/channels');
const T209 = loadCodeList('cn-declaration-receipt-xml/t209');
const CEB = loadCodeList('cn-declaration-receipt-xml/ceb');
const VENDORS = loadCodeList('cn-declaration-receipt-xml/vendors');
const TRANSIT = loadCodeList('cn-declaration-receipt-xml/transit');
const TWO_STEP = loadCodeList('cn-declaration-receipt-xml/two-step');
const GATE_PASSES = loadCodeList('cn-declaration-receipt-xml/gate-passes');
const NOTES = loadCodeList('cn-declaration-receipt-xml/notes');

/** What a receipt is about: a declaration, its transit, or the pass for the gate. */
type ReceiptSubject = 'DECLARATION' | 'TRANSIT' | 'GATE_PASS';

export interface ReceiptStatus {
  /** Null: the list says that it is nothing for a journey. */
  readonly code: EventCode | null;
  /** As the sender wrote it: `P`, `017`, `800`, `PAS`, `放行`. */
  readonly raw: string;
  readonly subject: ReceiptSubject;
}

/**
 * The status of a receipt. Several systems number it and overlap (`3` is an upload in CHANNEL and a sending in CEB), so
 * the field says which list is read, and only then the shape. Small letters are the quarantine's. A receipt without a
 * declaration is one of its transit or gate pass.
 */
export function statusOf(record: ReceiptRecord, scope: CustomsScope): ReceiptStatus | null {
  const { fields } = record;
  const channel = fields.get('channel');
  const returned = fields.get('returnStatus');
  const written = (channel ?? returned ?? fields.get('status'))?.normalize('NFKC').trim();
  if (written === undefined) return null;
  const upper = written.toUpperCase();
  const subject = subjectOf(record, upper);
  const isCeb = subject === 'DECLARATION' && returned !== undefined && channel === undefined;
  const list = isCeb ? CEB : listOf(subject, upper);
  const row = findWritten(list, written);
  const raw = row?.code ?? upper;
  const where = { at: `${record.at}/status`, span: record.span };
  if (row?.canonical === null) {
    scope.findings.addOnce('UNSUPPORTED', 'INFO', where.at, `${row.code}: ${row.meaning}`, where.span);
    return { code: null, raw, subject };
  }
  // Any negative number is an error of the declaration system.
  const failed = list === CEB && /^-\d+$/.test(upper) ? 'DECL_REJECTED' : null;
  // Letters vary by generation of the client: the text beside one without a meaning still says what happened.
  const note = subject === 'DECLARATION' ? (fields.get('note') ?? '') : '';
  const phrase = NOTES.rows.find(({ code }) => says(note, code))?.canonical ?? null;
  const told = failed ?? (row && phrase);
  const code = namedBy(row) ?? told ?? meaningOf(list, written, where, scope) ?? phrase;
  return { code: (code ?? 'UNMAPPED_DOCUMENT') as EventCode, raw, subject };
}

function subjectOf({ fields }: ReceiptRecord, upper: string): ReceiptSubject {
  const isDeclared = fields.has('entryId') || fields.has('preEntryId');
  if (fields.has('gatePassId') && (!isDeclared || GATE_PASSES.find(upper))) return 'GATE_PASS';
  return fields.has('transitId') && !isDeclared ? 'TRANSIT' : 'DECLARATION';
}

/** A note says a phrase that it does not deny: 不予放行, 未审结 and 待放行 say the opposite. */
function says(note: string, phrase: string): boolean {
  const at = note.indexOf(phrase);
  return at >= 0 && !'不未待予法能'.includes(note.charAt(at - 1) || ' ');
}

function listOf(subject: ReceiptSubject, upper: string): CodeList {
  if (subject === 'TRANSIT') return TRANSIT;
  if (subject === 'GATE_PASS') return GATE_PASSES;
  if (/^SP[A-Z0-9]$/.test(upper)) return TWO_STEP;
  if (/^[A-Z]{3}$/.test(upper)) return VENDORS;
  if (/^0\d\d$/.test(upper)) return T209;
  return upper.length <= 2 ? CHANNELS : CEB;
}
