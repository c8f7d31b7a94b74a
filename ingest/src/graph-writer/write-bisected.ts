import { isRefusal, type Graph } from './graph.ts';
import type { PlannedClaim } from './plan-batch.ts';
import { writeChunk, type Chunk, type WriterMemory } from './write-facts.ts';

/**
 * Writes a chunk; rows that the graph refuses are found by halving and handed back, the rest goes on. A run that is cut
 * off writes again and finds what stands known.
 */
export async function writeBisected(
  graph: Graph,
  memory: WriterMemory,
  chunk: Chunk,
): Promise<PlannedClaim[]> {
  try {
    await writeChunk(graph, memory, chunk);
    return [];
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (chunk.claims.length <= 1) return [...chunk.claims];
  }
  const middle = Math.ceil(chunk.claims.length / 2);
  const refused: PlannedClaim[] = [];
  for (const claims of [chunk.claims.slice(0, middle), chunk.claims.slice(middle)])
    refused.push(...(await writeBisected(graph, memory, { ...chunk, claims })));
  return refused;
}
