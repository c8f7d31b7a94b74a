import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Programs have been built from this very source, as `npm test` does: half of a start goes into reading what is not. */
const AS_BUILT = process.env['TESTED_AS_BUILT'] === '1';
const SOURCE = /^(api|ingest)\/src\/(main\/.+)\.ts$/;

/** A part of the system that the API never imports, run as the process that it is. */
export function startScript(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): ChildProcess {
  const program =
    AS_BUILT && SOURCE.test(script)
      ? [script.replace(SOURCE, '$1/dist/$2.js')]
      : ['--conditions=development', '--import', 'tsx', script];
  return spawn(process.execPath, [...program, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** Runs a script to its end. */
export async function runScript(...run: Parameters<typeof startScript>): Promise<void> {
  const child = startScript(...run);
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${run[0]} ended with ${code}`);
}

export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
