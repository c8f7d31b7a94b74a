import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { distanceKm, namesAgree } from './match-name.ts';
import { openPypiPackage, readNpmJson } from './package-source.ts';
import { buildUnLocode } from './un-locode.ts';
import { writeTable } from './write-table.ts';
import { zoneOf } from './zone-of.ts';

interface PortPoint {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}
type Names = ReadonlyMap<string, { name: string }>;

const round = (degrees: number) => Math.round(degrees * 10_000) / 10_000;

function readSearoutePorts(directory: string): Map<string, PortPoint> {
  const file = readFileSync(join(directory, 'searoute', 'data', 'ports.geojson'), 'utf8');
  const { features } = JSON.parse(file) as {
    features: { properties: { port: string; name: string }; geometry: { coordinates: [number, number] } }[];
  };
  const ports = new Map<string, PortPoint>();
  for (const { properties, geometry } of features) {
    const [longitude, latitude] = geometry.coordinates;
    ports.set(properties.port, { name: properties.name, latitude, longitude });
  }
  return ports;
}

function readSeaPorts(data: unknown): Map<string, PortPoint> {
  const ports = new Map<string, PortPoint>();
  for (const [code, port] of Object.entries(
    data as Record<string, { name: string; coordinates?: [number, number] }>,
  )) {
    if (!port.coordinates) continue;
    ports.set(code, { name: port.name, latitude: port.coordinates[1], longitude: port.coordinates[0] });
  }
  return ports;
}

/** Several codes of these packages stand for another place in UN/LOCODE: such a row is left out. */
function isTrusted(code: string, port: PortPoint, names: Names): boolean {
  if (!/^[A-Z]{2}[A-Z2-9]{3}$/.test(code)) return false;
  const official = names.get(code);
  return !official || namesAgree(official.name, port.name);
}

export function buildPorts(names: Names): Map<string, PortPoint> {
  using searoute = openPypiPackage('searoute', '1.6.0');
  const seaPorts = readNpmJson('sea-ports', 'lib/ports.json');
  const first = readSearoutePorts(searoute.directory);
  const second = readSeaPorts(seaPorts.data);
  const chosen = new Map<string, PortPoint>();
  const rows: (string | number | null)[][] = [];
  for (const code of new Set([...first.keys(), ...second.keys()])) {
    const a = first.get(code);
    const b = second.get(code);
    const trustedA = a && isTrusted(code, a, names) ? a : null;
    const trustedB = b && isTrusted(code, b, names) ? b : null;
    const port = trustedA ?? trustedB;
    if (!port) continue;
    const name = names.get(code)?.name ?? port.name;
    const apart =
      trustedA && trustedB
        ? distanceKm(trustedA.latitude, trustedA.longitude, trustedB.latitude, trustedB.longitude)
        : 0;
    chosen.set(code, { ...port, name });
    rows.push([
      code,
      name,
      round(port.latitude),
      round(port.longitude),
      zoneOf(port.latitude, port.longitude),
      trustedA ? 'searoute' : 'sea-ports',
      apart > 150 ? Math.round(apart) : null,
    ]);
  }
  writeTable(
    'ports',
    {
      title: 'Sea and river ports with coordinates (WGS 84) and IANA zone',
      source: `PyPI ${searoute.label}; npm ${seaPorts.label}; zones: npm geo-tz/all`,
      licence: 'Apache-2.0 (searoute); MIT (sea-ports)',
      notes: ['apartKm: how far the two sources lie apart where that is over 150 km (the first is kept).'],
      columns: ['code', 'name', 'latitude', 'longitude', 'zone', 'source', 'apartKm'],
    },
    rows,
  );
  return chosen;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) buildPorts(buildUnLocode());
