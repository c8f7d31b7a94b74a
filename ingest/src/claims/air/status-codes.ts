import type { EventClassifier, EventCode } from 'graph-schema/domain/event-code';
import { loadCodeList } from 'graph-schema/reference/code-list';

/** IATA status codes: the same in telexes, Cargo-XML and ONE Record. */
export const STATUS_CODES = loadCodeList('cargo-imp-fsu/status-codes');
export const DISCREPANCIES = loadCodeList('cargo-imp-fsu/discrepancy-codes');

/** Statuses about a flight yet to leave: booked, made ready, manifested, and the one that says it left. */
export const ON_FLIGHT: ReadonlySet<string> = new Set(['BKD', 'PRE', 'MAN', 'DEP']);
/** Prepared for loading, to be transferred: said of what is still to happen. */
const ANNOUNCED: ReadonlySet<string> = new Set(['PRE', 'TRM']);

/** What a status means; a discrepancy means what its own code says. */
export function statusCode(code: string, discrepancy: string | null): EventCode {
  const row = (discrepancy ? DISCREPANCIES.find(discrepancy) : null) ?? STATUS_CODES.find(code);
  return (row?.canonical ?? 'UNMAPPED') as EventCode;
}

export function statusClassifier(code: string): EventClassifier {
  return ANNOUNCED.has(code) ? 'PLANNED' : 'ACTUAL';
}

/** Time type `S` scheduled, `E` estimated, `A` actual. A flight's own times beside a status are at best estimates. */
export function announcedClassifier(type: string | null): EventClassifier {
  return type === 'S' ? 'PLANNED' : 'ESTIMATED';
}

/** A code where statuses and discrepancies stand in one list, as in ONE Record; null for one that nobody knows. */
export function findStatus(
  code: string,
): { readonly code: string; readonly discrepancy: string | null } | null {
  if (STATUS_CODES.find(code)) return { code, discrepancy: null };
  return DISCREPANCIES.find(code) ? { code: 'DIS', discrepancy: code } : null;
}
