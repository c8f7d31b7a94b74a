import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const CODE = fileURLToPath(new URL('../', import.meta.url));
const DATA = fileURLToPath(new URL('../../data/', import.meta.url));
/** What an operator's data folder may say of rules. */
const OWN = ['exception-rules.json', 'holidays.json', 'tariffs.json'];
const LENGTH = 16;

/**
 * Names the code and the rules that journeys are derived with: the same for the same files, another after an update or
 * after an operator changed limits, tariffs or days off (`dataDirectory`).
 */
export function derivationVersion(
  dataDirectory: string = process.env['THROUGHLINE_DATA'] ?? '.throughline',
): string {
  const hash = createHash('sha256');
  const add = (name: string, file: string) => hash.update(`${name}\0`).update(readFileSync(file));
  for (const file of filesIn(CODE).filter(isCode)) add(relative(CODE, file).replace(/\.[jt]s$/, ''), file);
  for (const file of readdirSync(DATA).sort()) if (file.endsWith('.json')) add(file, join(DATA, file));
  for (const name of OWN) {
    const file = join(dataDirectory, name);
    if (existsSync(file)) add(`own ${name}`, file);
  }
  return hash.digest('hex').slice(0, LENGTH);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function isCode(file: string): boolean {
  return /\.[jt]s$/.test(file) && !/\.d\.ts$|\.test\.|[\\/]testing[\\/]/.test(file);
}
