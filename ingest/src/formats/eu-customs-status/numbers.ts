import { parseAwb } from 'graph-schema/codes/awb';
import { parseHouseAirWaybill, parseHouseBill } from 'graph-schema/codes/house-bill';
import { parseMrn } from 'graph-schema/codes/mrn';
import { carrierOfBill, parseOceanBill } from 'graph-schema/codes/ocean-bill';
import { compactBounded } from 'graph-schema/codes/outcome';
import { documentRef } from 'graph-schema/domain/claim';
import type { DocumentRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { ClaimContext, Where } from '../../claims/claim-context.ts';
import { findChild, findText, listChildren } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import { operationOf } from './operation.ts';

const TRANSPORT_DOCUMENTS = loadCodeList('eu-customs-status/transport-documents');
const MOST = 100;

export interface MovementNumbers {
  /** The MRN; before there is one, the trader's own reference. */
  readonly main: DocumentRef;
  readonly documents: readonly DocumentRef[];
  /** Bills, where the movement has several: then each stands beside the MRN alone. */
  readonly bills: readonly DocumentRef[];
}

/** A movement reference number as written; one that fails its check digit is kept, with a warning. */
export function readMrn(written: string, where: Where, { findings }: ClaimContext): DocumentRef | null {
  const mrn = parseMrn(written);
  if (!mrn.ok)
    findings.add(
      mrn.problem,
      mrn.problem === 'BAD_CHECK_DIGIT' ? 'WARNING' : 'ERROR',
      `${where.at}/MRN`,
      written,
      where.span,
    );
  return mrn.ok || mrn.problem === 'BAD_CHECK_DIGIT'
    ? documentRef('MRN', mrn.value, { declaredAs: 'MRN' })
    : null;
}

export function numbersOf(message: XmlElement, where: Where, scope: ClaimContext): MovementNumbers | null {
  const operation = operationOf(message);
  const written = findText(operation, 'MRN');
  const lrn = reference(findText(operation, 'LRN'), 'LRN');
  const main = written === null ? lrn : readMrn(written, where, scope);
  if (!main) {
    if (written === null) scope.findings.add('MISSING_FIELD', 'ERROR', `${where.at}/MRN`, null, where.span);
    return null;
  }
  const consignment = findChild(message, 'Consignment') ?? findChild(message, 'GoodsShipment');
  const houses = listChildren(consignment, 'HouseConsignment');
  const papers = [consignment, ...houses]
    .flatMap((one) => listChildren(one, 'TransportDocument'))
    .slice(0, MOST);
  const bills = new Map<string, DocumentRef>();
  for (const paper of papers) {
    const bill = transportDocument(paper, scope);
    if (bill) bills.set(`${bill.scheme}\n${bill.number}`, bill);
  }
  const ucr = reference(findText(consignment, 'referenceNumberUCR'), 'UCR');
  const own = [main, ...(lrn && lrn !== main ? [lrn] : []), ...(ucr ? [ucr] : [])];
  if (bills.size <= 1) return { main, documents: [...own, ...bills.values()], bills: [] };
  return { main, documents: own, bills: [...bills.values()] };
}

function reference(written: string | null, declaredAs: string): DocumentRef | null {
  const number = written === null ? '' : compactBounded(written).slice(0, 100);
  return number === '' ? null : documentRef('REFERENCE', number, { declaredAs });
}

/** The paper that the goods travel under, by its type in code list CL754 (`N705` is a bill of lading). */
function transportDocument(paper: XmlElement, { source }: ClaimContext): DocumentRef | null {
  const type = findText(paper, 'type');
  const written = findText(paper, 'referenceNumber');
  if (type === null || written === null) return null;
  const scheme = TRANSPORT_DOCUMENTS.find(type)?.canonical ?? null;
  const given = { declaredAs: type };
  if (scheme === 'MASTER_BILL') {
    const bill = parseOceanBill(written, source.scac);
    if (!bill.ok) return null;
    return documentRef(scheme, bill.value, {
      ...given,
      issuer: carrierOfBill(bill.value)?.carrier.scac ?? null,
    });
  }
  const parsed =
    scheme === 'HOUSE_BILL'
      ? parseHouseBill(written)
      : scheme === 'AWB'
        ? parseAwb(written)
        : scheme === 'HAWB'
          ? parseHouseAirWaybill(written)
          : null;
  if (parsed) return parsed.ok ? documentRef(scheme as DocumentRef['scheme'], parsed.value, given) : null;
  const number = compactBounded(written).slice(0, 100);
  return number === '' ? null : documentRef((scheme ?? 'REFERENCE') as DocumentRef['scheme'], number, given);
}
