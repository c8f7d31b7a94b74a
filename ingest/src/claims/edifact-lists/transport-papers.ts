import { compactNumber } from 'graph-schema/codes/parsed';
import { documentRef } from 'graph-schema/domain/claim';
import type { CargoDocumentScheme } from 'graph-schema/domain/identifier';
import type { DocumentRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import type { ClaimContext, Where } from '../claim-context.ts';
import { readReference } from '../edifact/reference.ts';
import { isFiller } from '../ports/document.ts';

/**
 * Papers of transport by the name of the document.
 *
 *   DOC + 1001 + 1004
 *         name   number
 */
export const TRANSPORT_PAPERS = loadCodeList('edifact-cusrep/doc-1001');
/** Papers whose numbers have a shape, and how references (1153) call them. */
const QUALIFIERS: Readonly<Record<string, string>> = {
  MASTER_BILL: 'BM',
  HOUSE_BILL: 'BH',
  AWB: 'AWB',
  HAWB: 'HWB',
};

/** The papers of transport among all that these segments name; invoices, licences and fillers are none. */
export function readTransportPapers(
  segments: readonly EdifactSegment[],
  where: Where,
  context: ClaimContext,
): DocumentRef[] {
  return segments.flatMap((segment) => {
    const kind = segment.tag === 'DOC' ? (segment.read(0, 0) ?? '') : '';
    const scheme = TRANSPORT_PAPERS.find(kind)?.canonical ?? null;
    const number = segment.read(1, 0);
    if (scheme === null || number === null || isFiller(number)) return [];
    const paper = readTransportPaper(scheme, number, kind, { at: `${where.at}/DOC`, span: segment }, context);
    return paper ? [paper] : [];
  });
}

/** One number of a paper of this scheme; null, with a finding, where it cannot be one. */
export function readTransportPaper(
  scheme: string,
  number: string,
  declaredAs: string,
  where: Where,
  context: ClaimContext,
): DocumentRef | null {
  const qualifier = QUALIFIERS[scheme];
  if (qualifier !== undefined) {
    const paper = readReference(qualifier, number, where, context);
    return paper && { ...paper, declaredAs };
  }
  const value = compactNumber(number).slice(0, 70);
  return value === '' ? null : documentRef(scheme as CargoDocumentScheme, value, { declaredAs });
}
