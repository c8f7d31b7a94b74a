import { searchSortedLines } from './sorted-lines.ts';
import { readTableText } from './table-file.ts';

/** The bundled UN/LOCODE table of 2015: names only, no coordinates and no functions. */
export interface UnLocodeNames {
  readonly find: (code: string) => string | null;
  /** All, or those of a country. */
  readonly entries: (
    country?: string,
  ) => IterableIterator<readonly [code: string, name: string, subdivision: string]>;
}

// Columns: code, name, subdivision.
export function readUnLocodeNames(directory: string): UnLocodeNames {
  const lines = searchSortedLines(readTableText(directory, 'un-locode'));
  return {
    find: (code) => lines.find(code)?.[1] ?? null,
    *entries(country) {
      for (const [code = '', name = '', subdivision = ''] of lines.rows(country))
        yield [code, name, subdivision] as const;
    },
  };
}
