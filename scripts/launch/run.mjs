import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { LaunchError } from './launch-error.mjs';

const running = new Set();

/** Ends the commands that `tryRun` is waiting for. */
export function stopCommands(signal) {
  for (const child of running) child.kill(signal);
}

/**
 * Runs a command to its end and answers `{code, output, stdout}`; never throws for a failing command. A command that
 * cannot be started has code 127, one that ran out of time 124. With `show` its output goes to the user instead.
 */
export function tryRun(command, args, { cwd, env = process.env, timeoutMs = 0, onLine, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let output = '';
    let stdout = '';
    let rest = '';
    let timedOut = false;
    const timer =
      timeoutMs > 0 &&
      setTimeout(() => {
        timedOut = true;
        child.kill('SIGKILL');
      }, timeoutMs);
    const take = (chunk) => {
      output += chunk;
      if (onLine === undefined) return;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line);
    };
    child.stdout?.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk;
      take(chunk);
    });
    child.stderr?.setEncoding('utf8').on('data', take);
    const finish = (code) => {
      clearTimeout(timer);
      running.delete(child);
      if (rest !== '' && onLine !== undefined) onLine(rest);
      rest = '';
      resolve({ code: timedOut ? 124 : code, output, stdout });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.on('close', (code, signal) => finish(code ?? (signal === null ? 1 : 130)));
  });
}

/** The same, but a failure is a LaunchError that shows the end of what the command said. */
export async function run(command, args, options = {}) {
  const result = await tryRun(command, args, options);
  if (result.code === 0) return result;
  throw new LaunchError(
    `${command} ${args.join(' ')} ended with ${result.code}\n${lastLines(result.output, 25)}`,
  );
}

export function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

/** Path of an executable on the PATH, or null. */
export function findExecutable(name, path = process.env.PATH ?? '') {
  for (const folder of path.split(delimiter)) {
    if (folder === '') continue;
    const candidate = join(folder, name);
    try {
      accessSync(candidate, constants.X_OK);
      return candidate;
    } catch {
      // Not here: the next folder.
    }
  }
  return null;
}
