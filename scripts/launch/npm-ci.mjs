import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';

/** Installs the packages when the lock file is not the one they were installed from. */
export async function ensurePackages({ log, folder = root }) {
  const lockText = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const stamp = join(folder, 'node_modules/.throughline-lock');
  const wanted = stampOf(lockText);
  if (readOrNull(stamp) === wanted) return;
  const hidden = readOrNull(join(folder, 'node_modules/.package-lock.json'));
  if (hidden === null || !isInstalled(JSON.parse(lockText), JSON.parse(hidden))) {
    await log.step('install packages (npm ci)', () => {
      const [command, args] = npmCommand();
      return run(command, [...args, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd: folder,
        timeoutMs: 30 * 60_000,
      });
    });
  }
  writeFileSync(stamp, wanted);
}

/** The npm that runs this script, if one does. */
export function npmCommand(env = process.env) {
  const cli = env.npm_execpath;
  return cli && /\.c?js$/.test(cli) && existsSync(cli) ? [process.execPath, [cli]] : ['npm', []];
}

/** Binaries in node_modules belong to one system and one major of Node. */
export function stampOf(
  lockText,
  { node = process.versions.node, system = `${process.platform}-${process.arch}` } = {},
) {
  const hash = createHash('sha256').update(lockText).digest('hex');
  return `${hash} node ${node.split('.')[0]} ${system}`;
}

/**
 * Whether what npm noted as installed is what the lock file asks for: every package at its version, but for optional
 * ones of other systems.
 */
export function isInstalled(lock, hidden) {
  const installed = hidden.packages ?? {};
  return Object.entries(lock.packages ?? {}).every(([path, wanted]) => {
    if (!path.includes('node_modules/') || wanted.link) return true;
    const found = installed[path];
    if (found === undefined) return wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

function readOrNull(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
