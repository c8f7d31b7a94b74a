import { createBatches } from './batches.ts';
import { isConflict, isRefusal, type Graph } from './graph.ts';
import { writeBisected, type WrittenChunk } from './write-bisected.ts';
import { createFacts, writeChunks, type Chunk, type WriterMemory } from './write-facts.ts';

/** Writes the claims of a message; answers what was found out, and the rows that the graph refuses. */
export type WriteFacts = (chunk: Chunk) => Promise<WrittenChunk>;

/**
 * The second batch is on its way while the first is committed and this process is busy concluding; where both name the
 * same new bills or boxes, it waits for the first in the server.
 */
const WRITERS = 2;
/** Rows of one transaction; only what waits anyhow comes to so many (see `conclusions.ts`). */
export const CHUNK_ROWS = 4000;

/**
 * Messages that come while others are written are written together. They are created without asking whether the claims
 * exist; where that fails, or did so for the source the last time, it is asked, for all at once. Where the graph refuses
 * something, each message is written alone.
 */
export function createFactsBatches(graph: Graph, memory: WriterMemory): WriteFacts {
  const weightOf = (chunk: Chunk) => chunk.claims.length;
  return createBatches({ atOnce: WRITERS, limit: CHUNK_ROWS, weightOf }, async (chunks: readonly Chunk[]) => {
    const written = new Map<Chunk, WrittenChunk>();
    const newest = chunks.filter((chunk) => !memory.repeaters.has(chunk.source));
    try {
      if (newest.length > 0) {
        const { known, fresh } = await createFacts(graph, memory, newest);
        for (const chunk of newest) written.set(chunk, { known, fresh, refused: [] });
      }
    } catch (error) {
      if (!isConflict(error) && !isRefusal(error)) throw error;
    }
    const others = chunks.filter((chunk) => !written.has(chunk));
    try {
      const facts = others.length > 1 ? await writeChunks(graph, memory, others) : [];
      facts.forEach(({ known, fresh }, index) => written.set(others[index] as Chunk, { known, fresh, refused: [] }));
    } catch (error) {
      if (!isConflict(error) && !isRefusal(error)) throw error;
    }
    for (const chunk of others)
      if (!written.has(chunk)) written.set(chunk, await writeBisected(graph, memory, chunk));
    return chunks.map((chunk) => written.get(chunk) as WrittenChunk);
  });
} // prettier-ignore
