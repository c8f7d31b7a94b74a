import { readdirSync } from 'node:fs';
import { loadCodeList, type CodeList } from './code-list.ts';

let all: readonly CodeList[] | null = null;

/** Every code list there is, by name, read once per process: the catalogue of data elements 数据元目录. */
export function listCodeLists(): readonly CodeList[] {
  all ??= readNames().map(loadCodeList);
  return all;
}

function readNames(): string[] {
  const folder = new URL('../../data/codes/', import.meta.url);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(new URL(`${name}/`, folder))
        .filter((file) => file.endsWith('.json'))
        .map((file) => `${name}/${file.slice(0, -'.json'.length)}`),
    )
    .sort();
}
