import { randomUUID } from 'node:crypto';
import type { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import type { Settings } from '../settings.ts';
import { besideOf, startThread } from '../start-thread.ts';

export interface DeriverSettings extends Pick<Settings, 'neo4j' | 'redis'> {
  readonly owner: string;
}

/** What the thread says: what it did, or what went wrong. */
export type FromThread =
  | { readonly derived: number; readonly waiting: number; readonly changed: number }
  | { readonly problem: string; readonly error: string };

export interface DeriverThread {
  stop(): Promise<void>;
}

/** A thread that died is started again after so long: it goes on where the graph says that it was. */
const AGAIN_MS = 5000;
const STOP_LIMIT_MS = 5000;
/** What waits and one batch need far less. */
const MEMORY_MB = 768;

/** Keeps the deriver running in a thread of its own. */
export function startDeriverThread(
  settings: Pick<Settings, 'neo4j' | 'redis'>,
  log: Logger,
  onDerived: (derived: number, waiting: number) => void,
): DeriverThread {
  const { neo4j, redis } = settings;
  let thread: Worker | null = null;
  let again: NodeJS.Timeout | null = null;
  let isStopping = false;
  const start = () => {
    const workerData: DeriverSettings = { neo4j, redis, owner: randomUUID() };
    const resourceLimits = { maxOldGenerationSizeMb: MEMORY_MB };
    const started = startThread(besideOf(import.meta.url, 'deriver-thread'), { workerData, resourceLimits });
    thread = started;
    started.on('message', (message: FromThread) => {
      if ('problem' in message) log.warn({ err: message.error }, `deriver: ${message.problem}`);
      else onDerived(message.derived, message.waiting);
    });
    started.on('error', (error) => log.error({ err: error }, 'deriver'));
    started.on('exit', () => {
      thread = null;
      if (!isStopping) again = setTimeout(start, AGAIN_MS);
    });
  };
  start();
  return {
    async stop() {
      isStopping = true;
      if (again) clearTimeout(again);
      const running = thread;
      if (!running) return;
      const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
      running.postMessage('stop');
      const limit = setTimeout(() => void running.terminate(), STOP_LIMIT_MS);
      await ended;
      clearTimeout(limit);
    },
  };
}
