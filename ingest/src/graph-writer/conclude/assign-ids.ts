import { createHash } from 'node:crypto';
import { listGivenIds, reviveShipments } from 'graph-schema/cypher/conclude/given-ids';
import type { StoredShipment } from 'graph-schema/cypher/conclude/list-shipments';
import { isMasterOf, type Consignment } from 'graph-schema/domain/consignment';
import { shipmentId } from 'graph-schema/identity/shipment-id';
import type { Tx } from '../graph.ts';

/** How many lanes the feed has; migration 0003 makes their counters. */
const LANES = 4;

/** A consignment with the shipment that it is. */
export interface Assigned {
  readonly id: string;
  readonly lane: number;
  readonly consignment: Consignment;
  readonly old: StoredShipment | null;
}

export interface AssignedIds {
  readonly assigned: readonly Assigned[];
  /** Shipments that stood among these papers and are none any more. */
  readonly left: readonly StoredShipment[];
}

/**
 * An id stays with its anchor; a booking's shipment goes on as its bill's, since links and watches hang on the id. When
 * both are consignments of their own again, the booking has its id back, and the bill gets one of its own: two of one id
 * would be one shipment with the papers of both.
 */
export async function assignIds(
  tx: Tx,
  concluded: readonly Consignment[],
  stored: readonly StoredShipment[],
): Promise<AssignedIds> {
  const byAnchor = new Map(stored.map((s) => [s.anchor, s]));
  const byId = new Map(stored.map((s) => [s.id, s]));
  const anchors = new Set<string>(concluded.map((consignment) => consignment.anchor));
  const ownIds = new Set(concluded.map(({ anchor }) => shipmentId(anchor)));
  const used = new Set<string>();
  const known = concluded.map((consignment) => {
    const { anchor } = consignment;
    const own = shipmentId(anchor);
    const heirOf = consignment.documents
      // What hangs on the id of a master that is another's bill now goes to that, never to a house under it.
      .filter((document) => !isMasterOf(consignment, document))
      .map((document) => byAnchor.get(document))
      .find((s) => s && !anchors.has(s.anchor) && !used.has(s.id) && !ownIds.has(s.id));
    const before = byAnchor.get(anchor);
    const isAnothers = before !== undefined && before.id !== own && ownIds.has(before.id);
    const old = byId.get(own) ?? (isAnothers ? null : before) ?? heirOf ?? null;
    if (old) used.add(old.id);
    return { consignment, old };
  });
  const unnamed = known.filter(({ old }) => !old).map(({ consignment }) => consignment.anchor);
  const given = await newIds(tx, unnamed, new Set(byId.keys()));
  const assigned = known.map(({ consignment, old }): Assigned => {
    const { id, lane } = old ?? given.get(consignment.anchor) ?? nameless(consignment.anchor);
    return { id, lane, consignment, old };
  });
  return { assigned, left: stored.filter((s) => !used.has(s.id)) };
}

/**
 * Ids for consignments that have none, looked up before they are given: the id that follows from an anchor may be that
 * of a shipment elsewhere, which went on under another paper. One that stands for nothing any more, or was an alias, is
 * itself again, with the lane that it always had.
 */
async function newIds(
  tx: Tx,
  anchors: readonly string[],
  taken: ReadonlySet<string>,
): Promise<Map<string, { id: string; lane: number }>> {
  const given = new Map<string, { id: string; lane: number }>();
  let open: readonly string[] = anchors;
  for (let salt = 0; open.length > 0; salt += 1) {
    const ids = new Map(open.map((anchor) => [anchor, shipmentId(anchor, salt)]));
    const rows = await tx.run(listGivenIds, { ids: [...ids.values()] });
    const stands = new Map(rows.map((row) => [row.id, row]));
    const revived: string[] = [];
    const next: string[] = [];
    for (const [anchor, id] of ids) {
      const row = stands.get(id);
      if (taken.has(id) || row?.isInUse) next.push(anchor);
      else given.set(anchor, { id, lane: row?.lane ?? laneOf(id) });
      if (row?.isAlias && !row.isInUse) revived.push(id);
    }
    if (revived.length > 0) await tx.run(reviveShipments, { ids: revived });
    open = next;
  }
  return given;
}

function nameless(anchor: string): never {
  throw new Error(`no id was given to the consignment of ${anchor}`);
}

function laneOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt8(0) % LANES;
}
