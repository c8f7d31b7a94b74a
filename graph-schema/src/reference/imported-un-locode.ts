import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { searchSortedLines } from './sorted-lines.ts';
import { numberOrNull, readTableText, textOrNull } from './table-file.ts';

/** A row of the official table that an operator imported with `npm run import:un-locode`. */
export interface ImportedLocode {
  readonly code: string;
  readonly name: string;
  /** UNECE function string, `12345---`: 1 port, 2 rail, 3 road, 4 airport, 5 postal, 6 inland terminal, 7 fixed, B border. */
  readonly functions: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly zone: string | null;
}

export interface ImportedLocodes {
  readonly find: (code: string) => ImportedLocode | null;
}

export const importedLocodeColumns = ['code', 'name', 'functions', 'latitude', 'longitude', 'zone'] as const;

/** Where the import writes and the gazetteer reads, under the data folder. */
export function importedLocodeFile(dataDirectory: string): string {
  return join(dataDirectory, 'reference', 'un-locode.tsv');
}

export function formatImportedLocodes(rows: readonly ImportedLocode[], comment: string): string {
  const lines = rows
    .map((row) => importedLocodeColumns.map((column) => row[column] ?? '').join('\t'))
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return `${[`# ${comment}`, importedLocodeColumns.join('\t'), ...lines].join('\n')}\n`;
}

/** Finds nothing where the operator imported nothing. */
export function readImportedLocodes(dataDirectory: string): ImportedLocodes {
  if (!existsSync(importedLocodeFile(dataDirectory))) return { find: () => null };
  const lines = searchSortedLines(readTableText(join(dataDirectory, 'reference'), 'un-locode'));
  return {
    find: (wanted) => {
      const cells = lines.find(wanted);
      if (!cells) return null;
      const [code = '', name = '', functions = '', latitude, longitude, zone] = cells;
      return {
        code,
        name,
        functions,
        latitude: numberOrNull(latitude),
        longitude: numberOrNull(longitude),
        zone: textOrNull(zone),
      };
    },
  };
}
