import type { SightKey } from '../../domain/access/asker.ts';
import type { Facet } from '../../domain/summary/facet.ts';
import type { ListOrder } from '../../domain/summary/list-order.ts';
import { statement } from '../statement.ts';

/** A summary as it is stored: what lists are filtered and sorted by, and all of it as JSON. */
export type SummaryRow = [
  id: string,
  lane: number,
  phase: string,
  etaAt: number | null,
  attention: string | null,
  changesAt: number | null,
  summary: string,
  derivedAt: number,
  /** Place in the lane's feed up to which it knows everything. */
  derivedFrom: number,
  /** Run and place of the arrival that it waits for, and of the last one by ship or train (`domain/eta/awaited-arrival.ts`). */
  awaits: string | null,
  came: string | null,
  facets: readonly Facet[],
  /** Keys that open it. */
  sight: readonly SightKey[],
  /** Its title, and what it is sorted by. */
  order: ListOrder,
  /** What is judged otherwise by limits of organisations' own (`OwnSummaries`), as JSON; null: nothing. */
  own: string | null,
];

/** With what it is sorted by for those organisations, by name of the property; null takes it away. */
export type WrittenSummary = [...SummaryRow, ownUrgencies: Readonly<Record<string, number | null>>];

/** Summaries that stand, and the lanes of all shipments asked for. */
export const listSummaries = statement<
  { ids: string[] },
  { id: string; lane: number; summary: string | null; own: string | null }
>(
  'listSummaries',
  `UNWIND $ids AS id
MATCH (s:Shipment {id: id})
OPTIONAL MATCH (m:ShipmentSummary {id: id})
RETURN id, s.lane AS lane, m.summary AS summary, m.own AS own`,
);

/** `by` names the code and the rules that derived them. */
export const writeSummaries = statement<{ rows: WrittenSummary[]; by: string }>(
  'writeSummaries',
  `UNWIND $rows AS r
MERGE (m:ShipmentSummary {id: r[0]})
SET m.derivedBy = $by, m.lane = r[1], m.phase = r[2], m.etaAt = r[3], m.attention = r[4], m.changesAt = r[5], m.summary = r[6],
  m.derivedAt = r[7], m.derivedFrom = r[8], m.awaits = r[9], m.came = r[10],
  m.facets = r[11], m.sight = r[12], m += r[13], m.own = r[14], m += r[15]`,
);

/** Of shipments that answer as another one, or of which nothing stands. */
export const removeSummaries = statement<{ ids: string[] }>(
  'removeSummaries',
  `UNWIND $ids AS id MATCH (m:ShipmentSummary {id: id}) DELETE m`,
);

/** Shipments whose journey reads differently by now without a new fact, the longest due first. */
export const listDueSummaries = statement<
  { now: number; lanes: number[]; limit: number },
  { id: string; lane: number }
>(
  'listDueSummaries',
  `MATCH (m:ShipmentSummary) WHERE m.changesAt <= $now AND m.lane IN $lanes
RETURN m.id AS id, m.lane AS lane ORDER BY m.changesAt LIMIT toInteger($limit)`,
);

/** Of one summary what derived it; null: that was not kept. */
export interface SummaryAge {
  readonly id: string;
  readonly lane: number;
  readonly derivedBy: string | null;
}

/** Summaries behind one of them, in the order of ids: a page of a walk over all. */
export const listSummaryAges = statement<{ after: string; limit: number }, SummaryAge>(
  'listSummaryAges',
  `MATCH (m:ShipmentSummary) WHERE m.id > $after
RETURN m.id AS id, m.lane AS lane, m.derivedBy AS derivedBy ORDER BY id LIMIT toInteger($limit)`,
);
