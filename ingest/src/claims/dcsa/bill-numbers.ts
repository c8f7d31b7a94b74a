import { parseBooking } from 'graph-schema/codes/booking';
import { parseHouseBill } from 'graph-schema/codes/house-bill';
import { parseMrn } from 'graph-schema/codes/mrn';
import { carrierOfBill, parseOceanBill } from 'graph-schema/codes/ocean-bill';
import { compactBounded } from 'graph-schema/codes/outcome';
import { documentRef } from 'graph-schema/domain/claim';
import type { DocumentRef } from 'graph-schema/domain/tracking-event';
import type { ClaimContext, Where } from '../claim-context.ts';
import { objectsOf, textOf, textsOf, type JsonObject } from '../../syntax/json-fields.ts';

const MOST = 100;

export interface NoticeNumbers {
  readonly bill: DocumentRef;
  /** The bill and what belongs to the same consignment. */
  readonly documents: readonly DocumentRef[];
  /** House bills, where there are several under the bill; a single one is among `documents`. */
  readonly houses: readonly DocumentRef[];
}

/** Null, with a finding, when there is no bill: every claim of a notice is about it. */
export function numbersOf(
  notice: JsonObject,
  where: Where,
  { findings, source }: ClaimContext,
): NoticeNumbers | null {
  const raw = textOf(notice, 'transportDocumentReference');
  const isScac = textOf(notice, 'carrierCodeListProvider') === 'NMFTA';
  const parsed =
    raw === null ? null : parseOceanBill(raw, (isScac ? textOf(notice, 'carrierCode') : null) ?? source.scac);
  if (!parsed?.ok) {
    const problem = raw === null ? 'MISSING_FIELD' : 'BAD_IDENTIFIER';
    findings.add(problem, 'ERROR', `${where.at}.transportDocumentReference`, raw, where.span);
    return null;
  }
  const issuer = carrierOfBill(parsed.value)?.carrier.scac ?? source.scac;
  const bill = documentRef('MASTER_BILL', parsed.value, { issuer, declaredAs: 'transportDocumentReference' });
  const others = new Map<string, DocumentRef>();
  const add = (document: DocumentRef | null): void => {
    if (document && others.size < MOST) others.set(`${document.scheme}\n${document.number}`, document);
  };
  const declared = new Set<string>();
  for (const item of objectsOf(notice['consignmentItems'])) {
    const booking = textOf(item, 'carrierBookingReference');
    const number = booking === null ? null : parseBooking(booking);
    if (number?.ok)
      add(documentRef('BOOKING', number.value, { issuer, declaredAs: 'carrierBookingReference' }));
    for (const { values } of objectsOf(item['customsReferences'])) {
      for (const text of textsOf(values)) {
        const mrn = parseMrn(text);
        if (mrn.ok) declared.add(mrn.value);
      }
    }
  }
  // Several declarations are of several parts of the cargo, which nobody can tell apart here.
  if (declared.size === 1)
    for (const mrn of declared) add(documentRef('MRN', mrn, { declaredAs: 'customsReferences' }));
  for (const one of objectsOf(notice['references']))
    add(reference(textOf(one, 'value'), textOf(one, 'type')));
  for (const party of objectsOf(notice['documentParties']))
    for (const order of textsOf(party['purchaseOrderReferences'])) add(reference(order, 'PO'));
  const houses = textsOf(notice['houseBillOfLadingReferences'])
    .slice(0, MOST)
    .flatMap((text) => {
      const house = parseHouseBill(text);
      return house.ok
        ? [documentRef('HOUSE_BILL', house.value, { declaredAs: 'houseBillOfLadingReferences' })]
        : [];
    });
  const [only] = houses;
  if (only && houses.length === 1) return { bill, documents: [bill, only, ...others.values()], houses: [] };
  return { bill, documents: [bill, ...others.values()], houses };
}

function reference(written: string | null, declaredAs: string | null): DocumentRef | null {
  const number = written === null ? '' : compactBounded(written).slice(0, 100);
  return number === '' ? null : documentRef('REFERENCE', number, { declaredAs });
}
