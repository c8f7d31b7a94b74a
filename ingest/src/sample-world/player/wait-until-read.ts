import { z } from 'zod';

const readiness = z.object({ queue: z.record(z.string(), z.number()) });

/** Jobs that are still to be read; null when the receiver does not answer. */
async function findOpenJobs(ingestUrl: string, signal: AbortSignal): Promise<number | null> {
  try {
    const response = await fetch(new URL('/readyz', ingestUrl), { signal });
    const { queue } = readiness.parse(await response.json());
    return (queue['waiting'] ?? 0) + (queue['active'] ?? 0) + (queue['delayed'] ?? 0);
  } catch {
    return null;
  }
}

interface WaitParts {
  readonly ingestUrl: string;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly signal: AbortSignal;
  readonly progress: (open: number) => void;
}

const ASK_EVERY_MS = 500;
const ASK_AT_MOST = 1200;

/** Waits until what was sent is also read, so that "ready" means that the numbers can be looked up. */
export async function waitUntilRead({ ingestUrl, sleep, signal, progress }: WaitParts): Promise<boolean> {
  let last = -1;
  for (let asked = 0; asked < ASK_AT_MOST && !signal.aborted; asked++) {
    const open = await findOpenJobs(ingestUrl, signal);
    if (open === 0) return true;
    if (open !== null && (last < 0 || open <= last - 50)) {
      progress(open);
      last = open;
    }
    await sleep(ASK_EVERY_MS);
  }
  return false;
}
