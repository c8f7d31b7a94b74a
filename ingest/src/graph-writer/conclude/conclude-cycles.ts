import {
  createCycles,
  parkClaims,
  removeCycles,
  updateCycles,
  type CycleRow,
} from 'graph-schema/cypher/conclude/write-cycles';
import { aboardOf, type CarriageClaim } from 'graph-schema/domain/aboard';
import { cutCycles, type CutCycle } from 'graph-schema/domain/cycle-cut';
import { DisjointSets } from 'graph-schema/domain/disjoint-sets';
import { tiesTogether, type IdentifierKey } from 'graph-schema/domain/identifier';
import { papersThatList } from 'graph-schema/domain/papers-that-list';
import type { Tx } from '../graph.ts';
import type { BoxClaim } from './box-claim.ts';
import type { DocumentClosure } from './document-closure.ts';
import { loadBoxClaims, loadCycles } from './load-standing.ts';
import { matchCycles, type StoredCycle } from './match-cycles.ts';
import { listingId, type Standing } from './standing.ts';

/** What the cutting of the touched boxes changed. */
export interface ConcludedCycles {
  readonly create: readonly CycleRow[];
  readonly update: readonly CycleRow[];
  readonly remove: readonly string[];
  readonly park: readonly (readonly [event: string, reason: string | null, against: string | null])[];
  /** Ids of claims newly held, and no longer held, by each cycle that is new, gone or cut otherwise. */
  readonly held: ReadonlyMap<string, readonly string[]>;
  readonly released: ReadonlyMap<string, readonly string[]>;
}

export const NOTHING_CUT: ConcludedCycles = {
  create: [],
  update: [],
  remove: [],
  park: [],
  held: new Map(),
  released: new Map(),
};

interface Difference {
  readonly create: CycleRow[];
  readonly update: CycleRow[];
  readonly remove: string[];
  readonly park: [event: string, reason: string | null, against: string | null][];
  readonly held: Map<string, readonly string[]>;
  readonly released: Map<string, readonly string[]>;
}

/** Cuts each box anew and writes the difference to what stands. */
export async function concludeCycles(
  tx: Tx,
  standing: Standing,
  containers: readonly IdentifierKey[],
  closure: DocumentClosure,
): Promise<ConcludedCycles> {
  const difference: Difference = {
    create: [],
    update: [],
    remove: [],
    park: [],
    held: new Map(),
    released: new Map(),
  };
  const together = new DisjointSets();
  for (const { documents } of closure.claims)
    if (documents.length > 1) together.unionAll(documents.filter(tiesTogether));
  const listing = papersThatList(closure.claims, together);
  await loadBoxClaims(tx, standing, containers);
  await loadCycles(tx, standing, containers);
  for (const container of containers) cutBox(standing, container, { together, listing }, difference);
  await writeDifference(tx, difference);
  return difference;
}

/** What all papers say of which belong together, and which of these list boxes. */
interface Papers {
  readonly together: DisjointSets;
  readonly listing: ReadonlySet<string>;
}

function cutBox(
  standing: Standing,
  container: string,
  { together, listing }: Papers,
  difference: Difference,
): void {
  const box = standing.box(container);
  const claims = (box.claims ??= new Map());
  const told = [...claims.values()];
  const cut = cutCycles(
    told.map((claim) => claim.cut),
    tiesAmong(told, together),
    (paper) => listing.has(together.find(paper)),
  );
  const { kept, gone } = matchCycles(container, cut.cycles, box.cycles ?? []);
  for (const cycle of gone) {
    difference.remove.push(cycle.id);
    difference.released.set(cycle.id, cycle.holds);
  }
  box.cycles = kept.map(({ id, cycle, stored }) => {
    const stands = cycleOf(id, cycle, claims);
    if (stored && isSame(stored, stands)) return stored;
    const { from, to, documents, sets, aboard, holds } = stands;
    const row: CycleRow = [id, container, from, to, documents, sets, aboard, holds.join(' ')];
    (stored ? difference.update : difference.create).push(row);
    const before = new Set(stored?.holds);
    const after = new Set(holds);
    difference.held.set(
      id,
      holds.filter((event) => !before.has(event)),
    );
    difference.released.set(
      id,
      [...before].filter((event) => !after.has(event)),
    );
    return stands;
  }); // prettier-ignore
  for (const [key, claim] of claims) {
    const { id } = claim.cut;
    if (claim.cut.listing) continue;
    const parked = cut.parked.get(id) ?? null;
    const against = cut.against.get(id)?.join(' ') ?? null;
    if (parked === claim.parked && against === claim.against) continue;
    difference.park.push([id, parked, against]);
    claims.set(key, { ...claim, parked, against });
  }
}

async function writeDifference(tx: Tx, difference: Difference): Promise<void> {
  const { create, update, remove, park } = difference;
  const sent: Promise<unknown>[] = [];
  if (remove.length > 0) sent.push(tx.run(removeCycles, { ids: remove }));
  if (create.length > 0) sent.push(tx.run(createCycles, { rows: create }));
  if (update.length > 0) sent.push(tx.run(updateCycles, { rows: update }));
  if (park.length > 0) sent.push(tx.run(parkClaims, { rows: park }));
  await Promise.all(sent);
}

/** Each paper that a box is named with, tied to the one that stands for all it belongs together with. */
function tiesAmong(claims: readonly BoxClaim[], together: DisjointSets): [IdentifierKey, IdentifierKey][] {
  const named = new Set<string>();
  for (const { documents } of claims) for (const document of documents) named.add(document);
  return [...named].map((document) => [document as IdentifierKey, together.find(document) as IdentifierKey]);
}

function cycleOf(id: string, cycle: CutCycle, claims: ReadonlyMap<string, BoxClaim>): StoredCycle {
  const sets = new Set<string>();
  const name = (documents: readonly string[]) => {
    if (documents.length === 1) sets.add(documents[0] ?? '');
    else if (documents.length > 1) sets.add([...documents].sort().join('|'));
  };
  const carriage: CarriageClaim[] = [];
  for (const event of cycle.holds) {
    const claim = claims.get(event)?.cut;
    if (!claim) continue;
    name(claim.documents);
    carriage.push(claim);
  }
  for (const event of cycle.listings) name(claims.get(listingId(event))?.cut.documents ?? []);
  for (const join of cycle.joins) name(join);
  const { from, to, documents, holds } = cycle;
  const aboard = JSON.stringify(aboardOf(carriage));
  return { id, from, to, documents, sets: [...sets].sort(), aboard, holds };
}

function isSame(a: StoredCycle, b: StoredCycle): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.aboard === b.aboard &&
    isSameList(a.documents, b.documents) &&
    isSameList(a.sets, b.sets) &&
    isSameSet(a.holds, b.holds)
  );
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  if (isSameList(a, b)) return true;
  const items = new Set(a);
  return b.every((item) => items.has(item));
}
