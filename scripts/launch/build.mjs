import { join } from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';

const QUIET = { TURBO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' };

/** Builds all workspaces, or one with what it needs; what did not change comes from turbo's cache in a moment. */
export async function buildAll({ only } = {}) {
  const turbo = join(root, 'node_modules/turbo/bin/turbo');
  const args = [turbo, 'run', 'build', '--output-logs=errors-only', '--ui=stream', '--env-mode=loose'];
  if (only !== undefined) args.push(`--filter=${only}`);
  const { output } = await run(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...QUIET },
    timeoutMs: 20 * 60_000,
  });
  return output.includes('FULL TURBO') ? { note: 'nothing to do' } : {};
}
