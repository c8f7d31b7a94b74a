// Makes web/public/basemap/land-50m.json, the land under the map, from npm world-atlas (Natural Earth 1:50m, public domain).
// Run: node --conditions=development --import tsx scripts/reference-data/coastline.ts
//
// Web maps take polygons as flat: land that reaches over the antimeridian (Chukotka, Fiji) or round the pole (Antarctica)
// would be filled the wrong way across the map. A spherical projection clips it at ±180° and closes it along the edge.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readNpmJson } from './package-source.ts';

type Ring = (readonly [number, number])[];
interface MultiPolygon {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly Ring[])[];
}
interface Projection {
  scale(scale: number): Projection;
  translate(point: [number, number]): Projection;
  precision(precision: number): Projection;
}
// The three packages have no types of their own; these are the parts used here.
interface Libraries {
  geoEquirectangular(): Projection;
  geoProject(object: unknown, projection: Projection): unknown;
  feature(topology: unknown, object: unknown): { features: { geometry: MultiPolygon }[] };
}

const OUTPUT = new URL('../../web/public/basemap/land-50m.json', import.meta.url);
const DECIMALS = 1e3;

async function load<Name extends keyof Libraries>(name: string, member: Name): Promise<Libraries[Name]> {
  const require = createRequire(new URL('../../graph-schema/package.json', import.meta.url));
  const library = (await import(pathToFileURL(require.resolve(name)).href)) as Pick<Libraries, Name>;
  return library[member];
}

function round(degrees: number): number {
  const rounded = Math.round(degrees * DECIMALS) / DECIMALS;
  return rounded === 0 ? 0 : rounded;
}

/** Rounded, north up, turning the way RFC 7946 wants, without repeated points; null where nothing with an area is left. */
function roundRing(ring: Ring): Ring | null {
  const points: Ring = [];
  for (const [x, y] of ring) {
    const point = [round(x), round(-y)] as const;
    const before = points.at(-1);
    if (before?.[0] !== point[0] || before[1] !== point[1]) points.push(point);
  }
  return points.length < 4 ? null : points.toReversed();
}

const geoEquirectangular = await load('d3-geo', 'geoEquirectangular');
const geoProject = await load('d3-geo-projection', 'geoProject');
const feature = await load('topojson-client', 'feature');

const { data, label } = readNpmJson('world-atlas', 'land-50m.json');
const land = feature(data, (data as { objects: { land: unknown } }).objects.land);
// One unit is one degree. South is up, as on screens: turned later, since geoProject tells islands from lakes by the turn
// of their rings.
const degrees = geoEquirectangular()
  .scale(180 / Math.PI)
  .translate([0, 0])
  .precision(0);
const polygons = land.features.flatMap(({ geometry }) => {
  const flat = geoProject(geometry, degrees) as MultiPolygon;
  return flat.coordinates.flatMap((rings) => {
    const [outer, ...holes] = rings.map(roundRing);
    return outer ? [[outer, ...holes.filter((hole) => hole !== null)]] : [];
  });
});
const collection = {
  type: 'FeatureCollection',
  source: `npm ${label}, land-50m; Natural Earth 1:50m, public domain`,
  features: polygons.map((coordinates) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Polygon', coordinates },
  })),
};
mkdirSync(new URL('.', OUTPUT), { recursive: true });
writeFileSync(OUTPUT, `${JSON.stringify(collection)}\n`);
console.log(`${polygons.length} polygons from ${label} in ${fileURLToPath(OUTPUT)}`);
