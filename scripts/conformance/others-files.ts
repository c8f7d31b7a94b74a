import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Files of others lie beside the repository, if at all: their licences are their own. Without them nobody can hold anything against them.

const SAMPLES = fileURLToPath(new URL('../../../shared/samples/', import.meta.url));

/** Whether anything of others lies beside the repository. */
export const areOthersThere = existsSync(SAMPLES);

/** Where it is; null: it is not there. */
export function othersFile(path: string): string | null {
  const file = join(SAMPLES, path);
  return existsSync(file) ? file : null;
}
