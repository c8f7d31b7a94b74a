// Makes graph-schema/data/sea-network.json from the network that PyPI package `searoute` carries.
// Run: node --conditions=development --import tsx scripts/reference-data/sea-network.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wrapLongitude } from 'graph-schema/geo/lon-lat';
import type { Passage } from 'graph-schema/geo/sea-route';
import { openPypiPackage } from './package-source.ts';

const VERSION = '1.6.0';
const OUTPUT = fileURLToPath(new URL('../../graph-schema/data/sea-network.json', import.meta.url));

/** The package's names → ours. */
const PASSAGE_NAMES: Readonly<Record<string, Passage>> = {
  babalmandab: 'BAB_EL_MANDEB',
  bering: 'BERING',
  bosporus: 'BOSPORUS',
  chili: 'CAPE_HORN',
  dardanelles: 'DARDANELLES',
  gibraltar: 'GIBRALTAR',
  malacca: 'MALACCA',
  northwest: 'NORTHWEST',
  ormuz: 'HORMUZ',
  panama: 'PANAMA',
  south_africa: 'CAPE_OF_GOOD_HOPE',
  suez: 'SUEZ',
  sunda: 'SUNDA',
};

/** The package marks only some of the ways round the two capes; whatever crosses one of these meridians goes round. */
const GATES: readonly { passage: Passage; longitude: number; south: number; north: number }[] = [
  { passage: 'CAPE_OF_GOOD_HOPE', longitude: 20, south: -70, north: -34 },
  { passage: 'CAPE_HORN', longitude: -69, south: -70, north: -52 },
];

/** What is used of the GeoJSON in the package. */
interface Network {
  readonly features: readonly {
    readonly properties: { readonly passage?: string | null };
    readonly geometry:
      | { readonly type: 'LineString'; readonly coordinates: readonly number[][] }
      | { readonly type: 'MultiLineString'; readonly coordinates: readonly number[][][] };
  }[];
}

function round(degrees: number): number {
  const rounded = Math.round(degrees * 1e4) / 1e4;
  return rounded === 0 ? 0 : rounded;
}

/** `[passage or null, longitude, latitude, longitude, latitude, …]`, without points that rounding made equal. */
function flatten(passage: Passage | null, line: readonly (readonly number[])[]): (string | number | null)[] {
  const flat: (string | number | null)[] = [passage];
  for (const [longitude = 0, latitude = 0] of line) {
    const point = [round(wrapLongitude(round(longitude))), round(latitude)];
    if (flat.at(-2) !== point[0] || flat.at(-1) !== point[1]) flat.push(...point);
  }
  return flat;
}

/** The line in pieces, of which those that cross a gate bear its name. */
function cutAtGates(line: readonly number[][]): { passage: Passage | null; part: number[][] }[] {
  const pieces: { passage: Passage | null; part: number[][] }[] = [];
  for (const [at, to] of line.entries()) {
    const from = line[at - 1];
    if (!from) continue;
    const passage = GATES.find((gate) => crosses(from, to, gate))?.passage ?? null;
    const last = pieces.at(-1);
    if (last?.passage === passage) last.part.push(to);
    else pieces.push({ passage, part: [from, to] });
  }
  return pieces;
}

function crosses(
  [x1 = 0, y1 = 0]: readonly number[],
  [x2 = 0, y2 = 0]: readonly number[],
  { longitude, south, north }: (typeof GATES)[number],
): boolean {
  // A segment ending on the meridian counts once: with the side that is west of it.
  if (x1 < longitude === x2 < longitude || Math.abs(x1 - x2) > 180) return false;
  const latitude = y1 + ((y2 - y1) * (longitude - x1)) / (x2 - x1);
  return latitude > south && latitude < north;
}

using source = openPypiPackage('searoute', VERSION);
const file = join(source.directory, 'searoute/data/marnet_searoute.geojson');
const { features } = JSON.parse(readFileSync(file, 'utf8')) as Network;
const lines = features.flatMap(({ properties, geometry }) => {
  const name = properties.passage ?? null;
  const passage = name === null ? null : PASSAGE_NAMES[name];
  if (passage === undefined) throw new Error(`The network names a passage that has no name here: ${name}`);
  const parts = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  if (passage !== null) return parts.map((part) => flatten(passage, part));
  return parts.flatMap(cutAtGates).map(({ passage: gate, part }) => flatten(gate, part));
});
const header = {
  format: 1,
  title: 'Sea network: ship lanes as lines [passage, longitude, latitude, …], degrees WGS 84',
  source: `PyPI searoute ${VERSION}, searoute/data/marnet_searoute.geojson (by Gent Halili)`,
  origin: 'Eurostat SeaRoute (marnet), https://github.com/eurostat/searoute',
  licence: 'Package Apache-2.0; network data EUPL-1.2',
  retrieval: 'scripts/reference-data/sea-network.ts',
  changes: 'rounded to 4 decimals, longitudes within ±180, passages renamed, capes marked',
};
const head = JSON.stringify(header, null, 2).slice(0, -2);
const body = lines.map((line) => `    ${JSON.stringify(line)}`).join(',\n');
writeFileSync(OUTPUT, `${head},\n  "lines": [\n${body}\n  ]\n}\n`);
console.log(`${lines.length} lines from ${source.label}`);
