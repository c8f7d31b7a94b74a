import type { StoredShipment } from 'graph-schema/cypher/conclude/list-shipments';
import { emptyShipments, mergeShipments } from 'graph-schema/cypher/conclude/write-shipments';
import type { FeedEntry } from 'graph-schema/domain/feed/feed-entry';
import { consignments, type Consignment, type LinkClaim } from 'graph-schema/domain/consignment';
import { groupBy } from 'graph-schema/domain/group-by';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import { carriedBy } from 'graph-schema/domain/known/carried';
import type { Tx } from '../graph.ts';
import type { Feed } from './append-entries.ts';
import { assignIds, type Assigned } from './assign-ids.ts';
import type { ConcludedCycles } from './conclude-cycles.ts';
import { componentCycles, type DocumentClosure } from './document-closure.ts';
import { loadShipments } from './load-standing.ts';
import {
  difference,
  noChanges,
  note,
  writeChanges,
  type Difference,
  type ShipmentChanges,
} from './shipment-changes.ts';
import type { Standing } from './standing.ts';

interface Component {
  readonly id: string;
  readonly container: IdentifierKey;
  readonly sets: readonly (readonly IdentifierKey[])[];
}

/** What was written of the shipments because it stood otherwise. */
export interface WrittenShipments {
  readonly changes: ShipmentChanges;
  readonly merged: readonly (readonly [id: string, into: string])[];
  readonly emptied: readonly string[];
}

export const NOTHING_CONCLUDED: WrittenShipments = { changes: noChanges(), merged: [], emptied: [] };

/** Concludes the consignments among the papers of a closure and writes the difference to the shipments that stand; `at`: service time. */
export async function concludeShipments(
  tx: Tx,
  standing: Standing,
  closure: DocumentClosure,
  cycles: ConcludedCycles,
  feed: Feed,
  at: string,
): Promise<WrittenShipments> {
  const { documents } = closure;
  if (documents.length === 0) return NOTHING_CONCLUDED;
  const component = (await componentCycles(tx, standing, new Set(documents))).map(
    ({ id, container, sets }): Component => ({
      id,
      container,
      sets: sets.map((set) => set.split('|') as IdentifierKey[]),
    }),
  );
  const concluded = consignments(linksOf(closure, component));
  await loadShipments(tx, standing, documents);
  const stored = standsOf(standing, documents);
  const { assigned, left } = await assignIds(tx, concluded, stored);
  const lookUp: LookUp = {
    byAnchor: new Map(concluded.map((consignment) => [consignment.anchor, consignment])),
    cyclesOf: groupBy(component, (cycle) => cycle.container),
  };
  const changes = noChanges();
  for (const { id, lane, consignment, old } of assigned) {
    const now = shipmentOf(id, lane, consignment, lookUp, standing);
    feed.lanes.set(id, lane);
    const isChanged = !old || !isSame(now, old);
    const shows = difference(old?.shows ?? [], now.shows);
    const isToWrite = isChanged || shows.added.length + shows.gone.length > 0;
    if (isToWrite) {
      changes.write.push([id, now.anchor, lane, now.master, now.documents, now.cycles, now.shows.join(' ')]);
      replace(standing, old, now);
    }
    if (isChanged) {
      note(changes.cover, changes.uncover, id, difference(old?.documents ?? [], now.documents));
      note(changes.carry, changes.drop, id, difference(old?.cycles ?? [], now.cycles));
    }
    feed.entries.push(...entriesFor(now, { old, isChanged, shows }, cycles));
  }
  await writeChanges(tx, changes);
  return { changes, ...(await retire(tx, standing, left, assigned, cycles, feed, at)) };
}

/** What ties papers to one another and to boxes; of claims that say the same of both, one stands for all. */
function linksOf(closure: DocumentClosure, component: readonly Component[]): LinkClaim[] {
  const links = new Map<string, LinkClaim>();
  const add = (documents: readonly IdentifierKey[], containers: readonly IdentifierKey[]) => {
    const id = `${documents.join('|')} ${containers.join('|')}`;
    links.set(id, { id, documents, containers });
  };
  for (const claim of closure.claims) add(claim.documents, claim.contents);
  for (const cycle of component) for (const set of cycle.sets) add(set, [cycle.container]);
  return [...links.values()];
}

/** The shipments that these papers cover, each once. */
function standsOf(standing: Standing, documents: readonly string[]): StoredShipment[] {
  const found = new Map<string, StoredShipment>();
  for (const document of documents)
    for (const [id, shipment] of standing.paper(document).shipments ?? []) found.set(id, shipment);
  return [...found.values()];
}

