import { journeyFacts, type JourneyFactsRow } from '../cypher/read/journey-facts.ts';
import type { Asks } from '../cypher/statement.ts';
import type { JourneyFacts } from '../domain/journey/facts.ts';
import { factsFromRows, ownClaims, staysOf } from './facts-from-rows.ts';
import { freshnessOf } from './freshness.ts';
import { pastErrorsFor } from './past-errors.ts';
import { toldOfRuns } from './told-of-runs.ts';

export interface LoadedFacts {
  readonly row: JourneyFactsRow;
  readonly facts: JourneyFacts;
}

/**
 * All that is known of these shipments now, by six statements for any number of them; with the silences of sources and ships
 * that are over by an instant (epoch milliseconds), where one is given. Unknown ids are left out.
 */
export async function loadFacts(
  graph: Asks,
  ids: readonly string[],
  silencesUntil: number | null = null,
): Promise<LoadedFacts[]> {
  const rows = await graph.run(journeyFacts, { ids: [...new Set(ids)] });
  const cargo = rows.map((row) => {
    const own = ownClaims(row);
    return { row, own, stays: staysOf(row, own) };
  });
  const { runs, ships } = await toldOfRuns(graph, cargo);
  const loaded = cargo.map(({ row, own }) => ({ row, facts: factsFromRows(row, runs, ships, own) }));
  const all = loaded.map(({ facts }) => facts);
  const fresh = await freshnessOf(graph, all, silencesUntil);
  const past = await pastErrorsFor(graph, all);
  const learned = past === null ? {} : { pastErrors: past };
  return loaded.map(({ row, facts }) => ({ row, facts: { ...facts, ...fresh, ...learned } }));
}
