import {
  mendCycles,
  mendShipments,
  pageCycles,
  pageKeys,
  pageShipments,
  pageThreads,
  unparkClaims,
  type ShipmentEdges,
} from 'graph-schema/cypher/conclude/rebuild';
import { settleThreads } from 'graph-schema/cypher/conclude/settle-threads';
import type { Derive } from '../../deriver/derive-batch.ts';
import { appendEntries, type ConcludedShipment, type Feed } from '../conclude/append-entries.ts';
import { concludeTouched } from '../conclude/conclude-touched.ts';
import type { Standing } from '../conclude/standing.ts';
import { touch, touchedNothing, type Touched } from '../conclude/touched.ts';
import type { Tx } from '../graph.ts';
import { changesOf, type Change } from './changes.ts';
import { mendSummaryPage } from './mend-summaries.ts';

/**
 * In this order: first edges and lists are made to say the same, so that whatever still stands is found and keeps its
 * id; then it is settled which attestations stand; then boxes are cut; then papers that no box brought are concluded; then
 * what is stored of journeys is derived again.
 */
export const PHASES = ['CYCLES', 'SHIPMENTS', 'THREADS', 'BOXES', 'PAPERS', 'SUMMARIES'] as const;
export type Phase = (typeof PHASES)[number];

export interface Slice {
  readonly phase: Phase;
  /** The key behind which it begins. */
  readonly after: string;
  readonly limit: number;
  /** Papers that need no look of their own any more. */
  readonly done: ReadonlySet<string>;
  /** Service time, ISO 8601. */
  readonly at: string;
  readonly derive: Derive;
  /** Names the code and the rules that derive. */
  readonly derivedBy: string;
}

export interface Step {
  /** The last key; null: nothing is left of this phase. */
  readonly last: string | null;
  readonly changes: readonly Change[];
  readonly shipments: readonly ConcludedShipment[];
  /** Boxes and papers that others have to read anew; null: all. */
  readonly looked: string[] | null;
}

type Pass = (tx: Tx, standing: Standing, slice: Slice) => Promise<Step>;

const PASSES: Readonly<Record<Phase, Pass>> = {
  CYCLES: mendCyclePage,
  SHIPMENTS: mendShipmentPage,
  THREADS: settleThreadPage,
  BOXES: cutBoxPage,
  PAPERS: concludePaperPage,
  SUMMARIES: (tx, _, slice) => mendSummaryPage(tx, slice),
};

/** One bounded slice of a rebuild, in a transaction that holds the lock of conclusions. */
export function rebuildStep(tx: Tx, standing: Standing, slice: Slice): Promise<Step> {
  return PASSES[slice.phase](tx, standing, slice);
}

async function mendCyclePage(tx: Tx, _: Standing, { after, limit }: Slice): Promise<Step> {
  const page = await tx.run(pageCycles, { after, limit });
  const ids = page.filter(({ boxes }) => boxes !== 1).map(({ id }) => id);
  if (ids.length > 0) await tx.run(mendCycles, { ids });
  const changes = ids.map((id): Change => ({ kind: 'CYCLE', id, how: 'hung on no box, or on several' }));
  return { last: page.at(-1)?.id ?? null, changes, shipments: [], looked: ids.length > 0 ? null : [] };
}

async function mendShipmentPage(tx: Tx, _: Standing, { after, limit, at }: Slice): Promise<Step> {
  const page = await tx.run(pageShipments, { after, limit });
  const torn = page.filter((shipment) => !isWhole(shipment));
  if (torn.length > 0) await tx.run(mendShipments, { ids: torn.map(({ id }) => id) });
  const changes = torn.map(({ id }): Change => ({
    kind: 'SHIPMENT',
    id,
    how: 'its edges were not its lists',
  }));
  const feed: Feed = {
    entries: torn.map(({ id }) => ({ shipment: id, kind: 'DERIVED', ids: [] })),
    lanes: new Map(torn.map(({ id, lane }) => [id, lane])),
  };
  const shipments = await appendEntries(tx, feed, at);
  return { last: page.at(-1)?.id ?? null, changes, shipments, looked: torn.length > 0 ? null : [] };
}

function isWhole({ documents, cycles, covered, carried }: ShipmentEdges): boolean {
  const same = (list: readonly string[], edges: readonly string[]) =>
    list.length === edges.length && [...list].sort().every((item, index) => item === edges[index]);
  return same(documents, [...covered].sort()) && same(cycles, [...carried].sort());
}

async function settleThreadPage(tx: Tx, standing: Standing, slice: Slice): Promise<Step> {
  const { after, limit } = slice;
  const threads = (await tx.run(pageThreads, { after, limit })).map(({ thread }) => thread);
  const touched = touchedNothing();
  const settled = threads.length > 0 ? await tx.run(settleThreads, { threads }) : [];
  for (const row of settled) touch(touched, [...row.keys, ...row.documents], [row.since, row.until]);
  const step = await concludeSlice(tx, standing, slice, touched, threads.at(-1) ?? null);
  const which = [...new Set(settled.flatMap(({ keys }) => keys))].sort();
  const found = which.map((key): Change => ({ kind: 'STANDING', id: key, how: 'a claim about it was withdrawn, or stood, wrongly' }));
  return { ...step, changes: [...found, ...step.changes] };
} // prettier-ignore

async function cutBoxPage(tx: Tx, standing: Standing, slice: Slice): Promise<Step> {
  const { after, limit } = slice;
  const page = (await tx.run(pageKeys, { after, boxes: true, limit })).map(({ key }) => key);
  const touched = touchedNothing();
  touch(touched, page);
  return concludeSlice(tx, standing, slice, touched, page.at(-1) ?? null);
}

async function concludePaperPage(tx: Tx, standing: Standing, slice: Slice): Promise<Step> {
  const { after, limit, done } = slice;
  const page = (await tx.run(pageKeys, { after, boxes: false, limit })).map(({ key }) => key);
  const unparked = await tx.run(unparkClaims, { keys: page });
  const touched = touchedNothing();
  touch(touched, page.filter((key) => !done.has(key)));
  // Boxes have all been cut by then, and what is said of a run changes nothing by being looked at.
  touched.links.clear();
  touched.runs.clear();
  touched.means.clear();
  const step = await concludeSlice(tx, standing, slice, touched, page.at(-1) ?? null);
  const found = unparked.map(({ id }): Change => ({ kind: 'PARKED', id, how: 'not about a box' }));
  return { ...step, changes: [...found, ...step.changes] };
} // prettier-ignore

async function concludeSlice(
  tx: Tx,
  standing: Standing,
  { at }: Slice,
  touched: Touched,
  last: string | null,
): Promise<Step> {
  const concluded = await concludeTouched(tx, standing, touched, at);
  const { shipments, looked } = concluded;
  return { last, changes: changesOf(concluded), shipments, looked };
}
