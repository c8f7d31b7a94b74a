import type { JobsOptions } from 'bullmq';
import { z } from 'zod';

interface QueueDefinition {
  /** What a job holds; parsed again by the worker, since Redis may hold jobs of an older version. */
  readonly payload: z.ZodType;
  readonly options: JobsOptions;
}

/** All queues: payload and retry policy in one place. A job is a received file or stream segment, never an event. */
export const QUEUES = {
  /** Read one accepted raw message. `name` is its name in the raw store's pending list. */
  read: {
    payload: z.object({ name: z.string() }),
    options: {
      attempts: 5,
      backoff: { type: 'exponential', delay: 500, jitter: 0.5 },
      removeOnComplete: true,
      // What could not even be buried is still pending: the sweep queues it again, which a kept job of its name would prevent.
      removeOnFail: true,
    },
  },
} as const satisfies Record<string, QueueDefinition>;
export type QueueName = keyof typeof QUEUES;
