import { appendFeed } from 'graph-schema/cypher/conclude/append-feed';
import { closeRawMessage } from 'graph-schema/cypher/write/close-raw-message';
import { listAboardShipments } from 'graph-schema/cypher/conclude/list-shipments';
import { lockConclusions } from 'graph-schema/cypher/conclude/lock-conclusions';
import { listContestedThreads, settleThreads } from 'graph-schema/cypher/conclude/settle-threads';
import type { Tx } from '../graph.ts';
import { concludeCycles } from './conclude-cycles.ts';
import { concludeShipments } from './conclude-shipments.ts';
import { documentClosure } from './document-closure.ts';
import { reviseReading, type Revision } from './revise-reading.ts';
import { touch, touchAll, touchedNothing, type Touched } from './touched.ts';

/** What changed for one shipment: an entry of the feed. */
export interface FeedEntry {
  readonly shipment: string;
  readonly kind: 'ADDED' | 'WITHDRAWN' | 'DERIVED' | 'MERGED_INTO';
  /** Ids of the claims that came or went; for MERGED_INTO the shipment that took over. */
  readonly ids: readonly string[];
}

export interface ConcludedShipment {
  readonly shipmentId: string;
  readonly lane: number;
  readonly seq: number;
}

/** Parameters of the statement that closes a raw message. */
export type Closing = NonNullable<(typeof closeRawMessage)['params']>;

/** What one raw message asks to be concluded. */
export interface ConclusionRequest {
  readonly touched: Touched;
  readonly closing: Closing;
  /** The message was read again: this reading replaces the former one. */
  readonly revision: Revision | null;
}

/**
 * Draws all conclusions that the facts of some raw messages call for, in one transaction: settles what was replaced or
 * cancelled, cuts the touched boxes into cycles, concludes the consignments, writes the feed and closes the messages.
 */
export async function conclude(
  tx: Tx,
  requests: readonly ConclusionRequest[],
  at: string,
): Promise<ConcludedShipment[]> {
  await tx.run(lockConclusions, {});
  const touched = touchedNothing();
  for (const request of requests) touchAll(touched, request.touched);
  for (const { revision } of requests) if (revision) await reviseReading(tx, revision, touched);
  if (touched.threads.size > 0) {
    const contested = await tx.run(listContestedThreads, { threads: [...touched.threads].sort() });
    const threads = contested.map((row) => row.thread).sort();
    const settled = threads.length > 0 ? await tx.run(settleThreads, { threads }) : [];
    for (const row of settled) touch(touched, [...row.keys, ...row.documents]);
  }
  const lanes = new Map<string, number>();
  const entries: FeedEntry[] = [];
  if (touched.containers.size + touched.documents.size > 0) {
    const documents = await documentClosure(tx, touched);
    const cycles = await concludeCycles(tx, [...touched.containers].sort(), documents);
    await concludeShipments(tx, documents, cycles, { entries, lanes });
  }
  if (touched.runs.size > 0) {
    for (const row of await tx.run(listAboardShipments, { runs: [...touched.runs].sort() })) {
      lanes.set(row.id, row.lane);
      entries.push({ shipment: row.id, kind: 'DERIVED', ids: [] });
    }
  }
  const concluded = await writeFeed(tx, entries, lanes, at);
  await Promise.all(requests.map(({ closing }) => tx.run(closeRawMessage, closing)));
  return concluded;
}

async function writeFeed(
  tx: Tx,
  entries: readonly FeedEntry[],
  lanes: ReadonlyMap<string, number>,
  at: string,
): Promise<ConcludedShipment[]> {
  const byLane = new Map<number, FeedEntry[]>();
  for (const entry of entries) {
    const lane = lanes.get(entry.shipment);
    if (lane === undefined) throw new Error(`no lane for shipment ${entry.shipment}`);
    const inLane = byLane.get(lane);
    if (inLane) inLane.push(entry);
    else byLane.set(lane, [entry]);
  }
  if (byLane.size === 0) return [];
  const ordered = [...byLane].sort(([a], [b]) => a - b);
  const rows = await tx.run(appendFeed, {
    lanes: ordered.map(([lane, inLane]): [number, string] => [lane, JSON.stringify(inLane)]),
    at,
  });
  const seqs = new Map(rows.map((row) => [row.lane, row.seq]));
  return [...new Set(entries.map((entry) => entry.shipment))].map((shipmentId) => {
    const lane = lanes.get(shipmentId) ?? 0;
    return { shipmentId, lane, seq: seqs.get(lane) ?? 0 };
  });
}
