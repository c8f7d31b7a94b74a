import { noteDerived } from 'graph-schema/cypher/derive/lanes';
import {
  listSummaries,
  removeSummaries,
  writeSummaries,
  type SummaryRow,
} from 'graph-schema/cypher/derive/summaries';
import { listSight, writeSight } from 'graph-schema/cypher/feed/shipment-sight';
import type { SightKey } from 'graph-schema/domain/access/asker';
import { sightOf } from 'graph-schema/domain/access/sight';
import type { FeedEntry } from 'graph-schema/domain/feed/feed-entry';
import { noteSight, sightChange, type SightChange, type SightLog } from 'graph-schema/domain/feed/sight-log';
import { zonesOf } from 'graph-schema/domain/free-time/terms';
import { deriveJourney } from 'graph-schema/domain/journey/derive-journey';
import { townsOf } from 'graph-schema/domain/journey/towns';
import type { Gazetteer } from 'graph-schema/domain/place';
import type { Facet } from 'graph-schema/domain/summary/facet';
import { facetsOf } from 'graph-schema/domain/summary/facets';
import { listOrderOf, type ListOrder } from 'graph-schema/domain/summary/list-order';
import { summaryChange } from 'graph-schema/domain/summary/summary-change';
import { attentionOf, summaryOf, type ShipmentSummary } from 'graph-schema/domain/summary/summary';
import { loadFacts, type LoadedFacts } from 'graph-schema/facts/load-facts';
import { getAccessRules } from 'graph-schema/reference/access-rules';
import { getJourneyRules } from 'graph-schema/reference/journey-rules';
import { appendEntries, type ConcludedShipment } from '../graph-writer/conclude/append-entries.ts';
import type { Graph } from '../graph-writer/graph.ts';

/** Derives journeys as whoever reads them does. */
export type Derive = (loaded: LoadedFacts, now: number) => Derived;

/** What lists and watches need, what it is found and sorted by, and what opens it. */
export interface Derived {
  readonly summary: ShipmentSummary;
  readonly facets: readonly Facet[];
  readonly sight: readonly SightKey[];
  readonly order: ListOrder;
}

export function createDerive(places: Gazetteer): Derive {
  const townOf = townsOf(places);
  const zoneOf = zonesOf(places);
  return ({ facts }, now) => {
    const journey = deriveJourney(facts, now, getJourneyRules(now), townOf, zoneOf);
    const sight = sightOf(facts, getAccessRules());
    const facets = facetsOf(facts, journey, townOf);
    return { summary: summaryOf(journey), facets, sight, order: listOrderOf(facts, journey) };
  };
}

export interface DeriveBatch {
  readonly graph: Pick<Graph, 'read' | 'write'>;
  readonly derive: Derive;
  /** The service clock. */
  readonly now: () => number;
  readonly owner: string;
  /** Names the code and the rules that derive. */
  readonly derivedBy: string;
  readonly lane: number;
  readonly ids: readonly string[];
  /** Up to where the lane is derived once these are. */
  readonly seq: number;
  readonly onProblem: (problem: string, error: unknown) => void;
}

/** Never again at once, should a derivation not move beyond the instant that it was made at. */
const AGAIN_MS = 60_000;

/**
 * Derives these shipments of one lane and writes what became of them: summaries, what changed for the feed, and how far the
 * lane is done, all in one transaction. Null: the lane has become somebody else's, and nothing was written.
 */
export async function deriveBatch(batch: DeriveBatch): Promise<readonly ConcludedShipment[] | null> {
  const { graph, now, owner, lane, ids, seq } = batch;
  const at = now();
  const { loaded, stored, logs } = await graph.read(async (tx) => ({
    loaded: await loadFacts(tx, ids),
    stored: await tx.run(listSummaries, { ids: [...ids] }),
    logs: await tx.run(listSight, { ids: [...ids] }),
  }));
  const logOf = new Map(logs.map((row) => [row.id, JSON.parse(row.log) as SightLog]));
  const opened = new Map<string, SightChange>();
  const before = new Map(stored.map((row) => [row.id, row.summary]));
  const rows: SummaryRow[] = [];
  const entries: FeedEntry[] = [];
  const gone: string[] = [];
  for (const one of loaded) {
    const { asked, shipment, documents } = one.row;
    // It answers as another one, or nothing stands of it any more.
    if (asked !== shipment || documents.length === 0) {
      gone.push(asked);
      continue;
    }
    const derived = derivedOf(batch, one, at);
    if (derived === null) continue;
    const { summary, facets, sight, order } = derived;
    const changesAt = nextLook(summary, at);
    const isStuck = summary.changesAt !== null && summary.changesAt <= at;
    const eta = summary.eta && Date.parse(summary.eta.time.instant);
    rows.push([shipment, lane, summary.phase, eta, attentionOf(summary), isStuck ? at + AGAIN_MS : changesAt, JSON.stringify(summary), at, seq, summary.awaits, summary.came, facets, sight, order]);
    const old = before.get(shipment) ?? null;
    const change = summaryChange(old === null ? null : (JSON.parse(old) as ShipmentSummary), summary);
    if (change) entries.push({ shipment, kind: 'DERIVED', ids: [], derived: change });
    const seen = sightChange(logOf.get(shipment) ?? [], sight);
    if (seen.gained.length > 0) entries.push({ shipment, kind: 'VISIBLE', ids: [], keys: seen.gained });
    if (seen.lost.length > 0) entries.push({ shipment, kind: 'HIDDEN', ids: [], keys: seen.lost });
    if (seen.gained.length + seen.lost.length > 0) opened.set(shipment, seen);
  }
  return graph.write(async (tx) => {
    const [noted] = await tx.run(noteDerived, { lane, seq, owner });
    if (!noted) return null;
    if (gone.length > 0) await tx.run(removeSummaries, { ids: gone });
    if (rows.length > 0) await tx.run(writeSummaries, { rows, by: batch.derivedBy });
    const lanes = new Map(entries.map((entry) => [entry.shipment, lane]));
    const concluded = await appendEntries(tx, { entries, lanes }, new Date(at).toISOString());
    const sights = concluded.flatMap(({ shipmentId, seq: told }): [string, string][] => {
      const seen = opened.get(shipmentId);
      return seen ? [[shipmentId, JSON.stringify(noteSight(logOf.get(shipmentId) ?? [], seen, told))]] : [];
    });
    if (sights.length > 0) await tx.run(writeSight, { rows: sights });
    return concluded;
  });
} // prettier-ignore

/** A source that is heard again tells nothing of each cargo that waited for it: whether it is has to be looked at. */
const SILENT_AGAIN_MS = 5 * 60_000;

function nextLook({ changesAt, exceptions }: ShipmentSummary, at: number): number | null {
  const isSilent = exceptions.some(({ kind }) => kind === 'SILENT_SOURCE');
  const next = Math.min(changesAt ?? Infinity, isSilent ? at + SILENT_AGAIN_MS : Infinity);
  return next === Infinity ? null : Math.max(next, at + 1);
}

/** Null where it cannot be derived: that is told, and the others must not suffer for it. */
function derivedOf({ derive, onProblem }: DeriveBatch, loaded: LoadedFacts, at: number): Derived | null {
  try {
    return derive(loaded, at);
  } catch (error) {
    onProblem(`shipment ${loaded.row.shipment} cannot be derived`, error);
    return null;
  }
} // prettier-ignore
