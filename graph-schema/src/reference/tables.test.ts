import { beforeAll, describe, expect, it } from 'vitest';
import { readReferenceTables } from './reference-tables.ts';
import type { ReferenceTables } from './reference-tables.ts';
import { bundledDirectory, readTable } from './table-file.ts';

let tables: ReferenceTables;
beforeAll(() => {
  tables = readReferenceTables(null);
});

const repeated = (values: readonly string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);
const isZone = (zone: string) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
const isOnEarth = (row: { latitude: number | null; longitude: number | null }) =>
  (row.latitude === null && row.longitude === null) ||
  (Math.abs(row.latitude ?? 91) <= 90 && Math.abs(row.longitude ?? 181) <= 180);

describe('hand-collected tables', () => {
  it.each([
    'place-overrides',
    'place-names-zh',
    'un-locode-aliases',
    'customs-districts',
    'customs-offices',
    'customs-sites',
    'rail-stations',
    'rail-routes',
    'carriers',
    'terminals',
  ])('%s says of each row where it comes from and how sure it is', (name) => {
    const rows = readTable(bundledDirectory, name, ['source', 'mark']);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(([source, mark]) => source === '' || !/^[VE]$/.test(mark ?? ''))).toEqual([]);
  });
});

describe('places', () => {
  it('gives every port, airport and correction a point on Earth and a zone that exists', () => {
    for (const row of [...tables.ports, ...tables.airports, ...tables.overrides]) {
      expect(isOnEarth(row), JSON.stringify(row)).toBe(true);
    }
    const zones = [...tables.ports, ...tables.airports, ...tables.overrides].map((row) => row.zone);
    const used = [...new Set([...zones, ...tables.countryZones.values()])].filter((zone) => zone !== null);
    expect(used.length).toBeGreaterThan(200);
    expect(used.filter((zone) => !isZone(zone))).toEqual([]);
  });

  it('is sorted by code, which the search in the large table relies on', () => {
    const codes = [...tables.unLocodeNames.entries()].map(([code]) => code);
    expect(codes.length).toBeGreaterThan(80_000);
    expect(codes.every((code, index) => index === 0 || (codes[index - 1] ?? '') < code)).toBe(true);
    for (const [code, name] of [...tables.unLocodeNames.entries()].filter((_, index) => index % 997 === 0)) {
      expect(tables.unLocodeNames.find(code)).toBe(name);
    }
    expect(tables.unLocodeNames.find('AAAAA')).toBeNull();
    expect(tables.unLocodeNames.find('ZZZZZ')).toBeNull();
  });

  it('has no alias of an alias', () => {
    expect([...tables.unLocodeAliases.values()].filter((code) => tables.unLocodeAliases.has(code))).toEqual(
      [],
    );
  });

  it('has Chinese names for the ports, airports and towns of the main trades', () => {
    expect(tables.namesZh.size).toBeGreaterThanOrEqual(300);
    expect([...tables.namesZh.values()].filter((name) => !/\p{Script=Han}/u.test(name))).toEqual([]);
  });
});

describe('customs', () => {
  it('has the 42 districts, and offices only within them', () => {
    const prefixes = tables.customsDistricts.map((district) => district.prefix);
    expect(prefixes).toHaveLength(42);
    expect(repeated(prefixes)).toEqual([]);
    expect(tables.customsOffices.length).toBeGreaterThanOrEqual(300);
    expect(repeated(tables.customsOffices.map((office) => office.code))).toEqual([]);
    for (const office of tables.customsOffices) {
      expect(office.code).toMatch(/^\d{4}$/);
      expect(prefixes).toContain(office.district);
      expect(office.code.startsWith(office.district), office.code).toBe(true);
    }
  });

  it('names the office in each sample site code', () => {
    for (const site of tables.customsSites) {
      expect(site.code).toMatch(/^[A-Z]{5}\d{6}$/);
      expect(site.code.slice(5, 9)).toBe(site.office);
    }
  });
});

describe('rail', () => {
  it('has at least 150 stations with unique codes, points and zones', () => {
    const codes = tables.railStations.flatMap(({ code, telegraphCode }) =>
      telegraphCode === null || telegraphCode === code ? [code] : [code, telegraphCode],
    );
    expect(tables.railStations.length).toBeGreaterThanOrEqual(150);
    expect(repeated(codes)).toEqual([]);
    for (const station of tables.railStations) {
      expect(isOnEarth(station), station.code).toBe(true);
      expect(isZone(station.zone), station.code).toBe(true);
      expect(station.gaugesMm.length, station.code).toBeGreaterThan(0);
      for (const gauge of station.gaugesMm) expect([1000, 1435, 1520, 1668]).toContain(gauge);
    }
  });

  it('changes gauge where Chinese and broad-gauge railways meet', () => {
    const gauges = new Map(tables.railStations.map((station) => [station.code, station.gaugesMm]));
    for (const code of ['HGS', 'AKR', 'ATK', 'DOS', 'RLC', 'MLX', 'SFB', 'MLW', 'BRE']) {
      expect(gauges.get(code), code).toHaveLength(2);
    }
  });

  it('chains stations that exist and lie within 1,500 km of their neighbours', () => {
    const stations = new Map(tables.railStations.map((station) => [station.code, station]));
    expect(repeated(tables.railRoutes.map((route) => route.id))).toEqual([]);
    for (const route of tables.railRoutes) {
      expect(route.stations.length, route.id).toBeGreaterThanOrEqual(2);
      for (const [index, code] of route.stations.entries()) {
        const here = stations.get(code);
        expect(here, `${route.id} ${code}`).toBeDefined();
        const next = stations.get(route.stations[index + 1] ?? code);
        const degrees = Math.hypot(
          here!.latitude - next!.latitude,
          (here!.longitude - next!.longitude) * Math.cos((here!.latitude * Math.PI) / 180),
        );
        expect(degrees * 111, `${route.id} ${code}`).toBeLessThan(1_500);
      }
    }
  });
});

describe('carriers and terminals', () => {
  it('has at least 80 carriers, and no air waybill prefix or airline code twice', () => {
    expect(tables.carriers.length).toBeGreaterThanOrEqual(80);
    expect(repeated(tables.carriers.map((carrier) => carrier.id))).toEqual([]);
    expect(repeated(tables.carriers.flatMap(({ awbPrefix }) => awbPrefix ?? []))).toEqual([]);
    expect(repeated(tables.carriers.flatMap(({ iata }) => iata ?? []))).toEqual([]);
    for (const { awbPrefix, scacs } of tables.carriers) {
      if (awbPrefix !== null) expect(awbPrefix).toMatch(/^\d{3}$/);
      for (const scac of scacs) expect(scac).toMatch(/^[A-Z0-9]{4}$/);
    }
  });

  it('has no terminal code twice at one port, other codes included', () => {
    const codes = tables.terminals.flatMap(({ port, code, otherCodes, otherNames }) =>
      [code, ...otherCodes, ...otherNames].map((each) => `${port}:${each}`),
    );
    expect(repeated(codes)).toEqual([]);
    for (const terminal of tables.terminals) {
      expect(isOnEarth(terminal), terminal.code).toBe(true);
      expect(tables.unLocodeAliases.has(terminal.port), terminal.port).toBe(false);
    }
  });
});
