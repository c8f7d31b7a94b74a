import { parseBooking } from 'graph-schema/codes/booking';
import { carrierOfBill, parseOceanBill } from 'graph-schema/codes/ocean-bill';
import { documentRef } from 'graph-schema/domain/claim';
import type { DocumentRef } from 'graph-schema/domain/tracking-event';
import { SILENT } from '../../syntax/findings.ts';
import type { ClaimContext, Where } from '../claim-context.ts';
import { scacOfBill } from './bill-carrier.ts';

/** What senders fill in when they have no number. */
const FILLER = /^(?:0+|1|X+|N\/?A|NIL|NONE|NULL|TBA|TBN|EMPTY|-+|无|空)$/i;

export function isFiller(raw: string): boolean {
  return FILLER.test(raw);
}

/** A bill of lading; null (with a finding unless it is a filler) when the text is none. `declaredAs`: `BM`, `提单号`. */
export function readBill(
  raw: string | null,
  declaredAs: string,
  where: Where,
  context: ClaimContext,
): DocumentRef | null {
  if (raw === null || FILLER.test(raw)) return null;
  const bill = parseOceanBill(raw, scacOfBill(raw, context));
  if (!bill.ok) {
    context.findings.add(bill.problem, 'WARNING', where.at, raw, where.span);
    return null;
  }
  const issuer = carrierOfBill(bill.value)?.carrier.scac ?? null;
  return documentRef('MASTER_BILL', bill.value, { declaredAs, issuer });
}

/** A carrier's booking; null as with `readBill`. */
export function readBooking(
  raw: string | null,
  declaredAs: string,
  where: Where,
  { findings }: ClaimContext,
): DocumentRef | null {
  if (raw === null || FILLER.test(raw)) return null;
  const booking = parseBooking(raw);
  if (!booking.ok) {
    findings.add(booking.problem, 'WARNING', where.at, raw, where.span);
    return null;
  }
  return documentRef('BOOKING', booking.value, { declaredAs });
}

/**
 * A number that the message calls a bill or a booking, as its sender means it (`billRule` of the profile): some terminals
 * swap the two by carrier. Where that is not known the number is found as either; `declaredAs` says what it was called.
 */
export function readBillOrBooking(
  kind: 'MASTER_BILL' | 'BOOKING',
  raw: string | null,
  declaredAs: string,
  where: Where,
  context: ClaimContext,
): DocumentRef[] {
  const { billRule } = context.source;
  const isBill = (kind === 'MASTER_BILL') !== (billRule === 'SWAPPED');
  const document = (isBill ? readBill : readBooking)(raw, declaredAs, where, context);
  if (billRule !== 'BOTH') return document ? [document] : [];
  const other = (isBill ? readBooking : readBill)(raw, declaredAs, where, { ...context, findings: SILENT });
  return [document, other].filter((one) => one !== null);
}
