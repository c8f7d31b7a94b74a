import { join } from 'node:path';
import { startChild } from './child.mjs';
import { answersHttp } from './http-probe.mjs';
import { LaunchError } from './launch-error.mjs';
import { root } from './paths.mjs';
import { supervise } from './supervise.mjs';
import { waitFor } from './wait.mjs';

const READY_LIMIT_MS = 120_000;

/**
 * Starts one of the system's own processes, kept running by a supervisor, and waits until `readyUrl` answers. An
 * `expectLine` waits for that line on standard output instead; the lines before it go to `onLine`.
 */
export async function startProcess(definition, context) {
  const {
    name,
    order,
    args,
    env,
    readyUrl,
    expectLine,
    onLine = () => {},
    limitMs = READY_LIMIT_MS,
  } = definition;
  const { dataDir, runDir, log, lifecycle, onLost } = context;
  const logFile = join(dataDir, 'logs', `${name}.log`);

  const start = async (adopt) => {
    let said = false;
    const child = startChild({
      name,
      order,
      command: process.execPath,
      args,
      env,
      cwd: root,
      runDir,
      logFile,
      ...(expectLine !== undefined && {
        onOutput: byLine((line) => {
          if (line === expectLine) said = true;
          else if (!said) onLine(line);
        }),
      }),
    });
    adopt(child);
    const isReady = expectLine === undefined ? () => answersHttp(readyUrl) : () => said;
    if (await waitFor(isReady, { timeoutMs: limitMs, givenUp: child.hasExited })) return child;
    const why = child.hasExited() ? 'ended while starting' : `is not ready after ${limitMs / 1000} s`;
    await child.stop();
    throw new LaunchError(`${name} ${why}; ${logFile} ends with:\n${child.logTail()}`);
  };
  return supervise({ name, start, lifecycle, log, onLost });
}

/** Turns chunks of text into whole lines. */
export function byLine(onLine) {
  let rest = '';
  return (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine(line.trimEnd());
  };
}
