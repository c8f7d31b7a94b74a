// What the pages ask: every operation in a `*.graphql.ts`, under the id by which it is sent.
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { stringifyDocument } from '@urql/core';

const src = join(dirname(fileURLToPath(import.meta.url)), '..', 'src');

/** `[{ name, id, text }]` by name. The id is the SHA-256 of the text, which is what the pages compute. */
export async function listOperations() {
  const files = readdirSync(src, { recursive: true }).filter((file) => file.endsWith('.graphql.ts'));
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(join(src, file)).href)));
  const operations = modules.flatMap(Object.values).flatMap((document) => {
    const operation = document?.definitions?.find(({ kind }) => kind === 'OperationDefinition');
    if (!operation) return [];
    const text = stringifyDocument(document);
    return [{ name: operation.name.value, id: createHash('sha256').update(text).digest('hex'), text }];
  });
  return operations.toSorted((left, right) => (left.name < right.name ? -1 : 1));
}
