import {
  listAboardShipments,
  listShipShipments,
  listWagonShipments,
} from 'graph-schema/cypher/conclude/list-shipments';
import { noteGone, noteRunGone } from 'graph-schema/cypher/conclude/note-gone';
import { splitKey, type IdentifierKey } from 'graph-schema/domain/identifier';
import type { Tx } from '../graph.ts';
import { keyKind } from '../plan-batch.ts';
import { appendEntries, type ConcludedShipment, type Feed } from './append-entries.ts';
import { concludeCycles, NOTHING_CUT, type ConcludedCycles } from './conclude-cycles.ts';
import { concludeShipments, NOTHING_CONCLUDED, type WrittenShipments } from './conclude-shipments.ts';
import { documentClosure } from './document-closure.ts';
import type { Standing } from './standing.ts';
import type { Touched } from './touched.ts';

export interface TouchedConclusions {
  /** Whose journey may read differently now. */
  readonly shipments: readonly ConcludedShipment[];
  /** Boxes and papers that were looked at. */
  readonly looked: string[];
  /** What was written because it stood otherwise. */
  readonly cycles: ConcludedCycles;
  readonly written: WrittenShipments;
}

/**
 * Draws the conclusions that hang on these boxes, papers, runs, ships and wagons, under the lock that `standing` took, and appends to
 * the feed what changed. `feed` may hold entries already.
 */
export async function concludeTouched(
  tx: Tx,
  standing: Standing,
  touched: Touched,
  at: string,
  feed: Feed = { entries: [], lanes: new Map() },
): Promise<TouchedConclusions> {
  let looked: string[] = [];
  let cycles = NOTHING_CUT;
  let written = NOTHING_CONCLUDED;
  if (touched.containers.size + touched.documents.size > 0) {
    const closure = await documentClosure(tx, standing, touched);
    const containers = [...touched.containers].sort();
    cycles = await concludeCycles(tx, standing, containers, closure);
    written = await concludeShipments(tx, standing, closure, cycles, feed, at);
    looked = [...containers, ...closure.documents];
  }
  for (const { id, lane } of await inheritors(tx, touched)) {
    feed.lanes.set(id, lane);
    feed.entries.push({ shipment: id, kind: 'DERIVED', ids: [] });
  }
  await noteTakenBack(tx, touched, at);
  await noteWithdrawn(tx, feed, at);
  return { shipments: await appendEntries(tx, feed, at), looked, cycles, written };
}

/** The feed is not kept for ever, and is not found by shipment. */
async function noteWithdrawn(tx: Tx, { entries }: Feed, at: string): Promise<void> {
  const rows = entries.flatMap(({ kind, shipment, ids }) =>
    kind === 'WITHDRAWN' ? [[shipment, ids] as const] : [],
  );
  if (rows.length > 0) await tx.run(noteGone, { rows, at });
}

/** A shipment has nothing newer then than before, and is looked at all the same by whoever asks what changed. */
async function noteTakenBack(tx: Tx, { takenBack }: Touched, at: string): Promise<void> {
  if (takenBack.size === 0) return;
  const keys = [...takenBack.keys()];
  const runs = new Set(keys.filter((key) => keyKind(key) === 'RUN'));
  const means = new Map([...takenBack].filter(([key]) => !runs.has(key)));
  const ids = (await inheritors(tx, { runs, means })).map(({ id }) => id).sort();
  if (ids.length > 0) await tx.run(noteRunGone, { ids, at });
}

/** Shipments that were aboard what something was said of, each once. */
async function inheritors(
  tx: Tx,
  { runs, means }: Pick<Touched, 'runs' | 'means'>,
): Promise<{ id: string; lane: number }[]> {
  const found = new Map<string, { id: string; lane: number }>();
  if (runs.size > 0)
    for (const row of await tx.run(listAboardShipments, { runs: [...runs].sort() })) found.set(row.id, row);
  const rows = [...means].map(([key, [from, to]]): [string, number, number] => [key, from, to]).sort();
  const wagons = rows.filter(([key]) => key.startsWith('WAGON:'));
  const ships = rows
    .filter((row) => !wagons.includes(row))
    .map(([key, from, to]): [string, number, number] => [splitKey(key as IdentifierKey).value, from, to]);
  if (ships.length > 0) for (const row of await tx.run(listShipShipments, { ships })) found.set(row.id, row);
  if (wagons.length > 0)
    for (const row of await tx.run(listWagonShipments, { wagons })) found.set(row.id, row);
  return [...found.values()];
}
