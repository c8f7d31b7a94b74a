import { describe, expect, it } from 'vitest';
import { createRailNetwork } from './rail-network.ts';
import { readReferenceTables } from './reference-tables.ts';

const tables = readReferenceTables(null);
const chainBetween = createRailNetwork(tables);
const namesZh = new Map(tables.railStations.map((station) => [station.code, station.nameZh]));

const at = (code: string, longitude: number, latitude = 0) => ({
  ...tables.railStations[0]!,
  code,
  latitude,
  longitude,
});
const route = (stations: string[], costFactor: number) => ({
  ...tables.railRoutes[0]!,
  stations,
  costFactor,
});

describe('chainBetween', () => {
  it("takes the train from Xi'an to Duisburg over Dostyk or Khorgos, Brest and Małaszewicze", () => {
    const chain = chainBetween('XAP', 'DUI') ?? [];
    expect(chain.at(0)).toBe('XAP');
    expect(chain.at(-1)).toBe('DUI');
    expect(chain).toEqual(expect.arrayContaining(['LZJ', 'BRE', 'MLW', 'FFO']));
    expect(chain.includes('DOS') || chain.includes('ATK')).toBe(true);
  });

  it('takes the land-sea corridor from Chongqing to Qinzhou over Guiyang and Liuzhou', () => {
    expect(chainBetween('TJC', 'QGD')?.map((code) => namesZh.get(code))).toEqual(
      '团结村 綦江 遵义西 贵阳南 都匀 麻尾 南丹 金城江 柳州南 黎塘 钦州东 钦州港 钦州港东'.split(' '),
    );
  });

  it.each([
    ['TJC', 'UCH'],
    ['TJC', 'BLG'],
    ['CXG', 'LOD'],
    ['ZYU', 'XAP'],
    ['YWX', 'MAD'],
    ['XAP', 'MLW'],
    ['WJX', 'VTE'],
  ])('joins %s and %s', (from, to) => {
    expect(chainBetween(from, to)?.length).toBeGreaterThan(2);
  });

  it('takes the Betuwe line between Rotterdam and Duisburg, the same both ways', () => {
    expect(chainBetween('RTM', 'DUI')).toEqual(['RTM', 'KFH', 'ZEV', 'EMM', 'OBH', 'DUI']);
    expect(chainBetween('DUI', 'RTM')).toEqual(['DUI', 'OBH', 'EMM', 'ZEV', 'KFH', 'RTM']);
  });

  it('answers a station to itself, and null for a station that it does not know', () => {
    expect(chainBetween('XAP', 'XAP')).toEqual(['XAP']);
    expect(chainBetween('XAP', 'NOWHERE')).toBeNull();
  });

  it('prefers a longer main line to a shorter side line', () => {
    const find = createRailNetwork({
      railStations: [at('A', 0), at('SIDE', 1), at('MAIN', 1, 0.5), at('B', 2)],
      railRoutes: [route(['A', 'SIDE', 'B'], 1.5), route(['A', 'MAIN', 'B'], 1)],
    });
    expect(find('A', 'B')).toEqual(['A', 'MAIN', 'B']);
  });
});
