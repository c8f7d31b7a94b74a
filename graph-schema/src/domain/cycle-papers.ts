import { closesCycle, isMove, opensCycle, type CycleClaim } from './cycle-claim.ts';
import type { ModalTrip } from './cycle-modes.ts';
import { DisjointSets } from './disjoint-sets.ts';
import type { IdentifierKey } from './identifier.ts';

/** The consignments that claims about a box name. */
export interface Consignments {
  /** A key that stands for all papers of the consignment that the claim names; null where it names none. */
  readonly of: (claim: CycleClaim) => string | null;
  /** They cannot be one: each has a bill, or a booking, of its own. */
  readonly areDifferent: (a: string, b: string) => boolean;
  /** Papers of the consignment list boxes, and this one is not among them. */
  readonly isUnlisted: (consignment: string) => boolean;
}

/** Claims of one consignment about one box, in order of time. */
interface PaperGroup {
  readonly root: string;
  readonly claims: CycleClaim[];
}

const DAY_MS = 86_400_000;

/** A box can carry several house bills and notes, but two of these at once only as part loads. */
const EXCLUSIVE = ['MASTER_BILL:', 'BOOKING:'] as const;

/**
 * Which papers belong to one use of the box: what claims tie together, what overlaps without excluding each other
 * (a rail note and a bill), and part loads, that is several bills loaded or discharged together.
 */
export function consignmentsOf(
  sorted: readonly CycleClaim[],
  together: readonly (readonly [IdentifierKey, IdentifierKey])[],
  listsBoxes: (paper: IdentifierKey) => boolean,
): Consignments {
  const sets = new DisjointSets();
  for (const [a, b] of together) sets.union(a, b);
  for (const claim of sorted) if (claim.documents.length > 1) sets.unionAll(claim.documents);
  const groups = groupsOf(sorted, sets);
  const isUnlisted = unlistedAmong(groups, listsBoxes);
  if (groups.length > 1) joinOverlapping(groups, sets, sorted, isUnlisted);
  // Neighbours mostly name the same paper.
  let lastAsked: string | undefined;
  let lastRoot: string | null = null;
  const of = ({ documents: [first] }: CycleClaim) => {
    if (first === lastAsked) return lastRoot;
    lastAsked = first;
    return (lastRoot = first === undefined ? null : sets.find(first));
  };
  let schemes: Map<string, Set<string>> | null = null;
  const areDifferent = (a: string, b: string) => {
    schemes ??= exclusiveByRoot(groups, sets);
    return a !== b && share(schemes.get(a), schemes.get(b));
  };
  return { of, areDifferent, isUnlisted };
}

function unlistedAmong(
  groups: readonly PaperGroup[],
  listsBoxes: (paper: IdentifierKey) => boolean,
): (root: string) => boolean {
  let unlisted: Set<string> | null = null;
  for (const { root, claims } of groups) {
    if (claims.some((claim) => claim.listing)) continue;
    if (claims.some((claim) => claim.documents.some(listsBoxes))) (unlisted ??= new Set()).add(root);
  }
  return (root) => unlisted?.has(root) ?? false;
}

function groupsOf(sorted: readonly CycleClaim[], sets: DisjointSets): PaperGroup[] {
  const groups: PaperGroup[] = [];
  const byRoot = new Map<string, PaperGroup>();
  let last: PaperGroup | undefined;
  let lastPaper: string | undefined;
  for (const claim of sorted) {
    const first = claim.documents[0];
    if (first === undefined) continue;
    if (first !== lastPaper || !last) {
      const root = sets.find(first);
      last = byRoot.get(root);
      if (!last) {
        last = { root, claims: [] };
        byRoot.set(root, last);
        groups.push(last);
      }
      lastPaper = first;
    }
    last.claims.push(claim);
  }
  return groups;
}

function exclusiveByRoot(groups: readonly PaperGroup[], sets: DisjointSets): Map<string, Set<string>> {
  const byRoot = new Map<string, Set<string>>();
  for (const group of groups) {
    const root = sets.find(group.root);
    const schemes = byRoot.get(root) ?? new Set<string>();
    for (const scheme of exclusiveOf(group)) schemes.add(scheme);
    byRoot.set(root, schemes);
  }
  return byRoot;
}

function exclusiveOf({ claims }: PaperGroup): Set<string> {
  const schemes = new Set<string>();
  for (const claim of claims)
    for (const document of claim.documents)
      for (const scheme of EXCLUSIVE) if (document.startsWith(scheme)) schemes.add(scheme);
  return schemes;
}

function joinOverlapping(
  groups: readonly PaperGroup[],
  sets: DisjointSets,
  sorted: readonly CycleClaim[],
  isUnlisted: (root: string) => boolean,
): void {
  groups.forEach((a, index) => {
    for (let i = index + 1; i < groups.length; i += 1) {
      const b = groups[i];
      if (!b || !areNear(a, b) || isUnlisted(a.root) || isUnlisted(b.root)) continue;
      const isOne = share(exclusiveOf(a), exclusiveOf(b))
        ? arePartLoads(a, b) && !isCarriedElsewhere(a, b) && !isCarriedElsewhere(b, a)
        : overlap(a, b) && runsAgree(a, b) && !isInterrupted(a, sorted) && !isInterrupted(b, sorted);
      if (isOne) sets.union(a.root, b.root);
    }
  });
}

