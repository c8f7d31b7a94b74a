import { readFileSync } from 'node:fs';
import { LaunchError } from '../launch/launch-error.mjs';
import { root } from '../launch/paths.mjs';
import { tryRun } from '../launch/run.mjs';

/**
 * Runs a test runner that shows its progress itself and writes a JSON report; answers `{exitCode, report}`. It is
 * ended after `limitMs`, since a test that hangs must not hang the run.
 */
export async function runReported({ args, report, env, limitMs }) {
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined };
  const { code } = await tryRun(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...plain, CI: '1', ...env },
    timeoutMs: limitMs,
    show: true,
  });
  try {
    return { exitCode: code, report: JSON.parse(readFileSync(report, 'utf8')) };
  } catch {
    const why = code === 124 ? `was ended after ${limitMs / 60_000} minutes` : `ended with ${code}`;
    throw new LaunchError(`the test runner ${why} and left no report`);
  }
}
