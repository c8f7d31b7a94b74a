import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gazetteer } from '../domain/place.ts';
import { resolveNamed } from '../domain/resolve-place.ts';
import { createGazetteer } from './gazetteer.ts';
import { formatImportedLocodes, importedLocodeFile } from './imported-un-locode.ts';
import { loadGazetteer } from './load-gazetteer.ts';
import { readReferenceTables } from './reference-tables.ts';

const row = (code: string, name: string, latitude: number, longitude: number) => ({
  code,
  name,
  functions: '1-------',
  latitude,
  longitude,
  zone: null,
});

let places: Gazetteer;
beforeAll(() => {
  places = createGazetteer(readReferenceTables(null));
});

describe('findTown', () => {
  it.each([
    ['CHICAGO', 'IL', 'US', 'USCHI'],
    ['St. Louis', 'mo', 'US', 'USSTL'],
    ['Ft Worth', 'TX', 'US', 'USFWT'],
    ['Kansas City', 'KS', 'US', 'USKCK'],
    ['MONTRÉAL', 'QC', 'CA', 'CAMTR'],
  ])('%s, %s, %s', (name, subdivision, country, code) => {
    expect(places.findTown(name, subdivision, country)?.unLocode).toBe(code);
  });

  it('knows no town of another state, of no state, or of which a state has two', () => {
    expect(places.findTown('Chicago', 'TX', 'US')).toBeNull();
    expect(places.findTown('Chicago', '', 'US')).toBeNull();
    expect(places.findTown('Chicago', 'IL', 'USA')).toBeNull();
    const twice = readReferenceTables(null);
    const entries: readonly (readonly [string, string, string])[] = [
      ['USAAA', 'Twice', 'TX'],
      ['USAAB', 'TWICE', 'TX'],
    ];
    const unLocodeNames = { ...twice.unLocodeNames, entries: () => entries.values() };
    expect(createGazetteer({ ...twice, unLocodeNames }).findTown('Twice', 'TX', 'US')).toBeNull();
  });
});

describe('findNamed', () => {
  const named = (name: string) => places.findNamed(name).map(({ id }) => id);

  it.each([
    ['宁波', 'CNNBO'],
    ['上海港', 'CNSGH'],
    ['洋山港区', 'CNYSA'],
    ['中国 盐田', 'CNYTN'],
    ['香港', 'HKHKG'],
    ['外港海关', 'CUSTOMS:2225'],
    ['霍尔果斯站', 'RAIL:HGS'],
    ['北仑三期', 'CNNBO:BLCT2'],
    ['宁波港北仑三期码头', 'CNNBO:BLCT2'],
    ['外高桥四期', 'CNSGH:WGQ4'],
    ['洋山四期集装箱码头', 'CNYSA:YS4'],
    ['果园港', 'CNCKG:GYCT'],
  ])('%s is %s', (name, id) => {
    expect(named(name)).toContain(id);
  });

  it('gives all that have a name, none for other names, and no place of another kind for what is added', () => {
    expect(named('科隆')).toEqual(['DECGN', 'PAONX', 'RAIL:CGN']);
    expect(['某地', 'Ningbo', '', '港'].flatMap(named)).toEqual([]);
    expect(places.findNamed('上海浦东机场').map(({ kind }) => kind)).toEqual(['AIRPORT']);
  });
});

describe('resolveNamed', () => {
  it('takes the place that the mode speaks of, and none of two', () => {
    expect(resolveNamed('宁波', 'VESSEL', places)).toMatchObject({ ref: { unLocode: 'CNNBO', raw: null } });
    expect(resolveNamed('上海港', null, places)).toMatchObject({ ref: { unLocode: 'CNSGH' } });
    expect(resolveNamed('外港海关', null, places)).toMatchObject({
      ref: { customsOffice: '2225', unLocode: 'CNSGH' },
    });
    expect(resolveNamed('科隆', 'VESSEL', places)).toHaveProperty('among');
    expect(resolveNamed('某地', null, places)).toBeNull();
  });
});

