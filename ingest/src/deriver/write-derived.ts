import {
  listSummaries,
  removeSummaries,
  writeSummaries,
  type SummaryRow,
  type WrittenSummary,
} from 'graph-schema/cypher/derive/summaries';
import { listSight, writeSight } from 'graph-schema/cypher/feed/shipment-sight';
import type { FeedEntry } from 'graph-schema/domain/feed/feed-entry';
import { noteSight, sightChange, type SightChange, type SightLog } from 'graph-schema/domain/feed/sight-log';
import { judgedChange, type JudgedSummary } from 'graph-schema/domain/summary/own-change';
import { ownUrgencyName, type OwnSummaries } from 'graph-schema/domain/summary/own-summary';
import type { ShipmentSummary } from 'graph-schema/domain/summary/summary';
import { appendEntries, type ConcludedShipment } from '../graph-writer/conclude/append-entries.ts';
import type { Tx } from '../graph-writer/graph.ts';

export interface ToWrite {
  readonly rows: readonly SummaryRow[];
  /** Shipments of which no summary stands any more. */
  readonly gone: readonly string[];
  /** Names the code and the rules that derived. */
  readonly derivedBy: string;
  /** Service time, epoch milliseconds. */
  readonly at: number;
}

/**
 * Writes summaries and what became different by them for the feed; answers who reads differently now. Whoever calls holds the
 * lanes, so that what stands is read and written by one at a time.
 */
export async function writeDerived(tx: Tx, { rows, gone, derivedBy, at }: ToWrite): Promise<ConcludedShipment[]> {
  if (rows.length + gone.length === 0) return [];
  const ids = rows.map(([id]) => id);
  const stored = await tx.run(listSummaries, { ids });
  const before = new Map(stored.map((row) => [row.id, row]));
  const logOf = await sightLogs(tx, ids);
  const entries: FeedEntry[] = [];
  const opened = new Map<string, SightChange>();
  for (const row of rows) {
    const [shipment] = row;
    const change = judgedChange(judgedOf(before.get(shipment)), { summary: JSON.parse(row[6]) as ShipmentSummary, own: readOwn(row[14]) });
    if (change) entries.push({ shipment, kind: 'DERIVED', ids: [], derived: change });
    const seen = sightChange(logOf.get(shipment) ?? [], row[12]);
    if (seen.gained.length > 0) entries.push({ shipment, kind: 'VISIBLE', ids: [], keys: seen.gained });
    if (seen.lost.length > 0) entries.push({ shipment, kind: 'HIDDEN', ids: [], keys: seen.lost });
    if (seen.gained.length + seen.lost.length > 0) opened.set(shipment, seen);
  }
  if (gone.length > 0) await tx.run(removeSummaries, { ids: [...gone] });
  const written = rows.map((row): WrittenSummary => [...row, ownUrgencies(readOwn(before.get(row[0])?.own), readOwn(row[14]))]);
  if (rows.length > 0) await tx.run(writeSummaries, { rows: written, by: derivedBy });
  const lanes = new Map(rows.map(([id, lane]) => [id, lane]));
  const concluded = await appendEntries(tx, { entries, lanes }, new Date(at).toISOString());
  const sights = concluded.flatMap(({ shipmentId, seq: told }): [string, string][] => {
    const seen = opened.get(shipmentId);
    return seen ? [[shipmentId, JSON.stringify(noteSight(logOf.get(shipmentId) ?? [], seen, told))]] : [];
  });
  if (sights.length > 0) await tx.run(writeSight, { rows: sights });
  return concluded;
} // prettier-ignore

/** Null: there was none. */
function judgedOf(stored: { readonly summary: string | null; readonly own: string | null } | undefined): JudgedSummary | null {
  const summary = stored?.summary ?? null;
  return summary === null ? null : { summary: JSON.parse(summary) as ShipmentSummary, own: readOwn(stored?.own) };
} // prettier-ignore

function readOwn(text: string | null | undefined): OwnSummaries {
  return text ? (JSON.parse(text) as OwnSummaries) : {};
}

/** What is judged as for everybody by now is sorted as for everybody. */
function ownUrgencies(before: OwnSummaries, now: OwnSummaries): Record<string, number | null> {
  const keys = [...Object.keys(before), ...Object.keys(now)];
  return Object.fromEntries(keys.map((key) => [ownUrgencyName(key), now[key]?.urgency ?? null]));
}

/** Who could see these shipments when. */
export async function sightLogs(tx: Tx, ids: readonly string[]): Promise<Map<string, SightLog>> {
  const rows = await tx.run(listSight, { ids: [...ids] });
  return new Map(rows.map((row) => [row.id, JSON.parse(row.log) as SightLog]));
}
