import { claim } from 'graph-schema/domain/claim';
import type { DocumentRef, EventTime, TrackingEvent } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { Where } from '../../claims/claim-context.ts';
import type { MessageReader } from '../../claims/dcsa/message-reader.ts';
import { objectsOf, textOf, type JsonObject } from '../../syntax/json-fields.ts';

const TERMS = loadCodeList('dcsa-arrival-notice-1/payment-terms');
const MOST = 200;

/**
 * That there is something for the consignee to pay (`charges[].paymentTermCode` COL), of the bill, its boxes or its goods. One
 * claim of the bill, without amounts: what is told as one invoice is paid as one.
 */
export function chargesDue(
  notice: JsonObject,
  issued: EventTime,
  documents: readonly DocumentRef[],
  where: Where,
  { findings }: MessageReader,
): TrackingEvent[] {
  const items = objectsOf(notice['consignmentItems']).flatMap((item) => objectsOf(item['cargoItems']));
  const bearers = [notice, ...objectsOf(notice['utilizedTransportEquipments']), ...items];
  const charges = bearers.flatMap((bearer) => objectsOf(bearer['charges'])).slice(0, MOST);
  const due = charges.filter((charge) => {
    const term = textOf(charge, 'paymentTermCode');
    const row = term === null ? null : TERMS.find(term);
    if (term !== null && !row) findings.unmapped(TERMS, term, `${where.at}.charges`, where.span);
    return row?.canonical === 'CHARGES_DUE' && Number(textOf(charge, 'currencyAmount')) > 0;
  });
  if (due.length === 0) return [];
  const rawCode = textOf(due[0] ?? null, 'paymentTermCode');
  return [claim({ code: 'CHARGES_DUE', classifier: 'ACTUAL', time: issued, documents, rawCode })];
}
