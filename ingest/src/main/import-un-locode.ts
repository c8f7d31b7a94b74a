// npm run import:un-locode -- FILE|FOLDER …   loads the current official UN/LOCODE list over the bundled one of 2015.
// Writes <data folder>/reference/un-locode.tsv, which the gazetteer reads at the next start.
import { mkdirSync, readFileSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatImportedLocodes, importedLocodeFile } from 'graph-schema/reference/imported-un-locode';
import type { ImportedLocode } from 'graph-schema/reference/imported-un-locode';
import { readCountryZones } from 'graph-schema/reference/airports';
import { bundledDirectory } from 'graph-schema/reference/table-file';
import { decodeCsv, parseUnLocodeCsv } from 'graph-schema/reference/un-locode-csv';
import type { UnLocodeRowError } from 'graph-schema/reference/un-locode-csv';
import { zoneOfPoint } from 'graph-schema/reference/zone-of-point';

export interface UnLocodeImport {
  /** Where the table was written; null when no row was found, and what was there before is left. */
  readonly writtenTo: string | null;
  readonly files: number;
  readonly places: number;
  readonly withPoint: number;
  /** Codes that came in more than one line; the last one is kept. */
  readonly repeated: number;
  readonly skippedLines: number;
  readonly guessedPoints: number;
  readonly errors: readonly (UnLocodeRowError & { readonly file: string })[];
}

/** Files in the order given; of a folder, its `.csv` files by name (UNECE's parts follow the alphabet). */
function listCsvFiles(paths: readonly string[]): string[] {
  return paths.flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path)
          .filter((name) => name.toLowerCase().endsWith('.csv') && !/subdivision/i.test(name))
          .sort()
          .map((name) => join(path, name))
      : [path],
  );
}

export function importUnLocode(paths: readonly string[], dataDirectory: string): UnLocodeImport {
  const countryZones = readCountryZones(bundledDirectory);
  const files = listCsvFiles(paths);
  const places = new Map<string, ImportedLocode>();
  const errors: (UnLocodeRowError & { file: string })[] = [];
  const counts = { repeated: 0, skippedLines: 0, guessedPoints: 0, withPoint: 0 };
  for (const file of files) {
    const csv = parseUnLocodeCsv(decodeCsv(readFileSync(file)));
    counts.skippedLines += csv.skippedLines;
    counts.guessedPoints += csv.guessedPoints;
    for (const error of csv.errors) errors.push({ ...error, file: basename(file) });
    for (const row of csv.rows) {
      if (places.has(row.code)) counts.repeated += 1;
      const { latitude, longitude } = row;
      const country = row.code.slice(0, 2);
      const zone =
        latitude === null || longitude === null
          ? (countryZones.get(country) ?? null)
          : zoneOfPoint(latitude, longitude, country, countryZones);
      places.set(row.code, { ...row, name: row.name.replace(/\s+/g, ' '), zone });
    }
  }
  for (const place of places.values()) if (place.latitude !== null) counts.withPoint += 1;

  const target = importedLocodeFile(dataDirectory);
  if (places.size > 0) {
    mkdirSync(dirname(target), { recursive: true });
    // Written beside and moved: a process that starts meanwhile sees the old table or the new one, never half of it.
    const names = files.map((file) => basename(file));
    const comment = `UN/LOCODE, imported from ${names.length > 6 ? `${names[0]} … ${names.at(-1)}` : names.join(', ')}`;
    writeFileSync(`${target}.new`, formatImportedLocodes([...places.values()], comment));
    renameSync(`${target}.new`, target);
  }
  return {
    ...counts,
    writtenTo: places.size > 0 ? target : null,
    files: files.length,
    places: places.size,
    errors,
  };
}

function main(paths: readonly string[]): number {
  if (paths.length === 0) {
    console.error(
      'Usage: npm run import:un-locode -- FILE|FOLDER …   (UNECE CSV parts, or a CSV with column names)',
    );
    return 2;
  }
  const result = importUnLocode(paths, process.env['THROUGHLINE_DATA'] ?? '.throughline');
  console.log(
    `${result.files} files: ${result.places} places, ${result.withPoint} with coordinates; ` +
      `${result.skippedLines} lines without a place, ${result.repeated} repeated codes, ` +
      `${result.guessedPoints} guessed points left out, ${result.errors.length} row errors`,
  );
  for (const { file, line, problem, value } of result.errors.slice(0, 20)) {
    console.error(`  ${file}:${line} ${problem} ${value}`);
  }
  if (result.errors.length > 20) console.error(`  … and ${result.errors.length - 20} more`);
  console.log(
    result.writtenTo === null ? 'Nothing was written.' : `Written to ${result.writtenTo}; restart to use it.`,
  );
  return result.writtenTo === null ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = main(process.argv.slice(2));
