import { newDelivery } from './folder-store.ts';
import type { RawStore } from './raw-store.ts';

/**
 * Puts a stored message before the pipeline once more, to be read with today's code in place of what it said before.
 * It is as durable as a received one and goes the same way. Answers its pending name; null when no such message is stored.
 */
export async function requestReplay(raw: RawStore, id: string, nowMs: number): Promise<string | null> {
  const message = await raw.find(id);
  if (!message) return null;
  const { header, bytes } = message;
  return raw.accept({ ...header, delivery: newDelivery(nowMs), replay: true }, bytes);
}
