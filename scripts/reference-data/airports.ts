import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nameKey, namesAgree } from './match-name.ts';
import { openPypiPackage } from './package-source.ts';
import { buildPorts } from './ports.ts';
import { buildUnLocode } from './un-locode.ts';
import { writeTable } from './write-table.ts';

type Names = ReadonlyMap<string, { name: string }>;

/** One line of RFC 4180 CSV; the package has no line breaks inside fields. */
function csvCells(line: string): string[] {
  const cells: string[] = [];
  for (const match of line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)) {
    const raw = match[1] ?? '';
    cells.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (match.index + match[0].length >= line.length) break;
  }
  return cells;
}

/**
 * UN/LOCODE of an airport: country + IATA where the tables say it is the same place, else the town of that name.
 * Places without a subdivision are missing from our UN/LOCODE names: there country + IATA is taken, as UNECE's
 * manual prefers the IATA code.
 */
function findAirportLocode(
  airport: { iata: string; country: string; city: string; name: string },
  names: Names,
  ports: Names,
  codeByTown: ReadonlyMap<string, string | null>,
): { code: string | null; basis: string } {
  const own = airport.country + airport.iata;
  const official = names.get(own) ?? ports.get(own);
  if (official) {
    const agrees = namesAgree(official.name, airport.city) || namesAgree(official.name, airport.name);
    if (agrees) return { code: own, basis: 'code' };
  }
  const town = codeByTown.get(airport.country + nameKey(airport.city));
  if (town) return { code: town, basis: 'town' };
  return official || !/^[A-Z]{2}[A-Z2-9]{3}$/.test(own)
    ? { code: null, basis: '' }
    : { code: own, basis: 'assumed' };
}

export function buildAirports(names: Names, ports: Names): void {
  using source = openPypiPackage('airportsdata', '20260905');
  const [head = '', ...lines] = readFileSync(join(source.directory, 'airportsdata', 'airports.csv'), 'utf8')
    .trimEnd()
    .split(/\r?\n/);
  const column = Object.fromEntries(csvCells(head).map((name, index) => [name, index]));
  const codeByTown = new Map<string, string | null>();
  for (const [code, { name }] of names) {
    const key = code.slice(0, 2) + nameKey(name);
    codeByTown.set(key, codeByTown.has(key) ? null : code);
  }

  const rows: (string | number | null)[][] = [];
  const zonesByCountry = new Map<string, Set<string>>();
  for (const line of lines) {
    const cells = csvCells(line);
    const cell = (name: string) => cells[column[name] ?? -1] ?? '';
    const [iata, country, name, city] = [cell('iata'), cell('country'), cell('name'), cell('city')];
    // Freight papers in Xinjiang are in Beijing time, as everywhere in China.
    const zone = country === 'CN' ? 'Asia/Shanghai' : cell('tz');
    zonesByCountry.set(country, (zonesByCountry.get(country) ?? new Set()).add(zone));
    if (!iata) continue;
    const { code, basis } = findAirportLocode({ iata, country, name, city }, names, ports, codeByTown);
    const degrees = (name_: string) => Math.round(Number(cell(name_)) * 10_000) / 10_000;
    rows.push([iata, cell('icao'), name, city, country, degrees('lat'), degrees('lon'), zone, code, basis]);
  }
  const header = { source: `PyPI ${source.label}`, licence: 'MIT' };
  writeTable(
    'airports',
    {
      ...header,
      title: 'Airports with an IATA code',
      notes: [
        'unLocodeBasis: code = country + IATA and the names agree; town = the only place of that name; assumed = country + IATA.',
      ],
      columns: 'iata icao name city country latitude longitude zone unLocode unLocodeBasis'.split(' '),
    },
    rows,
  );
  writeTable(
    'country-zones',
    {
      ...header,
      title: 'Countries with one time zone: the zone of their places that have no coordinates here',
      columns: ['country', 'zone'],
    },
    [...zonesByCountry].flatMap(([country, zones]) => {
      const [zone] = zones;
      return zones.size === 1 && zone ? [[country, zone]] : [];
    }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const names = buildUnLocode();
  buildAirports(names, buildPorts(names));
}
