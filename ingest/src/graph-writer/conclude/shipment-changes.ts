import {
  carryCycles,
  coverShipments,
  dropCycles,
  hideClaims,
  showClaims,
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
  readonly show: Edges;
  readonly hide: Edges;
}

export function noChanges(): ShipmentChanges {
  return { write: [], cover: [], uncover: [], carry: [], drop: [], show: [], hide: [] };
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
  const { write, cover, uncover, carry, drop, show, hide } = changes;
  const sent: Promise<unknown>[] = [];
  if (write.length > 0) sent.push(tx.run(writeShipments, { rows: write }));
  if (uncover.length > 0) sent.push(tx.run(uncoverShipments, { rows: uncover }));
  if (cover.length > 0) sent.push(tx.run(coverShipments, { rows: cover }));
  if (drop.length > 0) sent.push(tx.run(dropCycles, { rows: drop }));
  if (carry.length > 0) sent.push(tx.run(carryCycles, { rows: carry }));
  if (hide.length > 0) sent.push(tx.run(hideClaims, { rows: hide }));
  const shown = show.map(([id, events]): [string, string] => [id, events.join(' ')]);
  if (shown.length > 0) sent.push(tx.run(showClaims, { rows: shown }));
  await Promise.all(sent);
}
