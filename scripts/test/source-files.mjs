import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../launch/paths.mjs';

const SKIPPED = new Set([
  'node_modules',
  'dist',
  '.next',
  '.git',
  '.turbo',
  '.throughline',
  'coverage',
  'test-results',
  'screenshots',
]);
const LARGEST = 2_000_000;

/** Paths of the project's own files, from the top folder: what git has or would take, else what is on the disk. */
export function listSourceFiles(folder = root) {
  try {
    const output = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    });
    return [...new Set(output.split('\0'))].filter((path) => path !== '' && isFile(join(folder, path)));
  } catch {
    return walk(folder, folder);
  }
}

/** The text of a file, or null when it is not text or is a large table. */
export function readText(path, folder = root) {
  const file = join(folder, path);
  if (statSync(file).size > LARGEST) return null;
  const bytes = readFileSync(file);
  return bytes.includes(0) ? null : bytes.toString('utf8');
}

function isFile(file) {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function walk(folder, top) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path, top) : [relative(top, path)];
  });
}
