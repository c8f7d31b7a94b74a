import { spawn } from 'node:child_process';
import { appendFileSync, closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { identify } from './process-identity.mjs';
import { lastLines } from './run.mjs';

/**
 * Starts a long-lived process in a group of its own, so that Ctrl-C reaches only the launcher, which stops the others
 * in order. It is noted in `runDir` as `<order>-<name>.json` until it ends. What it prints goes to `logFile`, its
 * standard output also to `onOutput` when given.
 */
export function startChild({
  name,
  order,
  command,
  args,
  env = process.env,
  cwd,
  runDir,
  logFile,
  onOutput,
}) {
  mkdirSync(runDir, { recursive: true });
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a');
  const stdout = onOutput === undefined ? log : 'pipe';
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', stdout, log] });
  closeSync(log);

  const note = join(runDir, `${String(order).padStart(2, '0')}-${name}.json`);
  let ended = null;
  const exited = new Promise((resolve) => {
    const end = (how) => {
      if (ended !== null) return;
      ended = how;
      rmSync(note, { force: true });
      resolve(how);
    };
    child.once('exit', (code, signal) => end({ code, signal }));
    child.once('error', () => end({ code: 127, signal: null }));
  });
  if (child.pid !== undefined) writeFileSync(note, JSON.stringify(identify(child.pid)));
  if (onOutput !== undefined) {
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      appendFileSync(logFile, text);
      onOutput(text);
    });
  }

  return {
    name,
    pid: child.pid,
    /** Settles with `{code, signal}`. */
    exited,
    hasExited: () => ended !== null,
    logTail: (count = 15) => tail(logFile, count),
    async stop({ graceMs = 20_000 } = {}) {
      if (ended !== null) return;
      signalGroup(child.pid, 'SIGTERM');
      const timer = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), graceMs);
      await exited;
      clearTimeout(timer);
    },
    kill() {
      if (ended === null) signalGroup(child.pid, 'SIGKILL');
    },
  };
}

/** Signals a process started by `startChild` and whatever it started itself. */
export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function tail(file, count) {
  try {
    return lastLines(readFileSync(file, 'utf8'), count);
  } catch {
    return '';
  }
}