function replace(standing: Standing, old: StoredShipment | null, now: StoredShipment | null): void {
  if (old) for (const document of old.documents) standing.paper(document).shipments?.delete(old.id);
  if (now) for (const document of now.documents) standing.paper(document).shipments?.set(now.id, now);
}

interface LookUp {
  readonly byAnchor: ReadonlyMap<string, Consignment>;
  readonly cyclesOf: ReadonlyMap<string, readonly Component[]>;
}

function shipmentOf(
  id: string,
  lane: number,
  consignment: Consignment,
  { byAnchor, cyclesOf }: LookUp,
  standing: Standing,
): StoredShipment {
  const masters = consignment.masters.flatMap((master) => byAnchor.get(master) ?? []);
  const cycles = carriedBy(consignment, masters, (box) => cyclesOf.get(box) ?? []);
  const papers = [...consignment.documents].sort();
  return {
    id,
    anchor: consignment.anchor,
    lane,
    master: consignment.master,
    documents: papers,
    cycles: cycles.map((cycle) => cycle.id).sort(),
    shows: papers.flatMap((key) => [...(standing.paper(key).claims?.keys() ?? [])]),
  };
}

function isSame(a: StoredShipment, b: StoredShipment): boolean {
  const same = (x: readonly string[], y: readonly string[]) =>
    x.length === y.length && x.every((item, i) => item === y[i]);
  return (
    a.anchor === b.anchor &&
    a.master === b.master &&
    same(a.documents, b.documents) &&
    same(a.cycles, b.cycles)
  );
}

/** How a shipment stood (null: not at all), whether it stands otherwise now, and which papers' claims came and went. */
interface Before {
  readonly old: StoredShipment | null;
  readonly isChanged: boolean;
  readonly shows: Difference;
}

function entriesFor(
  shipment: StoredShipment,
  { old, isChanged, shows }: Before,
  cycles: ConcludedCycles,
): FeedEntry[] {
  const came = new Set([...shows.added, ...shipment.cycles.flatMap((id) => cycles.held.get(id) ?? [])]);
  // What only moved from one use of a box to another did not go.
  const went = [...shows.gone, ...releasedBy([...(old?.cycles ?? []), ...shipment.cycles], cycles)].filter(
    (id) => !came.has(id),
  );
  const entries: FeedEntry[] = [];
  if (came.size > 0) entries.push({ shipment: shipment.id, kind: 'ADDED', ids: [...came] });
  if (went.length > 0) entries.push({ shipment: shipment.id, kind: 'WITHDRAWN', ids: went });
  // A use of a box that begins, ends or sails otherwise tells something else of the same claims.
  const isCutAnew = isChanged || shipment.cycles.some((id) => cycles.held.has(id));
  if (entries.length === 0 && isCutAnew) entries.push({ shipment: shipment.id, kind: 'DERIVED', ids: [] });
  return entries;
}

/** What uses of boxes no longer hold, uses that are gone among them; each once. */
function releasedBy(ids: readonly string[], { released }: ConcludedCycles): string[] {
  return [...new Set(ids)].flatMap((id) => released.get(id) ?? []);
}

/** Shipments whose anchor is no anchor any more: merged into the one that took their papers, or emptied. */
async function retire(
  tx: Tx,
  standing: Standing,
  left: readonly StoredShipment[],
  assigned: readonly Assigned[],
  cycles: ConcludedCycles,
  feed: Feed,
  at: string,
): Promise<Omit<WrittenShipments, 'changes'>> {
  const merged: [string, string][] = [];
  const emptied: string[] = [];
  for (const shipment of left) {
    const heir = assigned.find((a) => a.consignment.documents.includes(shipment.anchor as IdentifierKey));
    feed.lanes.set(shipment.id, shipment.lane);
    replace(standing, shipment, null);
    if (heir) {
      merged.push([shipment.id, heir.id]);
      feed.entries.push({ shipment: shipment.id, kind: 'MERGED_INTO', ids: [heir.id] });
    } else {
      emptied.push(shipment.id);
      const ids = [...shipment.shows, ...releasedBy(shipment.cycles, cycles)];
      feed.entries.push({ shipment: shipment.id, kind: 'WITHDRAWN', ids });
    }
  }
  if (merged.length > 0) await tx.run(mergeShipments, { rows: merged, at: Date.parse(at) });
  if (emptied.length > 0) await tx.run(emptyShipments, { ids: emptied });
  return { merged, emptied };
}
