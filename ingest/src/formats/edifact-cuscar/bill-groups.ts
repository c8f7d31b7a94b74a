import { parseAwb } from 'graph-schema/codes/awb';
import { compactNumber } from 'graph-schema/codes/parsed';
import { documentRef } from 'graph-schema/domain/claim';
import type { DocumentRef, TransportMode } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import { readReferences } from '../../claims/edifact/reference.ts';
import { spanOf, type SegmentGroup } from '../../claims/edifact/segments.ts';
import { isFiller, readBill } from '../../claims/ports/document.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';

const BILLS = loadCodeList('edifact-cuscar/bill-1153');

/** A bill of a cargo report. */
export interface BillGroup {
  /** `UNB/UNH[1]/CNI[2]` */
  readonly at: string;
  readonly cni: EdifactSegment;
  readonly segments: SegmentGroup;
}

/**
 * A CNI holds one bill or several, each from its RFF on: a bill's number that stands behind goods, parties or places
 * begins the next.
 */
export function listBills(group: SegmentGroup, at: string): BillGroup[] {
  const [cni, ...rest] = group;
  const cut: [EdifactSegment, ...EdifactSegment[]][] = [[cni]];
  let isClosed = false;
  for (const segment of rest) {
    const namesBill = segment.tag === 'RFF' && BILLS.find(kindOf(segment)) !== null;
    if (namesBill && isClosed) {
      cut.push([segment]);
      isClosed = false;
      continue;
    }
    if (segment.tag !== 'RFF' && segment.tag !== 'DTM') isClosed = true;
    cut.at(-1)?.push(segment);
  }
  return cut.map((segments, index) => ({ at: index === 0 ? at : `${at}/RFF[${index + 1}]`, cni, segments }));
}

/**
 * The papers of a bill. The number of CNI is that of the bill, too; where it is another one beside a bill without a
 * carrier's prefix, it is the master and that is the house bill.
 */
export function readBills(bill: BillGroup, mode: TransportMode | null, given: ClaimContext): DocumentRef[] {
  const where: Where = { at: bill.at, span: spanOf(bill.segments) };
  // As they are written first: a prefix tells the carrier's bill from a house bill.
  const { carriers: _named, ...rest } = given;
  const context = { ...rest, source: { ...given.source, scac: null } };
  const others: EdifactSegment[] = [];
  const waybills: DocumentRef[] = [];
  for (const segment of bill.segments) {
    if (segment.tag !== 'RFF' || segment.is('RFF', 'AAQ')) continue;
    const meaning = BILLS.find(kindOf(segment))?.canonical;
    const number = segment.read(0, 1);
    if (meaning === 'WAYBILL' && number !== null && mode !== null)
      waybills.push(...noteOf(number, kindOf(segment), mode, where, context));
    else if (meaning === 'WAYBILL' || meaning === 'OTHER')
      waybills.push(...referenceOf(number, kindOf(segment)));
    else others.push(segment);
  }
  const named = [...readReferences(others, where, context), ...waybills];
  const number = bill.cni.read(1, 0);
  const master = number === null ? [] : noteOf(number, 'CNI', mode, where, context);
  return joinBills(named, master).map((paper) =>
    paper.scheme === 'MASTER_BILL' && paper.issuer === null
      ? (readBill(paper.number, paper.declaredAs ?? '', where, given) ?? paper)
      : paper,
  );
}

function joinBills(named: readonly DocumentRef[], master: readonly DocumentRef[]): DocumentRef[] {
  const [top] = master;
  const bill = named.find(({ scheme }) => scheme === 'MASTER_BILL');
  if (!top || named.some((one) => one.scheme === top.scheme && one.number === top.number)) return [...named];
  if (!bill || top.scheme !== 'MASTER_BILL') return [top, ...named];
  if (top.number.endsWith(bill.number)) return named.map((one) => (one === bill ? top : one));
  const isMaster = bill.issuer !== null || named.some(({ scheme }) => scheme === 'HOUSE_BILL');
  if (isMaster) return [...named];
  return [top, ...named.map((one) => (one === bill ? { ...one, scheme: 'HOUSE_BILL' as const } : one))];
}

/** The paper that a cargo travels with by this mode. */
function noteOf(
  number: string,
  declaredAs: string,
  mode: TransportMode | null,
  where: Where,
  context: ClaimContext,
): DocumentRef[] {
  if (isFiller(number)) return [];
  switch (mode) {
    case 'AIR': {
      const awb = parseAwb(number);
      return awb.ok ? [documentRef('AWB', awb.value, { declaredAs })] : referenceOf(number, declaredAs);
    }
    case 'RAIL':
      return [documentRef('RAIL_NOTE', compactNumber(number), { declaredAs })];
    case 'TRUCK':
      return [documentRef('ROAD_NOTE', compactNumber(number), { declaredAs })];
    default: {
      const bill = readBill(number, declaredAs, where, context);
      return bill ? [bill] : [];
    }
  }
}

function referenceOf(number: string | null, declaredAs: string): DocumentRef[] {
  const value = number === null || isFiller(number) ? '' : compactNumber(number);
  return value === '' || value.length > 70 ? [] : [documentRef('REFERENCE', value, { declaredAs })];
}

function kindOf(rff: EdifactSegment): string {
  return rff.read(0, 0)?.toUpperCase() ?? '';
}
