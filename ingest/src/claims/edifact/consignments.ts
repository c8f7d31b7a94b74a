import type { DocumentRef } from 'graph-schema/domain/tracking-event';

/** Papers of which a consignment has one each. References of traders are many. */
const ONE_EACH: ReadonlySet<string> = new Set([
  'MASTER_BILL', 'HOUSE_BILL', 'AWB', 'HAWB', 'RAIL_NOTE', 'BOOKING',
]); // prettier-ignore

/**
 * The papers of a box or message, by consignment. What is shared by several bills is claimed once with each: numbers in
 * one claim are understood to belong together, and these do not.
 */
export function listConsignments(documents: readonly DocumentRef[]): (readonly DocumentRef[])[] {
  return isOneConsignment(documents) ? [documents] : documents.map((document) => [document]);
}

export function isOneConsignment(documents: readonly DocumentRef[]): boolean {
  const schemes = documents.map(({ scheme }) => scheme).filter((scheme) => ONE_EACH.has(scheme));
  return new Set(schemes).size === schemes.length;
}
