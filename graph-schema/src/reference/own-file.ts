import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What an operator's own file of this name in the data folder says (JSON); null: there is none. Throws where it is no JSON. */
export function readOwnFile(
  name: string,
  dataDirectory: string = process.env['THROUGHLINE_DATA'] ?? '.throughline',
): unknown {
  const file = join(dataDirectory, name);
  if (!existsSync(file)) return null;
  return naming(name, () => JSON.parse(readFileSync(file, 'utf8')) as unknown);
}

/** Does what may fail because of an own file, so that it fails with the name of that file. */
export function naming<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`${name} in the data folder: ${message}`, { cause: error });
  }
}
