import { createHash } from 'node:crypto';
import { listContainerClaims } from 'graph-schema/cypher/conclude/list-container-claims';
import { listCycles } from 'graph-schema/cypher/conclude/list-cycles';
import {
  holdClaims,
  parkClaims,
  releaseClaims,
  removeCycles,
  writeCycles,
  type CycleRow,
} from 'graph-schema/cypher/conclude/write-cycles';
import { aboardOf, type CarriageClaim } from 'graph-schema/domain/aboard';
import type { CycleClaim } from 'graph-schema/domain/cycle-claim';
import { cutCycles, type CutCycle } from 'graph-schema/domain/cycle-cut';
import { DisjointSets } from 'graph-schema/domain/disjoint-sets';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import type { Tx } from '../graph.ts';
import type { DocumentClosure } from './document-closure.ts';
import { matchCycles, type StoredCycle } from './match-cycles.ts';

/** What the cutting of the touched boxes changed. */
export interface ConcludedCycles {
  /** Ids of claims newly held, and no longer held, by cycle. */
  readonly held: ReadonlyMap<string, readonly string[]>;
  readonly released: ReadonlyMap<string, readonly string[]>;
}

type ClaimRow = NonNullable<(typeof listContainerClaims)['row']>['claims'][number];

/** Cuts each box anew and writes the difference to what stands. */
export async function concludeCycles(
  tx: Tx,
  containers: readonly IdentifierKey[],
  closure: DocumentClosure,
): Promise<ConcludedCycles> {
  const changes = { held: new Map<string, string[]>(), released: new Map<string, string[]>() };
  if (containers.length === 0) return changes;
  const together = new DisjointSets();
  for (const claim of closure.claims) together.unionAll(claim.documents);
  const [claimRows, cycleRows] = await Promise.all([
    tx.run(listContainerClaims, { containers: [...containers] }),
    tx.run(listCycles, { containers: [...containers] }),
  ]);
  const claimsOf = new Map(claimRows.map((row) => [row.container, row.claims]));
  const storedOf = new Map<string, StoredCycle[]>();
  for (const row of cycleRows) {
    const list = storedOf.get(row.container) ?? [];
    list.push(row);
    storedOf.set(row.container, list);
  }
  const write: CycleRow[] = [];
  const remove: string[] = [];
  const park: [string, string | null][] = [];
  for (const container of containers) {
    const rows = claimsOf.get(container) ?? [];
    const cut = cutCycles(rows.map(toCycleClaim), tiesAmong(rows, together));
    const { kept, gone } = matchCycles(container, cut.cycles, storedOf.get(container) ?? []);
    remove.push(...gone.map((cycle) => cycle.id));
    for (const cycle of gone) changes.released.set(cycle.id, [...cycle.holds]);
    for (const { id, cycle, stored } of kept) {
      const row = cycleRow(id, container, cycle, rows);
      if (stored?.signature === row.signature) continue;
      write.push(row);
      const before = new Set(stored?.holds);
      const after = new Set(cycle.holds);
      changes.held.set(
        id,
        cycle.holds.filter((event) => !before.has(event)),
      );
      changes.released.set(
        id,
        [...before].filter((event) => !after.has(event)),
      );
    }
    for (const row of rows) {
      const reason = row[6] ? null : (cut.parked.get(row[0]) ?? null);
      if (!row[6] && reason !== row[8]) park.push([row[0], reason]);
    }
  }
  const released = [...changes.released].filter(([id, events]) => events.length > 0 && !remove.includes(id));
  const held = [...changes.held].filter(([, events]) => events.length > 0);
  const sent: Promise<unknown>[] = [];
  if (remove.length > 0) sent.push(tx.run(removeCycles, { ids: remove }));
  if (write.length > 0) sent.push(tx.run(writeCycles, { rows: write }));
  if (released.length > 0) sent.push(tx.run(releaseClaims, { rows: released }));
  if (held.length > 0) sent.push(tx.run(holdClaims, { rows: held }));
  if (park.length > 0) sent.push(tx.run(parkClaims, { rows: park }));
  await Promise.all(sent);
  return changes;
}

/** Each paper that a box is named with, tied to the one that stands for all it belongs together with. */
function tiesAmong(rows: readonly ClaimRow[], together: DisjointSets): [IdentifierKey, IdentifierKey][] {
  const named = new Set(rows.flatMap((row) => row[5])) as Set<IdentifierKey>;
  return [...named].map((document) => [document, together.find(document) as IdentifierKey]);
}

function toCycleClaim(row: ClaimRow): CycleClaim {
  const [id, at, code, classifier, loadState, documents, listing] = row;
  return {
    id,
    at,
    code: code as CycleClaim['code'],
    classifier: classifier as CycleClaim['classifier'],
    loadState: loadState as CycleClaim['loadState'],
    documents: documents as IdentifierKey[],
    listing,
  };
}

function cycleRow(id: string, container: string, cycle: CutCycle, rows: readonly ClaimRow[]): CycleRow {
  const holds = new Set(cycle.holds);
  const listings = new Set(cycle.listings);
  const held = rows.filter((row) => !row[6] && holds.has(row[0]));
  const naming = [...held, ...rows.filter((row) => row[6] && listings.has(row[0]))].map((row) => row[5]);
  const together = [...naming.filter((documents) => documents.length > 0), ...cycle.joins];
  const sets = [...new Set(together.map((documents) => [...documents].sort().join('|')))].sort();
  const carriage = held.map((row): CarriageClaim => ({
    at: row[1],
    code: row[2],
    classifier: row[3],
    run: row[7] as IdentifierKey | null,
  }));
  const aboard = JSON.stringify(aboardOf(carriage));
  const { from, to, documents } = cycle;
  const signature = createHash('sha256')
    .update(JSON.stringify([from, to, documents, sets, aboard, [...holds].sort()]))
    .digest('base64url')
    .slice(0, 22);
  return { id, container, from, to, documents, sets, aboard, signature };
}
