import { writeFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dataDirectory = new URL('../../graph-schema/data/', import.meta.url);
const gzipAboveBytes = 1_000_000;

export interface TableHeader {
  readonly title: string;
  readonly source: string;
  readonly licence: string;
  readonly columns: readonly string[];
  readonly notes?: readonly string[];
}

/** Writes `graph-schema/data/<name>.tsv`, sorted by the first column; `.tsv.gz` when it is over 1 MB. */
export function writeTable(
  name: string,
  header: TableHeader,
  rows: readonly (readonly (string | number | null)[])[],
): void {
  const lines = rows.map((row) =>
    row.map((cell) => String(cell ?? '').replace(/[\t\r\n]+/g, ' ')).join('\t'),
  );
  lines.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const head = [
    `# ${header.title}`,
    `# Source: ${header.source}`,
    `# Licence: ${header.licence}`,
    ...(header.notes ?? []).map((note) => `# ${note}`),
    '# Made by scripts/reference-data; do not edit by hand.',
    header.columns.join('\t'),
  ];
  const text = Buffer.from(`${[...head, ...lines].join('\n')}\n`);
  const plain = fileURLToPath(new URL(`${name}.tsv`, dataDirectory));
  rmSync(plain, { force: true });
  rmSync(`${plain}.gz`, { force: true });
  const isLarge = text.length > gzipAboveBytes;
  writeFileSync(isLarge ? `${plain}.gz` : plain, isLarge ? gzipSync(text, { level: 9 }) : text);
  console.log(`${name}: ${lines.length} rows, ${text.length} bytes${isLarge ? ', gzipped' : ''}`);
}
