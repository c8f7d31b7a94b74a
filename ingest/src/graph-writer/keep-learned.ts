import { leaseComputing, releaseComputing, writeLearned } from 'graph-schema/cypher/write/write-learned';
import type { Graph } from './graph.ts';

/** Stores what was learned of arrivals, so that a restart keeps it. */
export async function keepLearned(
  graph: Pick<Graph, 'write'>,
  tables: string,
  learnedAt: number,
): Promise<void> {
  await graph.write((tx) => tx.run(writeLearned, { tables, learnedAt }));
}

/** Whether this process is the one that computes arrivals, for so long. */
export async function takesComputing(
  graph: Pick<Graph, 'write'>,
  owner: string,
  forMs: number,
): Promise<boolean> {
  const taken = await graph.write((tx) => tx.run(leaseComputing, { owner, forMs }));
  return taken.length > 0;
}

export async function endsComputing(graph: Pick<Graph, 'write'>, owner: string): Promise<void> {
  await graph.write((tx) => tx.run(releaseComputing, { owner }));
}
