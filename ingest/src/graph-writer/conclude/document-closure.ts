import { tiesTogether, type IdentifierKey } from 'graph-schema/domain/identifier';
import type { Tx } from '../graph.ts';
import { loadCycles, loadNeighbours, loadPaperClaims, loadPapersOfBoxes } from './load-standing.ts';
import type { StoredCycle } from './match-cycles.ts';
import type { DocumentClaim, Standing } from './standing.ts';
import { touch, type Touched } from './touched.ts';

export interface DocumentClosure {
  /** All papers that may hang together with what was touched. */
  readonly documents: readonly IdentifierKey[];
  readonly claims: readonly DocumentClaim[];
}

/**
 * Finds all that has to be looked at to conclude what was touched. What a box's cut and a consignment depend on must be
 * complete, or they would come out by the order in which messages came: so papers are followed to those that any claim
 * ever named together with them, newly tied papers touch the boxes that any of them names, touched boxes bring all
 * their papers, and so do the boxes' uses that tie papers of two kinds.
 */
export async function documentClosure(
  tx: Tx,
  standing: Standing,
  touched: Touched,
): Promise<DocumentClosure> {
  const documents = new Set<IdentifierKey>();
  await follow(tx, standing, documents, touched.documents);
  await follow(tx, standing, documents, await papersOf(tx, standing, touched.containers));
  if (touched.links.size > 0) {
    const more = new Set<IdentifierKey>();
    for (const box of await boxesOf(tx, standing, documents)) if (!touched.containers.has(box)) more.add(box);
    touch(touched, more);
    await follow(tx, standing, documents, await papersOf(tx, standing, more));
  }
  for (;;) {
    const tied = await tiedByBoxes(tx, standing, documents);
    if (tied.size === 0) break;
    await follow(tx, standing, documents, tied);
  }
  const all = [...documents].sort();
  await loadPaperClaims(tx, standing, all);
  const claims = all.flatMap((document) => [...(standing.paper(document).claims?.values() ?? [])]);
  return { documents: all, claims };
}

/** A use of a box as far as consignments need it. */
export interface ComponentCycle extends StoredCycle {
  readonly container: IdentifierKey;
}

/** Cycles of boxes that were ever named with one of these documents. */
export async function componentCycles(
  tx: Tx,
  standing: Standing,
  documents: ReadonlySet<string>,
): Promise<ComponentCycle[]> {
  const boxes = await boxesOf(tx, standing, documents);
  await loadCycles(tx, standing, boxes);
  const found: ComponentCycle[] = [];
  for (const container of boxes)
    for (const cycle of standing.box(container).cycles ?? [])
      if (cycle.documents.some((key) => documents.has(key))) found.push({ ...cycle, container });
  return found;
}

async function papersOf(
  tx: Tx,
  standing: Standing,
  containers: ReadonlySet<IdentifierKey>,
): Promise<Set<IdentifierKey>> {
  await loadPapersOfBoxes(tx, standing, containers);
  const papers = new Set<IdentifierKey>();
  for (const key of containers) for (const paper of standing.box(key).papers ?? []) papers.add(paper);
  return papers;
}

async function boxesOf(
  tx: Tx,
  standing: Standing,
  documents: ReadonlySet<string>,
): Promise<Set<IdentifierKey>> {
  const followed = [...documents].filter(tiesTogether);
  await loadNeighbours(tx, standing, followed);
  const boxes = new Set<IdentifierKey>();
  for (const key of followed) for (const box of standing.paper(key).near?.boxes ?? []) boxes.add(box);
  return boxes;
}

/** Adds the papers and all that were ever named together with them, step by step. */
async function follow(
  tx: Tx,
  standing: Standing,
  documents: Set<IdentifierKey>,
  from: Iterable<IdentifierKey>,
): Promise<void> {
  let frontier = new Set<IdentifierKey>();
  for (const key of from) if (!documents.has(key)) frontier.add(key);
  while (frontier.size > 0) {
    for (const key of frontier) documents.add(key);
    const followed = [...frontier].filter(tiesTogether);
    await loadNeighbours(tx, standing, followed);
    const next = new Set<IdentifierKey>();
    for (const key of followed)
      for (const paper of standing.paper(key).near?.papers ?? []) if (!documents.has(paper)) next.add(paper);
    frontier = next;
  }
}

/** Papers outside that one use of a box ties to papers inside, as a rail note to the bill before it. */
async function tiedByBoxes(
  tx: Tx,
  standing: Standing,
  documents: ReadonlySet<string>,
): Promise<Set<IdentifierKey>> {
  const tied = new Set<IdentifierKey>();
  for (const cycle of await componentCycles(tx, standing, documents))
    for (const key of cycle.documents) if (!documents.has(key)) tied.add(key);
  return tied;
}
