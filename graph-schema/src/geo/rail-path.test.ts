import { describe, expect, it } from 'vitest';
import { buildRailNetwork, railLine, railPath, type RailStation } from './rail-path.ts';

const station = (id: string, longitude: number, latitude: number): RailStation => ({
  id,
  longitude,
  latitude,
});
const xian = station('RAIL:XAP', 109.07, 34.4);
const urumqi = station('RAIL:WMQ', 87.58, 43.84);
const khorgos = station('RAIL:HGS', 80.41, 44.2);
const altynkol = station('RAIL:ATK', 80.33, 44.16);
const dostyk = station('RAIL:DST', 82.48, 45.25);
const brest = station('RAIL:BRE', 23.68, 52.1);
const malaszewicze = station('RAIL:MLW', 23.53, 52.03);
const duisburg = station('RAIL:DUI', 6.76, 51.43);

const network = buildRailNetwork([
  [xian, urumqi, khorgos, altynkol, brest],
  [urumqi, dostyk, brest],
  [brest, malaszewicze, duisburg],
]);

describe('railPath', () => {
  it('follows the corridors from station to station', () => {
    const path = railPath(network, 'RAIL:XAP', 'RAIL:DUI');
    expect(path?.stations[0]).toBe('RAIL:XAP');
    expect(path?.stations.slice(-3)).toEqual(['RAIL:BRE', 'RAIL:MLW', 'RAIL:DUI']);
    expect(path?.coordinates).toHaveLength(path!.stations.length);
    expect(path!.distanceKm).toBeGreaterThan(7000);
    expect(path!.distanceKm).toBeLessThan(9000);
  });

  it('runs the other way as well', () => {
    const there = railPath(network, 'RAIL:XAP', 'RAIL:DUI')!;
    expect(railPath(network, 'RAIL:DUI', 'RAIL:XAP')?.stations).toEqual(there.stations.toReversed());
  });

  it('is null for a station that no corridor has', () => {
    expect(railPath(network, 'RAIL:XAP', 'RAIL:XXX')).toBeNull();
    const apart = buildRailNetwork([[xian, urumqi], [brest, duisburg]]); // prettier-ignore
    expect(railPath(apart, 'RAIL:XAP', 'RAIL:DUI')).toBeNull();
  });
});

describe('railLine', () => {
  it('draws a chain that is known', () => {
    const line = railLine([khorgos, altynkol]);
    expect(line.coordinates).toEqual([[80.41, 44.2], [80.33, 44.16]]); // prettier-ignore
    expect(line.distanceKm).toBeGreaterThan(5);
    expect(line.distanceKm).toBeLessThan(10);
  });
});