describe('findLocode', () => {
  it.each([
    ['CNNGB', 'CNNBO', '宁波'],
    ['CNSHA', 'CNSGH', '上海'],
    ['CNSHG', 'CNSGH', '上海'],
    ['CNTAO', 'CNQIN', '青岛'],
    ['CNQZJ', 'CNQZL', '泉州'],
    ['CNCQI', 'CNCKG', '重庆'],
    ['KZALS', 'CNAKL', '阿拉山口'],
  ])('answers %s, as messages write it, with the port %s %s', (written, code, nameZh) => {
    expect(places.findLocode(written)).toMatchObject({ id: code, unLocode: code, nameZh });
  });

  it.each(['cnsha', ' CN SHA ', 'CN-SHA', 'ＣＮＳＨＡ'])('reads %j', (written) => {
    expect(places.findLocode(written)?.id).toBe('CNSGH');
  });

  it.each([
    ['CNCKG', '重庆', 'Asia/Shanghai', 29.6, 106.6],
    ['CNQZH', '钦州', 'Asia/Shanghai', 21.7, 108.6],
    ['CNYSA', '洋山', 'Asia/Shanghai', 30.6, 122.1],
    ['CNYTN', '盐田', 'Asia/Shanghai', 22.6, 114.3],
    ['CNHRS', '霍尔果斯', 'Asia/Shanghai', 44.2, 80.4],
    ['SGSIN', '新加坡', 'Asia/Singapore', 1.3, 103.8],
    ['NLRTM', '鹿特丹', 'Europe/Amsterdam', 51.9, 4.1],
    ['DEDUI', '杜伊斯堡', 'Europe/Berlin', 51.4, 6.7],
    ['USLGB', '长滩', 'America/Los_Angeles', 33.8, -118.2],
    ['BRSSZ', '桑托斯', 'America/Sao_Paulo', -24.0, -46.3],
    ['PLMAA', '马拉舍维奇', 'Europe/Warsaw', 52.0, 23.5],
    ['KRPUS', '釜山', 'Asia/Seoul', 35.1, 129.0],
    ['LKCMB', '科伦坡', 'Asia/Colombo', 6.9, 79.8],
    ['GRPIR', '比雷埃夫斯', 'Europe/Athens', 37.9, 23.6],
    ['MYTPP', '丹戎帕拉帕斯', 'Asia/Kuala_Lumpur', 1.4, 103.5],
  ])('knows %s %s, its zone and where it is', (code, nameZh, zone, latitude, longitude) => {
    const place = places.findLocode(code);
    expect(place).toMatchObject({ nameZh, zone });
    expect(Math.abs((place?.latitude ?? 99) - latitude)).toBeLessThan(0.2);
    expect(Math.abs((place?.longitude ?? 999) - longitude)).toBeLessThan(0.2);
  });

  it.each([
    ['CNPVG', '上海浦东', 31.14, 121.8],
    ['CNCGO', '郑州新郑', 34.52, 113.84],
    ['CNSIA', '西安咸阳', 34.45, 108.75],
    ['USJFK', '纽约肯尼迪', 40.64, -73.78],
  ])(
    'knows %s as an airport, though port tables use some of these codes',
    (code, nameZh, latitude, longitude) => {
      const place = places.findLocode(code);
      expect(place).toMatchObject({ id: code, nameZh, kind: 'AIRPORT' });
      expect(place?.latitude).toBeCloseTo(latitude, 1);
      expect(place?.longitude).toBeCloseTo(longitude, 1);
    },
  );

  it('gives an inland place that has no coordinates the zone of its one-zone country', () => {
    expect(places.findLocode('DESOE')).toMatchObject({
      country: 'DE',
      latitude: null,
      zone: 'Europe/Berlin',
    });
  });

  it.each(['', 'XX', 'XXQQQ', 'CNNBO1', '宁波'])('does not know %j', (written) => {
    expect(places.findLocode(written)).toBeNull();
  });

  it('knows every Chinese name and every alias by a place with a point and a zone', () => {
    const tables = readReferenceTables(null);
    const codes = [...tables.namesZh.keys(), ...tables.unLocodeAliases.keys()].filter(
      (key) => !key.includes(':'),
    );
    const incomplete = codes.filter((code) => {
      const place = places.findLocode(code);
      return place === null || place.latitude === null || place.zone === null;
    });
    expect(incomplete).toEqual([]);
  });
});

describe('findAirport', () => {
  it.each([
    ['PEK', 'CNPEK', '北京首都', 'Asia/Shanghai'],
    ['cgo', 'CNCGO', '郑州新郑', 'Asia/Shanghai'],
    ['LUX', 'LULUX', '卢森堡芬德尔', 'Europe/Luxembourg'],
    ['JFK', 'USJFK', '纽约肯尼迪', 'America/New_York'],
    ['HKG', 'HKHKG', '香港', 'Asia/Hong_Kong'],
    ['URC', 'CNURC', '乌鲁木齐地窝堡', 'Asia/Shanghai'],
  ])('knows %s', (iata, id, nameZh, zone) => {
    expect(places.findAirport(iata)).toMatchObject({ id, nameZh, zone, kind: 'AIRPORT' });
  });

  it('keeps the airport of Ningbo an airport, though its UN/LOCODE stands for the port in sea messages', () => {
    expect(places.findAirport('NGB')).toMatchObject({ id: 'CNNGB', name: expect.stringContaining('Lishe') });
  });

  it('knows the city codes that air waybills are routed by', () => {
    expect(places.findAirport('LON')).toMatchObject({
      unLocode: 'GBLON',
      nameZh: '伦敦',
      zone: 'Europe/London',
    });
  });

  it('puts Luxembourg and Liège where they are', () => {
    expect(places.findAirport('LUX')?.latitude).toBeCloseTo(49.62, 1);
    expect(places.findAirport('LGG')?.latitude).toBeCloseTo(50.64, 1);
  });

  it('does not know what is no airport', () => {
    expect(places.findAirport('ZZZ')).toBeNull();
    expect(places.findAirport('')).toBeNull();
  });
});

