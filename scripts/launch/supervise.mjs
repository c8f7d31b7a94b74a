import { setTimeout as delay } from 'node:timers/promises';
import { StopRequested } from './lifecycle.mjs';

const MOST_RESTARTS = 5;
/** Who ran this long has recovered: earlier failures no longer count. */
const HEALTHY_MS = 60_000;

/** Pause before the n-th restart in a row, from 1: 0.5, 1, 2, 4, 8 s. */
export function restartDelayMs(attempt) {
  return 250 * 2 ** attempt;
}

/**
 * Keeps a process running: when it ends unasked it is started again after a pause that grows, five times at most.
 * `start` makes the child (child.mjs) and may be async; `onLost` is told when it is given up. Answers `{child(), stop(),
 * kill()}` once the first start is done.
 */
export async function supervise({
  name,
  start,
  lifecycle,
  log,
  onLost,
  now = () => performance.now(),
  pause = delay,
}) {
  let child = null;
  let stopping = false;
  let attempts = 0;

  const supervisor = {
    name,
    child: () => child,
    async stop() {
      stopping = true;
      await child?.stop();
    },
    kill() {
      stopping = true;
      child?.kill();
    },
  };
  const begin = async () => {
    const began = now();
    // `adopt` hands over the child before it is ready, so that a stop in between reaches it.
    const started = await start((early) => {
      child = early;
      if (stopping) early.kill();
    });
    child = started;
    void child.exited.then((how) => watch(how, began));
  };
  const watch = async (how, began) => {
    if (stopping || lifecycle.stopping) return;
    if (now() - began > HEALTHY_MS) attempts = 0;
    for (;;) {
      attempts += 1;
      const reason = how.signal ?? `code ${how.code}`;
      if (attempts > MOST_RESTARTS) {
        log.warn(
          `${name} ended (${reason}) and is given up after ${MOST_RESTARTS} restarts:\n${child.logTail()}`,
        );
        onLost(name);
        return;
      }
      log.warn(`${name} ended unexpectedly (${reason}): starting it again, ${attempts} of ${MOST_RESTARTS}`);
      await pause(restartDelayMs(attempts));
      if (stopping || lifecycle.stopping) return;
      try {
        await begin();
        return;
      } catch (error) {
        if (error instanceof StopRequested || stopping) return;
        log.warn(error.message);
      }
    }
  };
  lifecycle.own(supervisor);
  await begin();
  return supervisor;
}
