// <name>.tsv or <name>.tsv.gz: `#` comment lines, one line of column names, then tab-separated rows; an empty cell is null.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** `graph-schema/data`, from `src/reference` and `dist/reference` alike. */
export const bundledDirectory = fileURLToPath(new URL('../../data/', import.meta.url));

/** The whole text of a table, unpacked. */
export function readTableText(directory: string, name: string): string {
  const plain = join(directory, `${name}.tsv`);
  return existsSync(plain)
    ? readFileSync(plain, 'utf8')
    : gunzipSync(readFileSync(`${plain}.gz`)).toString('utf8');
}

/**
 * Rows of a table, each with its cells in the order of `columns` (others are left out).
 * Throws when the file or a column is missing: a wrong build, not bad input.
 */
export function readTable(directory: string, name: string, columns: readonly string[]): string[][] {
  const lines = readTableText(directory, name).split('\n');
  const headAt = lines.findIndex((line) => line !== '' && !line.startsWith('#'));
  const head = (lines[headAt] ?? '').split('\t');
  const order = columns.map((column) => {
    const index = head.indexOf(column);
    if (index < 0) throw new Error(`Table ${name} has no column ${column}`);
    return index;
  });
  // Splitting is enough where the columns stand in the file's own order, as in the large tables.
  const isOwnOrder = order.every((index, position) => index === position);
  const rows: string[][] = [];
  for (let at = headAt + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '' || line.startsWith('#')) continue;
    const cells = line.split('\t');
    rows.push(isOwnOrder ? cells : order.map((index) => cells[index] ?? ''));
  }
  return rows;
}

export function textOrNull(cell: string | undefined): string | null {
  return cell === undefined || cell === '' ? null : cell;
}

export function numberOrNull(cell: string | undefined): number | null {
  if (cell === undefined || cell === '') return null;
  const value = Number(cell);
  return Number.isFinite(value) ? value : null;
}

/** How sure a hand-collected row is: V confirmed by a public source that was looked up, E expert knowledge, unconfirmed. */
export type Mark = 'V' | 'E';

export function markOf(cell: string | undefined): Mark {
  return cell === 'V' ? 'V' : 'E';
}
