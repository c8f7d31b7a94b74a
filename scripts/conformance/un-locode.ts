// Checks the import and the bundled tables against tables by other hands, where they lie in ../shared/reference-tables:
//   node --conditions=development --import tsx scripts/conformance/un-locode.ts
// The list of 2024 must import, its ports must resolve, and our port positions must agree with the World Port Index.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadGazetteer } from '../../graph-schema/src/reference/load-gazetteer.ts';
import { parseCsvLines } from '../../graph-schema/src/reference/un-locode-csv.ts';
import { importUnLocode } from '../../ingest/src/main/import-un-locode.ts';
import { distanceKm, nameKey } from '../reference-data/match-name.ts';

const shared = fileURLToPath(new URL('../../../shared/reference-tables/', import.meta.url));

function check(label: string, isMet: boolean, detail: string): void {
  console.log(`${isMet ? 'ok  ' : 'FAIL'} ${label}: ${detail}`);
  if (!isMet) process.exitCode = 1;
}

function checkImport(directory: string): void {
  execFileSync('tar', ['xzf', join(shared, 'un-locode-2024-10-all-countries.tar.gz'), '-C', directory]);
  const result = importUnLocode([join(directory, 'src', 'data')], directory);
  check('import', result.places > 110_000, `${result.places} places, ${result.errors.length} row errors`);
  check('row errors', result.errors.length < 50, result.errors.map((error) => error.value).join(', '));

  const places = loadGazetteer(directory);
  const wanted =
    'CNNBO CNSGH CNQIN CNYSA SGSIN NLRTM DEDUI USLAX USLGB BRSSZ KRPUS LKCMB GRPIR MYTPP PLMAA KZDOS LULUX';
  const unknown = wanted.split(' ').filter((code) => places.findLocode(code)?.zone == null);
  check('journey places', unknown.length === 0, unknown.join(' ') || 'all known, with zones');
}

/** The share of ports of the index, found by name and country among ours, that lie within 60 km of it. */
function checkPortIndex(): void {
  const places = loadGazetteer(null);
  const [head = [], ...lines] = parseCsvLines(readFileSync(join(shared, 'world-port-index.csv'), 'utf8'));
  const cell = (cells: readonly string[], name: string) => cells[head.indexOf(name)] ?? '';
  const points = new Map<string, { latitude: number; longitude: number }[]>();
  for (const cells of lines) {
    const key = cell(cells, 'country') + nameKey(cell(cells, 'port_name'));
    const point = {
      latitude: Number(cell(cells, 'port_latitude')),
      longitude: Number(cell(cells, 'port_longitude')),
    };
    points.set(key, [...(points.get(key) ?? []), point]);
  }
  const far: string[] = [];
  let compared = 0;
  const ports = readFileSync(new URL('../../graph-schema/data/ports.tsv', import.meta.url), 'utf8');
  for (const code of ports.match(/^[A-Z]{2}[A-Z0-9]{3}(?=\t)/gm) ?? []) {
    const place = places.findLocode(code);
    if (place?.id !== code || place.latitude === null || place.longitude === null) continue;
    const { latitude, longitude } = place;
    const known = points.get(place.country + nameKey(place.name));
    if (!known) continue;
    compared += 1;
    const nearest = Math.min(
      ...known.map((point) => distanceKm(latitude, longitude, point.latitude, point.longitude)),
    );
    if (nearest > 60) far.push(`${code} ${Math.round(nearest)} km`);
  }
  check(
    'port positions',
    far.length / compared < 0.02,
    `${compared} compared, ${far.length} apart: ${far.join(', ')}`,
  );
}

if (!existsSync(shared)) {
  console.log('No ../shared/reference-tables here: nothing to check against.');
} else {
  const directory = mkdtempSync(join(tmpdir(), 'conformance-un-locode-'));
  try {
    checkImport(directory);
    checkPortIndex();
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
