import { parseAwb } from 'graph-schema/codes/awb';
import { carrierOfBill, parseOceanBill } from 'graph-schema/codes/ocean-bill';
import { compactNumber } from 'graph-schema/codes/parsed';
import { documentRef } from 'graph-schema/domain/claim';
import type { DocumentRef, TransportMode } from 'graph-schema/domain/tracking-event';
import { findText } from '../../syntax/xml-path.ts';
import type { XmlElement } from '../../syntax/xml.ts';
import { doubt, type CustomsScope } from './customs-scope.ts';

/** Master and house bill of a consignment, by mode: bill, air waybill, rail note, or road bill. */
export function readBills(consignment: XmlElement, mode: TransportMode, scope: CustomsScope): DocumentRef[] {
  const master = meaningful(findText(consignment, 'TransportContractDocument', 'ID'));
  const house = meaningful(findText(consignment, 'AssociatedTransportDocument', 'ID'));
  return billDocuments(master, house, mode, scope, '提运单号', '分提运单号');
}

/** A truck that carries a transit inland is named beside the bill of the sea voyage. */
function isOceanBill(master: string): boolean {
  const bill = parseOceanBill(master, null);
  return bill.ok && carrierOfBill(bill.value) !== null && /^[A-Z]{4}/.test(bill.value);
}

/** Receipts write `N/A` where there is no house bill. */
function meaningful(written: string | null): string | null {
  return written && !/^(?:N\/?A|NULL|-+|0)$/i.test(written) ? written : null;
}

/** Document references of a master number and a house number as this mode writes them. */
export function billDocuments(
  master: string | null,
  house: string | null,
  mode: TransportMode,
  scope: CustomsScope,
  masterAs: string,
  houseAs: string,
): DocumentRef[] {
  const documents: DocumentRef[] = [];
  if (mode === 'AIR') {
    const awb = master ? parseAwb(master) : null;
    if (awb && !awb.ok) doubt(scope, awb, masterAs, master);
    if (awb?.value) documents.push(documentRef('AWB', awb.value, { declaredAs: masterAs }));
    // `MAWB_HAWB` in the house field names the master once more.
    const hawb = compactNumber(house?.replace(/^[\d-]{11,12}[_/]/, '') ?? '');
    if (hawb) documents.push(documentRef('HAWB', hawb, { declaredAs: houseAs }));
    return documents;
  }
  if (master && mode === 'RAIL') {
    documents.push(documentRef('RAIL_NOTE', compactNumber(master), { declaredAs: masterAs }));
  } else if (master && mode === 'TRUCK' && !isOceanBill(master)) {
    documents.push(documentRef('ROAD_NOTE', compactNumber(master), { declaredAs: masterAs }));
  } else if (master) {
    const bill = parseOceanBill(master, scope.source.scac);
    if (!bill.ok) doubt(scope, bill, masterAs, master);
    if (bill.value) documents.push(documentRef('MASTER_BILL', bill.value, { declaredAs: masterAs }));
  }
  const houseBill = compactNumber(house ?? '');
  if (houseBill) documents.push(documentRef('HOUSE_BILL', houseBill, { declaredAs: houseAs }));
  return documents.filter(({ number }) => number !== '');
}
