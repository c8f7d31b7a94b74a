import { parseAwb } from 'graph-schema/codes/awb';
import { parseDeclarationNumber } from 'graph-schema/codes/china-declaration';
import { parseHouseAirWaybill, parseHouseBill } from 'graph-schema/codes/house-bill';
import { parseMrn } from 'graph-schema/codes/mrn';
import { compactNumber, type Parsed } from 'graph-schema/codes/parsed';
import { documentRef } from 'graph-schema/domain/claim';
import type { CargoDocumentScheme } from 'graph-schema/domain/identifier';
import type { DocumentRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import type { ClaimContext, Where } from '../claim-context.ts';
import { isFiller, readBillOrBooking } from '../ports/document.ts';

/**
 * RFF, and the papers that it names.
 *
 *   RFF + 1153 : 1154 : 1156
 *         kind   number line
 */
const QUALIFIERS = loadCodeList('edifact/reference-1153');

/** `REFERENCE`s are longer than this in no message: 1154 is an..70 in the newest directories. */
const LONGEST = 70;

/** The papers that these segments name, each once; what a qualifier is unknown for is told. */
export function readReferences(
  segments: readonly EdifactSegment[],
  where: Where,
  context: ClaimContext,
): DocumentRef[] {
  const documents = new Map<string, DocumentRef>();
  for (const segment of segments) {
    if (segment.tag !== 'RFF') continue;
    for (const document of readNumber(segment.read(0), segment.read(0, 1), where, context))
      documents.set(`${document.scheme} ${document.number}`, document);
  }
  return [...documents.values()];
}

/** One number by its qualifier (1153); null where it is no paper of the cargo, a filler, or not to be shown. */
export function readReference(
  qualifier: string | null,
  number: string | null,
  where: Where,
  context: ClaimContext,
): DocumentRef | null {
  return readNumber(qualifier, number, where, context)[0] ?? null;
}

/** None as above; two where the sender does not keep bills and bookings apart. */
function readNumber(
  qualifier: string | null,
  number: string | null,
  where: Where,
  context: ClaimContext,
): readonly DocumentRef[] {
  const kind = qualifier?.toUpperCase() ?? '';
  if (kind === '') return [];
  const row = QUALIFIERS.find(kind);
  if (!row) context.findings.unmapped(QUALIFIERS, kind, where.at, where.span, 'INFO');
  const scheme = row?.canonical ?? null;
  if (scheme === null || scheme === 'SECRET' || number === null) return [];
  if (scheme === 'MASTER_BILL' || scheme === 'BOOKING')
    return readBillOrBooking(scheme, number, kind, where, context);
  const other = isFiller(number) ? null : readOther(scheme, number, kind, where, context);
  return other ? [other] : [];
}

/** Whether an RFF names a paper that may be quoted: a number that opens gates, and one of an unknown kind, may not. */
export function isQuotable(segment: EdifactSegment): boolean {
  const scheme = QUALIFIERS.find(segment.read(0)?.toUpperCase() ?? '')?.canonical ?? null;
  return segment.tag !== 'RFF' || (scheme !== null && scheme !== 'SECRET');
}

const PARSERS: Readonly<Record<string, (raw: string) => Parsed<string>>> = {
  HOUSE_BILL: parseHouseBill,
  AWB: parseAwb,
  HAWB: parseHouseAirWaybill,
};

function readOther(
  scheme: string,
  raw: string,
  declaredAs: string,
  where: Where,
  { findings }: ClaimContext,
): DocumentRef | null {
  if (scheme === 'CUSTOMS') return customsPaper(raw, declaredAs);
  const parse = PARSERS[scheme];
  const parsed = parse?.(raw);
  if (!parsed) return free(scheme as CargoDocumentScheme, raw, declaredAs);
  if (parsed.ok) return documentRef(scheme as CargoDocumentScheme, parsed.value, { declaredAs });
  findings.add(parsed.problem, 'WARNING', where.at, raw, where.span);
  // A wrong check digit is kept as written; another shape makes it a reference that can still be found.
  return parsed.problem === 'BAD_CHECK_DIGIT'
    ? documentRef(scheme as CargoDocumentScheme, parsed.value, { declaredAs })
    : free('REFERENCE', raw, declaredAs);
}

/** National numbers of other customs are references; those of China and the EU have a shape of their own. */
function customsPaper(raw: string, declaredAs: string): DocumentRef | null {
  const declaration = parseDeclarationNumber(raw);
  if (declaration.ok)
    return documentRef('DECLARATION', declaration.value, {
      declaredAs,
      issuer: declaration.value.slice(0, 4),
    });
  const mrn = parseMrn(raw);
  return mrn.ok ? documentRef('MRN', mrn.value, { declaredAs }) : free('REFERENCE', raw, declaredAs);
}

function free(scheme: CargoDocumentScheme, raw: string, declaredAs: string): DocumentRef | null {
  const number = raw.length > LONGEST ? '' : compactNumber(raw);
  return number === '' ? null : documentRef(scheme, number, { declaredAs });
}
