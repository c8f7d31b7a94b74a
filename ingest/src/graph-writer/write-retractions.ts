import { recordRetractions, type RetractionRow } from 'graph-schema/cypher/write/record-retractions';
import type { ReadMessage } from 'graph-schema/domain/message';
import { createBatches } from './batches.ts';
import type { Graph } from './graph.ts';
import { threadKey } from './plan-batch.ts';

/** Records what a message takes back, if it does. */
export type WriteRetractions = (rows: readonly RetractionRow[]) => Promise<void>;

/** Marks of one transaction; a message with more has one of its own. */
const MARKS = 2000;

/** Messages that come while others are written are written together, in the order of threads so that nobody waits crosswise. */
export function createRetractionBatches(graph: Pick<Graph, 'write'>): WriteRetractions {
  const together = createBatches(
    { atOnce: 1, limit: MARKS, weightOf: (rows: readonly RetractionRow[]) => rows.length },
    async (messages: readonly (readonly RetractionRow[])[]) => {
      const rows = messages.flat().sort(([, , a], [, , b]) => (a < b ? -1 : 1));
      await graph.write((tx) => tx.run(recordRetractions, { rows }));
      return messages.map(() => undefined);
    },
  );
  return async (rows) => {
    if (rows.length > 0) await together(rows);
  };
}

/**
 * What a message takes back, by thread. A replacement that brings its own claims needs no record: its attestations say
 * so themselves, and the newest of a thread is found among them.
 */
export function retractionRows(
  raw: string,
  reading: string | null,
  source: string,
  messages: readonly ReadMessage[],
): RetractionRow[] {
  const marks = new Map<string, [cancelled: number, replaced: number]>();
  for (const { thread: own, retraction, attested } of messages) {
    if (!retraction) continue;
    const saysItself = retraction.kind === 'REPLACE' && retraction.thread === own && attested.length > 0;
    if (saysItself) continue;
    const thread = threadKey(source, retraction.thread);
    if (thread === null) continue;
    const mark = marks.get(thread) ?? [-1, -1];
    const at = retraction.kind === 'CANCEL' ? 0 : 1;
    mark[at] = Math.max(mark[at], retraction.version);
    marks.set(thread, mark);
  }
  return [...marks].map(([thread, [cancelled, replaced]]) => [raw, reading, thread, cancelled, replaced]);
}
