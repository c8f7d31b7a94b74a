import {
  carryCycles,
  coverShipments,
  dropCycles,
  uncoverShipments,
  writeShipments,
  type ShipmentRow,
} from 'graph-schema/cypher/conclude/write-shipments';
import type { Tx } from '../graph.ts';

type Edges = [shipment: string, ends: string[]][];

/** What is to be written so that shipments stand as they were concluded. */
export interface ShipmentChanges {
  readonly write: ShipmentRow[];
  readonly cover: Edges;
  readonly uncover: Edges;
  readonly carry: Edges;
  readonly drop: Edges;
}

export function noChanges(): ShipmentChanges {
  return { write: [], cover: [], uncover: [], carry: [], drop: [] };
}

export interface Difference {
  readonly added: string[];
  readonly gone: string[];
}

export function difference(before: readonly string[], after: readonly string[]): Difference {
  const old = new Set(before);
  const now = new Set(after);
  return {
    added: after.filter((item) => !old.has(item)),
    gone: before.filter((item) => !now.has(item)),
  };
}

export function note(add: Edges, remove: Edges, shipment: string, { added, gone }: Difference): void {
  if (added.length > 0) add.push([shipment, added]);
  if (gone.length > 0) remove.push([shipment, gone]);
}

/** All statements go out at once and are run in this order. */
export async function writeChanges(tx: Tx, changes: ShipmentChanges): Promise<void> {
  const { write, cover, uncover, carry, drop } = changes;
  const sent: Promise<unknown>[] = [];
  if (write.length > 0) sent.push(tx.run(writeShipments, { rows: write }));
  if (uncover.length > 0) sent.push(tx.run(uncoverShipments, { rows: uncover }));
  if (cover.length > 0) sent.push(tx.run(coverShipments, { rows: cover }));
  if (drop.length > 0) sent.push(tx.run(dropCycles, { rows: drop }));
  if (carry.length > 0) sent.push(tx.run(carryCycles, { rows: carry }));
  await Promise.all(sent);
}
