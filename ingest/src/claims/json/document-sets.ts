import type { DocumentRef } from 'graph-schema/domain/tracking-event';

/**
 * The numbers of one record as the sets that each belong to one consignment. A bill and its booking belong together.
 * Several bills are several consignments, so each makes a claim of its own; a single booking goes with each of them, but
 * of several bookings nobody knows which is whose, and each stands alone. Traders' references link nothing (see
 * `domain/consignment.ts`) and go with every claim. At least one set; a single empty one when there is no number.
 */
export function documentSets(documents: readonly DocumentRef[]): (readonly DocumentRef[])[] {
  let billCount = 0;
  let bookingCount = 0;
  for (const { scheme } of documents) {
    if (scheme === 'MASTER_BILL') billCount += 1;
    else if (scheme === 'BOOKING') bookingCount += 1;
  }
  if (billCount === 1 || (billCount === 0 && bookingCount <= 1)) return [documents];
  const bills = documents.filter(({ scheme }) => scheme === 'MASTER_BILL');
  const bookings = documents.filter(({ scheme }) => scheme === 'BOOKING');
  const others = documents.filter(({ scheme }) => scheme !== 'MASTER_BILL' && scheme !== 'BOOKING');
  if (bills.length === 0 || bookings.length > 1)
    return [...bills, ...bookings].map((one) => [one, ...others]);
  return bills.map((bill) => [bill, ...bookings, ...others]);
}
