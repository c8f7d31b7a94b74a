import DataLoader from 'dataloader';
import { findMeans, type MeansRow } from 'graph-schema/cypher/read/means-of-transport';
import type { GraphReader } from '../graph.ts';

/** What reports positions, by what it is called; null: nothing is known of it. Those asked for together are read together. */
export function meansLoader(graph: Pick<GraphReader, 'run'>): DataLoader<string, MeansRow | null> {
  return new DataLoader(async (keys) => {
    const rows = await graph.run(findMeans, { keys: [...keys] });
    return keys.map((key) => rows.find((row) => row.asked === key && row.key !== null) ?? null);
  });
}
