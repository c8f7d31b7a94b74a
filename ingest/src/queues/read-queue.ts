import { DelayedError, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { isOutOfMemory, isTransient } from '../graph-writer/graph.ts';
import { QUEUES } from './catalog.ts';

export interface ReadQueue {
  /** Adds a job for a pending message; the same message has one job at most. Never throws: the sweep finds what fails. */
  enqueue(name: string): Promise<void>;
  /** The same for many. */
  enqueueAll(names: readonly string[]): Promise<void>;
  counts(): Promise<Record<string, number>>;
  close(): Promise<void>;
}

/** A killed worker's jobs run again within 10 s. */
const LOCK_MS = 6000;
const STALLED_EVERY_MS = 3000;
const AWAY_DELAY_MS = 2000;
const BULK = 500;

export interface ReadWorkerParts {
  readonly process: (name: string) => Promise<void>;
  /** The last attempt failed: the message becomes a dead letter. */
  readonly bury: (name: string, reason: string) => Promise<void>;
  readonly concurrency: number;
  readonly log: Logger;
}

/** `onReady` is called whenever Redis was reached (again): it may have lost everything meanwhile. */
export function openReadQueue(
  url: string,
  prefix: string,
  log: Logger,
  onReady: () => void = () => undefined,
): ReadQueue {
  const connection = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false });
  connection.on('error', (error) => log.warn({ err: error.message }, 'queue connection'));
  connection.on('ready', onReady);
  const queue = new Queue('read', { connection, prefix: `{${prefix}}` });
  queue.on('error', (error) => log.warn({ err: error.message }, 'queue'));
  const jobOf = (name: string) => ({
    name: 'read' as const,
    data: { name },
    opts: { ...QUEUES.read.options, jobId: name },
  });
  return {
    async enqueue(name) {
      try {
        const job = jobOf(name);
        await queue.add(job.name, job.data, job.opts);
      } catch (error) {
        log.warn({ err: error instanceof Error ? error.message : error, name }, 'not queued; the sweep will');
      }
    },
    async enqueueAll(names) {
      for (let start = 0; start < names.length; start += BULK)
        await queue.addBulk(names.slice(start, start + BULK).map(jobOf));
    },
    async counts() {
      return queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
    },
    async close() {
      await queue.close().catch(() => undefined);
      connection.disconnect();
    },
  };
}

export function startReadWorker(
  url: string,
  prefix: string,
  parts: ReadWorkerParts,
): { close(): Promise<void> } {
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  connection.on('error', (error) => parts.log.warn({ err: error.message }, 'worker connection'));
  const worker = new Worker(
    'read',
    async (job, token) => {
      const { name } = QUEUES.read.payload.parse(job.data);
      try {
        await parts.process(name);
      } catch (error) {
        if (isTransient(error) && !isOutOfMemory(error)) {
          // The graph is away or busy: that is nobody's fault and uses up no attempt.
          parts.log.warn({ err: error, name }, 'graph away or busy; the message is tried again');
          await job.moveToDelayed(Date.now() + AWAY_DELAY_MS, token);
          throw new DelayedError();
        }
        parts.log.error({ err: error, name, attempt: job.attemptsMade + 1 }, 'message not processed');
        if (job.attemptsMade + 1 >= (job.opts.attempts ?? 1)) {
          await parts.bury(name, error instanceof Error ? error.message : String(error));
          return;
        }
        throw error;
      }
    },
    {
      connection,
      prefix: `{${prefix}}`,
      concurrency: parts.concurrency,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_EVERY_MS,
      maxStalledCount: 1000,
    },
  );
  worker.on('error', (error) => parts.log.warn({ err: error.message }, 'worker'));
  return {
    async close() {
      await worker.close();
      connection.disconnect();
    },
  };
}
