import { listContainerClaims } from 'graph-schema/cypher/conclude/list-container-claims';
import { listCycles } from 'graph-schema/cypher/conclude/list-cycles';
import { listDocumentClaims } from 'graph-schema/cypher/conclude/list-document-claims';
import { listNeighbours } from 'graph-schema/cypher/conclude/list-neighbours';
import { listShipments } from 'graph-schema/cypher/conclude/list-shipments';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import type { Tx } from '../graph.ts';
import { keyKind } from '../plan-batch.ts';
import { boxClaim } from './box-claim.ts';
import { listingId, type Standing } from './standing.ts';

// Each of these reads from the graph what is not remembered of the given keys, and nothing else.

/** Which papers the boxes were ever named with. */
export async function loadPapersOfBoxes(tx: Tx, standing: Standing, boxes: Iterable<string>): Promise<void> {
  const missing = [...boxes].filter((key) => standing.box(key).papers === null).sort();
  if (missing.length === 0) return;
  for (const key of missing) standing.box(key).papers = new Set();
  for (const { key, others } of await tx.run(listNeighbours, { keys: missing }))
    for (const other of others as IdentifierKey[])
      if (keyKind(other) === 'DOCUMENT') standing.box(key).papers?.add(other);
}

/** Which papers and boxes the papers were ever named with. */
export async function loadNeighbours(tx: Tx, standing: Standing, papers: Iterable<string>): Promise<void> {
  const missing = [...papers].filter((key) => standing.paper(key).near === null).sort();
  if (missing.length === 0) return;
  for (const key of missing) standing.paper(key).near = { papers: new Set(), boxes: new Set() };
  for (const { key, others } of await tx.run(listNeighbours, { keys: missing })) {
    const { near } = standing.paper(key);
    for (const other of others as IdentifierKey[])
      (keyKind(other) === 'DOCUMENT' ? near?.papers : near?.boxes)?.add(other);
  }
}

export async function loadBoxClaims(tx: Tx, standing: Standing, boxes: Iterable<string>): Promise<void> {
  const missing = [...boxes].filter((key) => standing.box(key).claims === null).sort();
  if (missing.length === 0) return;
  for (const key of missing) standing.box(key).claims = new Map();
  for (const { container, claims } of await tx.run(listContainerClaims, { containers: missing }))
    for (const row of claims)
      standing
        .box(container)
        .claims?.set(row[6] ? listingId(row[0]) : row[0], boxClaim(row, standing.points));
}

export async function loadCycles(tx: Tx, standing: Standing, boxes: Iterable<string>): Promise<void> {
  const missing = [...boxes].filter((key) => standing.box(key).cycles === null).sort();
  if (missing.length === 0) return;
  for (const key of missing) standing.box(key).cycles = [];
  for (const { container, cycles } of await tx.run(listCycles, { containers: missing }))
    standing.box(container).cycles = cycles.map(([id, from, to, documents, sets, aboard, holds]) => ({
      id,
      from,
      to,
      documents: documents as IdentifierKey[],
      sets,
      aboard,
      holds,
    }));
}

export async function loadPaperClaims(tx: Tx, standing: Standing, papers: readonly string[]): Promise<void> {
  const missing = papers.filter((key) => standing.paper(key).claims === null);
  if (missing.length === 0) return;
  for (const key of missing) standing.paper(key).claims = new Map();
  for (const row of await tx.run(listDocumentClaims, { documents: missing })) {
    const about = row.about as IdentifierKey;
    for (const [id, documents, contents] of row.claims)
      standing.paper(about).claims?.set(id, {
        id,
        about,
        documents: documents as IdentifierKey[],
        contents: contents as IdentifierKey[],
      });
  }
}

export async function loadShipments(tx: Tx, standing: Standing, papers: readonly string[]): Promise<void> {
  const missing = new Set(papers.filter((key) => standing.paper(key).shipments === null));
  if (missing.size === 0) return;
  for (const key of missing) standing.paper(key).shipments = new Map();
  for (const shipment of await tx.run(listShipments, { documents: [...missing] }))
    for (const key of shipment.documents)
      if (missing.has(key)) standing.paper(key).shipments?.set(shipment.id, shipment);
}
