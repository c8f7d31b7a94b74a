import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const ROOT = join(import.meta.dirname, '../..');
/** What stands between names that are shown beside one another. */
const BETWEEN = /[·,;:()/|→←↔≈…“”"、，。；：（）【】!?！？\n\t]+|\s[-–—]\s/;

/** The names that a text is put together of. */
export function segmentsOf(text: string): string[] {
  return text
    .split(BETWEEN)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/**
 * What things are called that are no texts of ours: tables of reference, time zones, and what the senders of the sample world write. `more`: what a
 * tour itself has called things.
 */
export function toldNames(more: readonly string[]): ReadonlySet<string> {
  const names = [
    ...filesIn('graph-schema/data', /\.tsv$/).flatMap((file) => readFileSync(file, 'utf8').split(/[\t\n]/)),
    ...filesIn('graph-schema/data', /\.tsv\.gz$/).flatMap((file) => gunzipSync(readFileSync(file)).toString().split(/[\t\n]/)),
    ...filesIn('graph-schema/data', /\.json$/).flatMap((file) => literalsOf(readFileSync(file, 'utf8'))),
    ...filesIn('ingest/src/sample-world', /\.ts$/).flatMap((file) => literalsOf(readFileSync(file, 'utf8'))),
    // Sources that the service itself is are named as others are: once, whoever reads it.
    ...filesIn('ingest/src/sources', /^internal-sources\.ts$/).flatMap((file) => literalsOf(readFileSync(file, 'utf8'))),
    // What a reader of messages notes of their syntax is a value of an issue, as what stands in the message is.
    'lower case under UNOA',
    ...Intl.supportedValuesOf('timeZone').flatMap((zone) => zone.split('/')),
    ...more,
  ];
  return new Set(names.flatMap((name) => [name.trim(), ...segmentsOf(name)]));
} // prettier-ignore

function filesIn(folder: string, names: RegExp): string[] {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => names.test(file) && !file.endsWith('.test.ts')).map((file) => join(ROOT, folder, file));
} // prettier-ignore

/** Texts in quotes; of a template what stands between its values. */
function literalsOf(source: string): string[] {
  const quoted = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g;
  return [...source.matchAll(quoted)].flatMap(([, single, double, template]) =>
    (single ?? double ?? template ?? '').split(/\$\{[^}]*\}/),
  );
}
