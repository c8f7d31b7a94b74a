import { compactBounded } from 'graph-schema/codes/outcome';
import { gs1CheckDigit } from 'graph-schema/codes/check-digits';
import { parseMrn } from 'graph-schema/codes/mrn';
import { carrierOfBill, parseOceanBill } from 'graph-schema/codes/ocean-bill';
import { documentRef } from 'graph-schema/domain/claim';
import type { DocumentRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ClaimContext, Where } from '../claim-context.ts';
import type { TypedUri } from './epcis-event.ts';
import { ownPaper } from './own-words.ts';
import { termOf } from './vocabulary.ts';

const TYPES = loadCodeList('epcis/transaction-types');
/** Real events name a handful; each bill makes a claim of its own. */
const MOST_NAMED = 200;

/** The papers that an event names (bizTransactionList), each once. */
export function readTransactions(
  transactions: readonly TypedUri[],
  where: Where,
  context: ClaimContext,
): DocumentRef[] {
  const { findings } = context;
  if (transactions.length > MOST_NAMED)
    findings.addOnce('TOO_LARGE', 'ERROR', where.at, `> ${MOST_NAMED} transactions`, where.span);
  const documents = new Map<string, DocumentRef>();
  for (const { type, uri } of transactions.slice(0, MOST_NAMED)) {
    const document = readTransaction(type, uri, where, context);
    if (document) documents.set(`${document.scheme}\n${document.number}`, document);
  }
  return [...documents.values()];
}

function readTransaction(
  type: string | null,
  uri: string,
  where: Where,
  { source, findings }: ClaimContext,
): DocumentRef | null {
  const term = type === null ? null : termOf(type);
  const row = term === null ? null : TYPES.find(term);
  if (term !== null && !row && !ownPaper(uri)) findings.unmapped(TYPES, term, where.at, where.span);
  const own = ownPaper(uri);
  if (own) return documentRef(own.scheme, own.number, { issuer: null, declaredAs: term });
  const { written, issuer } = numberOf(uri);
  if (row?.canonical === 'MASTER_BILL') {
    const bill = parseOceanBill(written, source.scac);
    if (bill.ok) {
      const scac = carrierOfBill(bill.value)?.carrier.scac ?? issuer;
      return documentRef('MASTER_BILL', bill.value, { issuer: scac, declaredAs: term });
    }
  }
  const mrn = parseMrn(written);
  if (mrn.ok) return documentRef('MRN', mrn.value, { issuer, declaredAs: term });
  const number = compactBounded(written).slice(0, 100);
  const scheme = row?.canonical === 'CERTIFICATE' ? 'CERTIFICATE' : 'REFERENCE';
  return number === '' ? null : documentRef(scheme, number, { issuer, declaredAs: term });
}

/**
 * The number inside a business transaction identifier, as people write it, and who issued it:
 *
 *     urn:epcglobal:cbv:bt:<GLN>:<number>          CBV 8.5.2: the number, issued by the GLN
 *     urn:epc:id:gdti:<company>.<type>.<serial>    https://any.host/253/<13 digits + serial>: both as the latter
 *     urn:epc:id:ginc:<company>.<reference>        …/401/…    consignment
 *     urn:epc:id:gsin:<company>.<reference>        …/402/…    shipment, seventeen digits
 *     https://erp.example.com/po/12345678          the last segment, issued by the host
 */
function numberOf(uri: string): { readonly written: string; readonly issuer: string | null } {
  if (uri.length > 256) return { written: uri, issuer: null };
  const [, gln, number] = /^urn:epcglobal:cbv:bt:(\d{13}):(.+)$/i.exec(uri) ?? [];
  if (gln && number) return { written: unescaped(number), issuer: gln };
  const [, scheme, company = '', type = '', serial = ''] =
    /^urn:epc:id:(gdti|ginc|gsin):(\d{6,12})\.([^.]*)(?:\.(.*))?$/i.exec(uri) ?? [];
  if (scheme) {
    const first = company + type;
    const isKey = scheme.toLowerCase() !== 'ginc' && /^\d+$/.test(first);
    return { written: `${first}${isKey ? gs1CheckDigit(first) : ''}${unescaped(serial)}`, issuer: null };
  }
  const [, host, path] = /^https?:\/\/([^/?#]+)\/([^?#]*)/i.exec(uri) ?? [];
  const last = path
    ?.split('/')
    .filter((part) => part !== '')
    .at(-1);
  if (!host || !last) return { written: uri, issuer: null };
  const isGs1 = /(?:^|\/)(?:253|255|401|402)\/[^/]+$/.test(path ?? '');
  return { written: unescaped(last), issuer: isGs1 ? null : host };
}

/** `%2F` and the like; as written when it is no escape. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
