import { LaunchError } from './launch-error.mjs';
import { StopRequested, createLifecycle } from './lifecycle.mjs';

/** Answered by work that goes on in the background. */
export const STAY = Symbol('stay');

/**
 * Runs a command of ours to its end. `work({lifecycle, log})` answers an exit code to leave with, or STAY to go on
 * until a signal comes. Ctrl-C, `kill` and a closed terminal stop everything in reverse order at any moment; a second
 * Ctrl-C ends it at once. A failure the user can act on is shown as one message, any other with its stack.
 */
export async function main(work, { log }) {
  const lifecycle = createLifecycle();
  let leaving = false;
  const leave = async (code) => {
    leaving = true;
    await lifecycle.stop().catch((error) => log.line(error.stack));
    process.exit(code);
  };
  let signals = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      signals += 1;
      if (signals > 1) {
        lifecycle.kill();
        process.exit(130);
      }
      log.line(signal === 'SIGINT' ? 'stopping … (Ctrl-C again to force)' : 'stopping …');
      void leave(signal === 'SIGINT' ? 130 : 143);
    });
  }
  try {
    const code = await work({ lifecycle, leave });
    if (code !== STAY) await leave(code);
    // Services run as children in groups of their own, which do not keep this process: an idle timer does.
    setInterval(() => {}, 2 ** 30);
  } catch (error) {
    // A stop that was asked for breaks off what was under way: not a failure.
    if (leaving || error instanceof StopRequested) return;
    log.line(error instanceof LaunchError ? error.message : (error.stack ?? String(error)));
    await leave(1);
  }
}