describe('findRailStation', () => {
  it.each([
    ['XAP', 'XAP'],
    ['西安国际港', 'XAP'],
    ['西安国际港站', 'XAP'],
    ["Xi'an International Port", 'XAP'],
    ['HFR', 'HGS'],
    ['霍尔果斯', 'HGS'],
    ['Khorgos', 'HGS'],
    ['阿腾科里', 'ATK'],
    ['Алтынколь', 'ATK'],
    ['MALASZEWICZE', 'MLW'],
    ['Małaszewicze', 'MLW'],
    ['duisburg', 'DUI'],
    ['团结村', 'TJC'],
    ['钦州港东站', 'QGD'],
    ['芦潮港', 'UCH'],
    ['Lodz', 'LOD'],
  ])('finds %s as %s', (written, code) => {
    expect(places.findRailStation(written)?.id).toBe(`RAIL:${code}`);
  });

  it('keeps the two sides of a border apart, in their own time', () => {
    expect(places.findRailStation('霍尔果斯')?.zone).toBe('Asia/Shanghai');
    expect(places.findRailStation('阿腾科里')?.zone).toBe('Asia/Almaty');
  });

  it.each(['', '站', 'nowhere'])('does not know %j', (written) => {
    expect(places.findRailStation(written)).toBeNull();
  });
});

describe('findCustomsOffice', () => {
  it.each([
    ['3104', '北仑海关', 'CNNBO'],
    ['2248', '洋山海关（港区）', 'CNYSA'],
    ['5301', '皇岗海关', 'CNSNZ'],
    ['9402', '霍尔果斯海关', 'CNHRS'],
  ])('knows %s %s', (code, nameZh, unLocode) => {
    expect(places.findCustomsOffice(code)).toMatchObject({ id: `CUSTOMS:${code}`, nameZh, unLocode });
  });

  it('answers an office that is not listed with its district, under the code that was asked for', () => {
    expect(places.findCustomsOffice('3199')).toMatchObject({ id: 'CUSTOMS:3199', nameZh: '宁波海关' });
  });

  it.each(['0000', '31', '31041', 'ABCD', ''])('does not know %j', (code) => {
    expect(places.findCustomsOffice(code)).toBeNull();
  });
});

describe('findTerminal', () => {
  it('finds a terminal under the port code of the message and under the port itself', () => {
    const terminal = places.findTerminal('CNNGB', 'blct3');
    expect(terminal).toMatchObject({
      id: 'CNNBO:BLCT3',
      unLocode: 'CNNBO',
      kind: 'TERMINAL',
      zone: 'Asia/Shanghai',
    });
    expect(places.findTerminal('CNNBO', 'BLCT3')).toEqual(terminal);
  });

  it('does not find a terminal of another port', () => {
    expect(places.findTerminal('CNSGH', 'BLCT3')).toBeNull();
  });
});

describe('loadGazetteer', () => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'gazetteer-'));
  afterAll(() => rmSync(dataDirectory, { recursive: true, force: true }));

  it('lets what an operator imported add places and correct points, but not undo our corrections', () => {
    mkdirSync(join(dataDirectory, 'reference'), { recursive: true });
    writeFileSync(
      importedLocodeFile(dataDirectory),
      formatImportedLocodes(
        [
          row('CNYSA', 'Yangshan', 28.76, 115.03),
          row('XXNEW', 'Newly Listed', 10, 20),
          row('ITCRO', 'Croce', 44.42, 7.43),
        ],
        'test',
      ),
    );
    const loaded = loadGazetteer(dataDirectory);
    expect(loaded.findLocode('XXNEW')).toMatchObject({ name: 'Newly Listed', latitude: 10, kind: 'PORT' });
    expect(loaded.findLocode('ITCRO')).toMatchObject({ latitude: 44.42 });
    expect(loaded.findLocode('CNYSA')).toMatchObject({ latitude: 30.62, longitude: 122.07 });
    expect(loaded.findLocode('SGSIN')?.nameZh).toBe('新加坡');
  });
});
