import { appendFeed } from 'graph-schema/cypher/conclude/append-feed';
import type { FeedEntry } from 'graph-schema/domain/feed/feed-entry';
import type { Tx } from '../graph.ts';

export interface ConcludedShipment {
  readonly shipmentId: string;
  readonly lane: number;
  readonly seq: number;
}

/** Entries of one transaction, with the lane of every shipment that they name. */
export interface Feed {
  readonly entries: FeedEntry[];
  readonly lanes: Map<string, number>;
}

/** Appends a batch to each lane that has entries; answers the shipments, each with its place in the feed. */
export async function appendEntries(
  tx: Tx,
  { entries, lanes }: Feed,
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
    lanes: ordered.map(([lane, inLane]): [number, string, number] => [lane, JSON.stringify(inLane), inLane.length]), // prettier-ignore
    at,
  });
  const seqs = new Map(rows.map((row) => [row.lane, row.seq]));
  return [...new Set(entries.map((entry) => entry.shipment))].map((shipmentId) => {
    const lane = lanes.get(shipmentId) ?? 0;
    return { shipmentId, lane, seq: seqs.get(lane) ?? 0 };
  });
}
