import { Redis } from 'ioredis';
import { channelOf, type Topics } from 'graph-schema/topics';

/** Calls back when facts changed journeys, not when a deriver said what became of them. Hints only: some may be lost. Returns the way out. */
export function followChanges(
  url: string,
  prefix: string,
  onChange: () => void,
  onError: (error: unknown) => void,
): () => void {
  // enableReadyCheck asks INFO, which a subscriber connection may not: the subscription would hang.
  const redis = new Redis(url, { enableReadyCheck: false, maxRetriesPerRequest: null });
  redis.on('error', onError);
  redis.on('message', (_, text) => {
    if (!(JSON.parse(text) as Topics['journey:changed']).derived) onChange();
  });
  redis.subscribe(channelOf(prefix, 'journey:changed')).catch(onError);
  return () => redis.disconnect();
}
