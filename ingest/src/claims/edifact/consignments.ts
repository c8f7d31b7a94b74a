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
  const kindOf = kindsOf(documents);
  const [several, more] = severalKinds(documents, kindOf);
  if (several === undefined) return [documents];
  if (more !== undefined) return byNumber(documents);
  const shared = documents.filter((document) => kindOf(document) !== several);
  return byNumber(documents.filter((document) => kindOf(document) === several)).map((own) => [
    ...own,
    ...shared,
  ]);
}

export function isOneConsignment(documents: readonly DocumentRef[]): boolean {
  return severalKinds(documents, kindsOf(documents)).length === 0;
}

/**
 * What is nearer counts: a bill of a box replaces the bill of the message. References are added, unless the number is
 * there as something better.
 */
export function withPapersOf(near: readonly DocumentRef[], far: readonly DocumentRef[]): DocumentRef[] {
  const kindOfNear = kindsOf(near);
  const kindOfFar = kindsOf(far);
  const kinds = new Set(near.map(kindOfNear));
  const numbers = new Set(near.map(({ number }) => number));
  const added = far.filter((document) => {
    const kind = kindOfFar(document);
    return !numbers.has(document.number) && (kind === null || !kinds.has(kind));
  });
  return [...near, ...added];
}

/** References, declarations and delivery orders: lines of goods may each have their own. */
export function isManyPerConsignment({ scheme }: DocumentRef): boolean {
  return !ONE_EACH.has(scheme);
}

type KindOf = (document: DocumentRef) => string | null;

/**
 * The kind of paper of which a consignment has one; null for the others. A number that is claimed as bill and as booking,
 * because its sender does not keep them apart, is one paper of the kind that the sender calls it.
 */
function kindsOf(documents: readonly DocumentRef[]): KindOf {
  const schemes = new Map<string, Set<string>>();
  for (const { scheme, number } of documents)
    if (ONE_EACH.has(scheme)) schemes.set(number, (schemes.get(number) ?? new Set()).add(scheme));
  return ({ scheme, number, declaredAs }) => {
    if (!ONE_EACH.has(scheme)) return null;
    return (schemes.get(number)?.size ?? 0) > 1 ? `as ${declaredAs ?? ''}` : scheme;
  };
}

function severalKinds(documents: readonly DocumentRef[], kindOf: KindOf): string[] {
  const numbers = new Map<string, Set<string>>();
  for (const document of documents) {
    const kind = kindOf(document);
    if (kind !== null) numbers.set(kind, (numbers.get(kind) ?? new Set()).add(document.number));
  }
  return [...numbers].filter(([, { size }]) => size > 1).map(([kind]) => kind);
}

function byNumber(documents: readonly DocumentRef[]): DocumentRef[][] {
  const groups = new Map<string, DocumentRef[]>();
  for (const document of documents) {
    const group = groups.get(document.number);
    if (group) group.push(document);
    else groups.set(document.number, [document]);
  }
  return [...groups.values()];
}
