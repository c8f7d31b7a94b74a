import { isRefusal, type Graph } from './graph.ts';
import type { PlannedClaim } from './plan-batch.ts';
import { writeChunks, type Chunk, type WriterMemory, type WrittenFacts } from './write-facts.ts';

export interface WrittenChunk extends WrittenFacts {
  readonly refused: readonly PlannedClaim[];
}

/**
 * Writes a chunk; rows that the graph refuses are found by halving and handed back, the rest goes on. A run that is cut
 * off writes again and finds what stands known.
 */
export async function writeBisected(graph: Graph, memory: WriterMemory, chunk: Chunk): Promise<WrittenChunk> {
  try {
    const [written] = await writeChunks(graph, memory, [chunk]);
    return { known: written?.known ?? [], fresh: written?.fresh ?? [], refused: [] };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (chunk.claims.length <= 1) return { known: [], fresh: [], refused: chunk.claims };
  }
  const middle = Math.ceil(chunk.claims.length / 2);
  const first = await writeBisected(graph, memory, { ...chunk, claims: chunk.claims.slice(0, middle) });
  const second = await writeBisected(graph, memory, { ...chunk, claims: chunk.claims.slice(middle) });
  return {
    known: [...first.known, ...second.known],
    fresh: [...first.fresh, ...second.fresh],
    refused: [...first.refused, ...second.refused],
  };
}
