import { Redis } from 'ioredis';
import { channelOf, type Topic, type Topics } from 'graph-schema/topics';

/** The only code that publishes. A nudge that fails to go out is no loss: readers find the change in the feed. */
export interface Publisher {
  publish<T extends Topic>(topic: T, payloads: readonly Topics[T][]): void;
  close(): Promise<void>;
}

export function createPublisher(url: string, prefix: string, onError: (error: unknown) => void): Publisher {
  const redis = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false, lazyConnect: false });
  redis.on('error', onError);
  return {
    publish(topic, payloads) {
      const channel = channelOf(prefix, topic);
      for (const payload of payloads) redis.publish(channel, JSON.stringify(payload)).catch(onError);
    },
    async close() {
      redis.disconnect();
    },
  };
}
