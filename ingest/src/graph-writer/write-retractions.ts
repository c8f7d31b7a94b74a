import { recordRetractions } from 'graph-schema/cypher/write/record-retractions';
import type { ReadMessage } from 'graph-schema/domain/message';
import type { Graph } from './graph.ts';
import { threadKey } from './plan-batch.ts';

/**
 * Records what a message takes back. A replacement that brings its own claims needs no record: its attestations say
 * so themselves, and the newest of a thread is found among them.
 */
export async function writeRetractions(
  graph: Graph,
  raw: string,
  reading: string | null,
  source: string,
  messages: readonly ReadMessage[],
): Promise<void> {
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
  if (marks.size === 0) return;
  const rows = [...marks]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([thread, [cancelled, replaced]]): [string, number, number] => [thread, cancelled, replaced]);
  await graph.write((tx) => tx.run(recordRetractions, { raw, reading, rows }));
}
