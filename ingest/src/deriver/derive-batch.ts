import { noteDerived } from 'graph-schema/cypher/derive/lanes';
import type { SummaryRow } from 'graph-schema/cypher/derive/summaries';
import { sightOf } from 'graph-schema/domain/access/sight';
import { zonesOf } from 'graph-schema/domain/free-time/terms';
import { judgeJourney } from 'graph-schema/domain/journey/derive-journey';
import { townsOf } from 'graph-schema/domain/journey/towns';
import type { Gazetteer } from 'graph-schema/domain/place';
import { facetsOf } from 'graph-schema/domain/summary/facets';
import { listOrderOf } from 'graph-schema/domain/summary/list-order';
import { ownFacets, ownSummaries } from 'graph-schema/domain/summary/own-summary';
import { openExceptions, summaryOf } from 'graph-schema/domain/summary/summary';
import { loadFacts, type LoadedFacts } from 'graph-schema/facts/load-facts';
import { getAccessRules } from 'graph-schema/reference/access-rules';
import { getJourneyRules } from 'graph-schema/reference/journey-rules';
import { getRulesOfKey } from 'graph-schema/reference/own-rules';
import type { ConcludedShipment } from '../graph-writer/conclude/append-entries.ts';
import type { Graph } from '../graph-writer/graph.ts';
import { summaryRow, type Derived } from './summary-row.ts';
import { writeDerived } from './write-derived.ts';

/** Derives journeys as whoever reads them does. */
export type Derive = (loaded: LoadedFacts, now: number) => Derived;

/** `ownKeys`: of organisations with limits of their own, by which it is judged as well. */
export function createDerive(places: Gazetteer, ownKeys: () => readonly string[] = () => []): Derive {
  const townOf = townsOf(places);
  const zoneOf = zonesOf(places);
  return ({ facts }, now) => {
    const { journey, exceptionsBy } = judgeJourney(facts, now, getJourneyRules(now), townOf, zoneOf);
    const summary = summaryOf(journey);
    const order = listOrderOf(facts, journey);
    const turns = [summary.changesAt];
    const judged = new Map(
      ownKeys().map((key) => {
        const rules = getRulesOfKey(now, key);
        const { exceptions, changesAt } = exceptionsBy(rules.exceptions);
        turns.push(changesAt, rules.changesAt);
        return [key, openExceptions(exceptions)];
      }),
    );
    const own = ownSummaries(summary.exceptions, judged, order.changedAt);
    const facets = [...facetsOf(facts, journey, townOf), ...ownFacets(judged, own)].sort();
    const sight = sightOf(facts, getAccessRules());
    return { summary, facets, sight, order, own, changesAt: earliest(turns) };
  };
}

function earliest(instants: readonly (number | null)[]): number | null {
  const known = instants.filter((at) => at !== null);
  return known.length > 0 ? Math.min(...known) : null;
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

/**
 * Derives these shipments of one lane and writes what became of them: summaries, what changed for the feed, and how far the
 * lane is done, all in one transaction. Null: the lane has become somebody else's, and nothing was written.
 */
export async function deriveBatch(batch: DeriveBatch): Promise<readonly ConcludedShipment[] | null> {
  const { graph, now, owner, derivedBy, lane, ids, seq } = batch;
  const at = now();
  const loaded = await graph.read((tx) => loadFacts(tx, ids));
  const rows: SummaryRow[] = [];
  const gone: string[] = [];
  for (const one of loaded) {
    const { asked, shipment } = one.row;
    if (isGone(one)) {
      gone.push(asked);
      continue;
    }
    const derived = derivedOf(batch, one, at);
    if (derived !== null) rows.push(summaryRow(derived, { id: shipment, lane, at, seq }));
  }
  return graph.write(async (tx) => {
    const [noted] = await tx.run(noteDerived, { lane, seq, owner });
    return noted ? writeDerived(tx, { rows, gone, derivedBy, at }) : null;
  });
}

/** It answers as another one, or nothing stands of it any more. */
export function isGone({ row }: LoadedFacts): boolean {
  return row.asked !== row.shipment || row.documents.length === 0;
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
