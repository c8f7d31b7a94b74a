import type { DocumentRef } from 'graph-schema/domain/tracking-event';

/** Papers of which a consignment has one each. References of traders are many. */
const ONE_EACH: ReadonlySet<string> = new Set([
  'MASTER_BILL', 'HOUSE_BILL', 'AWB', 'HAWB', 'RAIL_NOTE', 'BOOKING',
]); // prettier-ignore

/**
 * The papers of a box or message, by consignment: numbers in one claim are understood to belong together. What is shared
 * by several bills is claimed once with each of them, and the booking of all stands beside each; where several kinds of
 * papers are several, each number is claimed alone.
 */
export function listConsignments(documents: readonly DocumentRef[]): (readonly DocumentRef[])[] {
  if (isOneConsignment(documents)) return [documents];
  const schemes = [...ONE_EACH].filter((one) => documents.filter(({ scheme }) => scheme === one).length > 1);
  const [several, more] = schemes;
  if (more !== undefined) return documents.map((document) => [document]);
  const shared = documents.filter(({ scheme }) => scheme !== several);
  return documents.filter(({ scheme }) => scheme === several).map((document) => [document, ...shared]);
}

export function isOneConsignment(documents: readonly DocumentRef[]): boolean {
  const schemes = documents.map(({ scheme }) => scheme).filter((scheme) => ONE_EACH.has(scheme));
  return new Set(schemes).size === schemes.length;
}

/**
 * What is nearer counts: a bill of a box replaces the bill of the message. References are added, unless the number is
 * there as something better.
 */
export function withPapersOf(near: readonly DocumentRef[], far: readonly DocumentRef[]): DocumentRef[] {
  const schemes = new Set(near.map(({ scheme }) => scheme));
  const numbers = new Set(near.map(({ number }) => number));
  const added = far.filter(
    ({ scheme, number }) => !numbers.has(number) && !(ONE_EACH.has(scheme) && schemes.has(scheme)),
  );
  return [...near, ...added];
}

/** References, declarations and delivery orders: lines of goods may each have their own. */
export function isManyPerConsignment({ scheme }: DocumentRef): boolean {
  return !ONE_EACH.has(scheme);
}
