import { Redis } from 'ioredis';
import { channelOf } from 'graph-schema/topics';

/** Calls back when somebody said that journeys changed. Hints only: some may be lost. Returns the way out. */
export function followChanges(
  url: string,
  prefix: string,
  onChange: () => void,
  onError: (error: unknown) => void,
): () => void {
  // enableReadyCheck asks INFO, which a subscriber connection may not: the subscription would hang.
  const redis = new Redis(url, { enableReadyCheck: false, maxRetriesPerRequest: null });
  redis.on('error', onError);
  redis.on('message', onChange);
  redis.subscribe(channelOf(prefix, 'journey:changed')).catch(onError);
  return () => redis.disconnect();
}
