import { existsSync } from 'node:fs';
import { LaunchError } from './launch-error.mjs';
import { findExecutable, lastLines, tryRun } from './run.mjs';

export function canUseApt() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && findExecutable('apt-get') !== null;
}

/** No questions, and answers in one language. */
const PLAIN = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
const WAIT_FOR_OTHERS = '-oDPkg::Lock::Timeout=300';

let listsUpdated = false;

/**
 * Installs packages where the user is root on Debian or Ubuntu; elsewhere stops with one line that says what to
 * install. An entry may list alternatives with `|`: the first that the distribution knows is taken.
 */
export async function aptInstall(packages, { purpose, log }) {
  const names = packages.map((entry) => entry.split('|')[0]);
  if (!canUseApt()) {
    throw new LaunchError(`${purpose} is missing: please install ${names.join(' and ')} and try again`);
  }
  await log.step(`install ${names.join(', ')} with apt`, async () => {
    const env = { ...process.env, ...PLAIN };
    if (!listsUpdated) await tryRun('apt-get', ['update', '-q'], { env });
    listsUpdated = true;
    const chosen = await Promise.all(packages.map((entry) => firstKnown(entry.split('|'))));
    const args = ['install', '-y', '-q', '--no-install-recommends', WAIT_FOR_OTHERS, ...chosen];
    const result = await tryRun('apt-get', args, { env });
    if (result.code !== 0) {
      throw new LaunchError(
        `apt-get could not install ${chosen.join(' ')}:\n${lastLines(result.output, 10)}`,
      );
    }
  });
}

async function firstKnown(names) {
  for (const name of names) {
    const { code, stdout } = await tryRun('apt-cache', ['policy', name], {
      env: { ...process.env, ...PLAIN },
    });
    if (code === 0 && /Candidate: (?!\(none\))/.test(stdout)) return name;
  }
  return names[0];
}
