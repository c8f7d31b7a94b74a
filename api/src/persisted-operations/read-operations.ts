import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Beside `src` and `dist` alike. `npm run persisted` writes it from what the pages ask. */
const FILE = new URL('../../persisted-operations.json', import.meta.url);

/** The text of each operation of the pages, by its id: the SHA-256 of the text. */
export function readOperations(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(FILE, 'utf8')))),
  );
}
