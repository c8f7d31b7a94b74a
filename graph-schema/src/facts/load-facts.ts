import { journeyFacts, type JourneyFactsRow } from '../cypher/read/journey-facts.ts';
import type { Asks } from '../cypher/statement.ts';
import type { JourneyFacts } from '../domain/journey/facts.ts';
import { factsFromRows, ownClaims, staysOf } from './facts-from-rows.ts';
import { freshnessOf } from './freshness.ts';
import { toldOfRuns } from './told-of-runs.ts';

export interface LoadedFacts {
  readonly row: JourneyFactsRow;
  readonly facts: JourneyFacts;
}

/** All that is known of these shipments now: five statements for any number of them. Unknown ids are left out. */
export async function loadFacts(graph: Asks, ids: readonly string[]): Promise<LoadedFacts[]> {
  const rows = await graph.run(journeyFacts, { ids: [...new Set(ids)] });
  const cargo = rows.map((row) => {
    const own = ownClaims(row);
    return { row, own, stays: staysOf(row, own) };
  });
  const { runs, ships } = await toldOfRuns(graph, cargo);
  const loaded = cargo.map(({ row, own }) => ({ row, facts: factsFromRows(row, runs, ships, own) }));
  const fresh = await freshnessOf(
    graph,
    loaded.map(({ facts }) => facts),
  );
  return loaded.map(({ row, facts }) => ({ row, facts: { ...facts, ...fresh } }));
}
