import { listComponentCycles } from 'graph-schema/cypher/conclude/list-component-cycles';
import { listDocumentClaims, type DocumentClaimRow } from 'graph-schema/cypher/conclude/list-document-claims';
import { listNeighbours } from 'graph-schema/cypher/conclude/list-neighbours';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import type { Tx } from '../graph.ts';
import { touch, type Touched } from './touched.ts';

/** A standing claim about a document. */
export interface DocumentClaim {
  readonly id: string;
  readonly about: IdentifierKey;
  readonly documents: readonly IdentifierKey[];
  readonly contents: readonly IdentifierKey[];
}

export interface DocumentClosure {
  /** All papers that may hang together with what was touched. */
  readonly documents: readonly IdentifierKey[];
  readonly claims: readonly DocumentClaim[];
}

/** References of traders are found, never followed: two consignments of one order stay two. */
const isFollowed = (key: string) => !key.startsWith('REFERENCE:');

/**
 * Finds all that has to be looked at to conclude what was touched. What a box's cut and a consignment depend on must be
 * complete, or they would come out by the order in which messages came: so papers are followed to those that any claim
 * ever named together with them, newly tied papers touch the boxes that any of them names, touched boxes bring all
 * their papers, and so do the boxes' uses that tie papers of two kinds.
 */
export async function documentClosure(tx: Tx, touched: Touched): Promise<DocumentClosure> {
  const documents = new Set<string>();
  await follow(tx, documents, [...touched.documents, ...(await papersOf(tx, touched.containers))]);
  if (touched.links.size > 0) {
    const boxes = await tx.run(listNeighbours, { keys: [...documents].sort(), kind: 'CONTAINER' });
    const more = boxes.map((row) => row.key as IdentifierKey).filter((key) => !touched.containers.has(key));
    touch(touched, more);
    await follow(tx, documents, await papersOf(tx, new Set(more)));
  }
  for (let tied = await tiedByBoxes(tx, documents); tied.length > 0; tied = await tiedByBoxes(tx, documents))
    await follow(tx, documents, tied);
  const all = [...documents].sort() as IdentifierKey[];
  const rows = all.length > 0 ? await tx.run(listDocumentClaims, { documents: all }) : [];
  const claims = rows.flatMap((row) => row.claims.map((claim) => documentClaim(row.about, claim)));
  return { documents: all, claims };
}

function documentClaim(about: string, [id, documents, contents]: DocumentClaimRow): DocumentClaim {
  return {
    id,
    about: about as IdentifierKey,
    documents: documents as IdentifierKey[],
    contents: contents as IdentifierKey[],
  };
}

async function papersOf(tx: Tx, containers: ReadonlySet<string>): Promise<string[]> {
  if (containers.size === 0) return [];
  const rows = await tx.run(listNeighbours, { keys: [...containers].sort(), kind: 'DOCUMENT' });
  return rows.map((row) => row.key);
}

/** Adds the papers and all that were ever named together with them, step by step. */
async function follow(tx: Tx, documents: Set<string>, from: readonly string[]): Promise<void> {
  let frontier = from.filter((key) => !documents.has(key));
  while (frontier.length > 0) {
    for (const key of frontier) documents.add(key);
    const keys = [...new Set(frontier)].filter(isFollowed).sort();
    const next = keys.length > 0 ? await tx.run(listNeighbours, { keys, kind: 'DOCUMENT' }) : [];
    frontier = next.map((row) => row.key).filter((key) => !documents.has(key));
  }
}

/** Papers outside that one use of a box ties to papers inside, as a rail note to the bill before it. */
async function tiedByBoxes(tx: Tx, documents: ReadonlySet<string>): Promise<string[]> {
  if (documents.size === 0) return [];
  const cycles = await tx.run(listComponentCycles, { documents: [...documents].sort() });
  return [...new Set(cycles.flatMap((cycle) => cycle.documents))].filter((key) => !documents.has(key));
}