function share(a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean {
  if (a && b) for (const scheme of a) if (b.has(scheme)) return true;
  return false;
}

/** Told of times that come within a day of each other. */
function areNear({ claims: a }: PaperGroup, { claims: b }: PaperGroup): boolean {
  const [firstA, lastA, firstB, lastB] = [a[0], a.at(-1), b[0], b.at(-1)];
  if (!firstA || !lastA || !firstB || !lastB) return false;
  return firstA.at <= lastB.at + DAY_MS && firstB.at <= lastA.at + DAY_MS;
}

function overlap(a: PaperGroup, b: PaperGroup): boolean {
  const [firstA, firstB] = [a.claims.find(isMove), b.claims.find(isMove)];
  const [lastA, lastB] = [a.claims.findLast(isMove), b.claims.findLast(isMove)];
  if (!firstA || !lastA || !firstB || !lastB) return false;
  return firstA.at < lastB.at && firstB.at < lastA.at;
}

/** Between its moves the box was emptied, and picked up or filled again: one of them is told wrongly, and ties nothing. */
function isInterrupted({ claims }: PaperGroup, sorted: readonly CycleClaim[]): boolean {
  const [first, last] = [claims.find(isMove), claims.findLast(isMove)];
  if (!first || !last) return false;
  const between = sorted.filter(({ at }) => at > first.at && at < last.at);
  const emptied = between.findIndex((claim) => closesCycle(claim) || (isMove(claim) && claim.code === 'STRIPPED'));
  const again = (claim: CycleClaim) => opensCycle(claim) || (isMove(claim) && claim.code === 'STUFFED');
  return emptied >= 0 && between.slice(emptied).some(again);
} // prettier-ignore

function runsAgree(a: PaperGroup, b: PaperGroup): boolean {
  const runs = new Set(a.claims.flatMap((claim) => claim.run ?? []));
  const others = b.claims.flatMap((claim) => claim.run ?? []);
  return runs.size === 0 || others.length === 0 || others.some((run) => runs.has(run));
}

/** Told of one run on one day; where no run is told, of the very same moment, or loaded and discharged together. */
function arePartLoads(a: PaperGroup, b: PaperGroup): boolean {
  const pairs = new Set<string>();
  for (const one of a.claims) {
    for (const other of b.claims) {
      if (one.code !== other.code || Math.abs(one.at - other.at) > DAY_MS) continue;
      if (one.run !== null && other.run !== null) {
        if (one.run === other.run) return true;
        continue;
      }
      if (one.code !== 'LOADED' && one.code !== 'DISCHARGED') continue;
      if (one.at === other.at) return true;
      pairs.add(one.code);
    }
  }
  return pairs.size > 1;
}

/**
 * A part load goes where the rest of the box goes. Papers that were carried on another run besides, before or behind all
 * that is told of the other papers, are of another trip: a message that names them on this one is wrong.
 */
function isCarriedElsewhere({ claims }: PaperGroup, { claims: others }: PaperGroup): boolean {
  const carriage = others.filter(isCarriage);
  const [first, last] = [carriage[0], carriage.at(-1)];
  if (!first || !last) return false;
  return claims.some((claim) => {
    if (!isCarriage(claim) || (claim.at >= first.at - DAY_MS && claim.at <= last.at + DAY_MS)) return false;
    return carriage.every(({ run }) => run !== null && claim.run !== null && run !== claim.run);
  });
}

function isCarriage(claim: CycleClaim): boolean {
  return isMove(claim) && (claim.code === 'LOADED' || claim.code === 'DISCHARGED');
}

/** One trip for each consignment that a claim names, by its first move. */
export function tripsByDocument(sorted: readonly CycleClaim[], consignments: Consignments): ModalTrip[] {
  const trips = new Map<string, ModalTrip>();
  let trip: ModalTrip | undefined;
  let lastRoot: string | null = null;
  for (const claim of sorted) {
    const root = consignments.of(claim);
    if (root === null) continue;
    if (root !== lastRoot || !trip) {
      trip = trips.get(root);
      if (!trip) trips.set(root, (trip = newTrip()));
      lastRoot = root;
    }
    for (const document of claim.documents) trip.documents.add(document);
    (isMove(claim) ? trip.moves : trip.others).push(claim);
  }
  return [...trips.values()].sort(byFirstMove);
}

export function newTrip(): ModalTrip {
  return { documents: new Set(), moves: [], others: [], joins: [] };
}

/** By the first move, else by the first claim of any kind. */
export function byFirstMove(a: ModalTrip, b: ModalTrip): number {
  const [first, second] = [a.moves[0] ?? a.others[0], b.moves[0] ?? b.others[0]];
  if (!first || !second) return first ? -1 : second ? 1 : 0;
  return first.at - second.at || (first.id < second.id ? -1 : 1);
}
