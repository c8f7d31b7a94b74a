import type { RawStore } from '../raw/raw-store.ts';
import type { ReadQueue } from './read-queue.ts';

/** Queues every accepted message without an outcome; the queue itself drops those that it has already. */
export async function sweepPending(raw: RawStore, queue: Pick<ReadQueue, 'enqueueAll'>): Promise<number> {
  const names = await raw.listPending();
  await queue.enqueueAll(names);
  return names.length;
}
