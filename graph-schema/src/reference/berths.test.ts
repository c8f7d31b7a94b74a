import { describe, expect, it } from 'vitest';
import { berthPlaces, parseBerths } from './berths.ts';
import { getCallZones } from './call-zones.ts';

const places = berthPlaces(getCallZones().ships.portOf);
const head = 'port\tterminal\tberth\tlongitude\tlatitude\totherLongitude\totherLatitude\tsource';
const row = (...cells: (string | number)[]) => cells.join('\t');
const good = row('CNNBO', 'BLCT3', '4', 121.9652, 29.9003, 121.969, 29.9021, 'harbour chart');
const read = (...rows: string[]) => parseBerths([head, ...rows].join('\n'), places);

describe('a file of berths', () => {
  it('is read with remarks, columns of its own and in any order, as other programs save it', () => {
    const text = `\uFEFF# our quays\r\nberth\tname\tport\tterminal\tlatitude\tlongitude\totherLatitude\totherLongitude\tsource\r\n4\tour old one\tCNNBO\tBLCT3\t29.9003\t121.9652\t29.9021\t121.969\tharbour chart\r\n\r\n`;
    expect(parseBerths(text, places)).toEqual(read(good));
    expect(read(good)).toEqual([
      { port: 'CNNBO', terminal: 'BLCT3', berth: '4', ends: [[121.9652, 29.9003], [121.969, 29.9021]] },
    ]);
  }); // prettier-ignore

  it('names port and terminal as the service does, whichever of their codes it has', () => {
    const [one, other] = read(
      row('cnngb', 'ydct', 'Berth 04', 121.9652, 29.9003, 121.969, 29.9021, 'x'),
      row('CNNBO', 'own', 'N2', 121.96, 29.9003, 121.9652, 29.9003, 'x'),
    );
    expect([one, other]).toMatchObject([
      { port: 'CNNBO', terminal: 'BLCT3', berth: '4' },
      { port: 'CNNBO', terminal: 'OWN', berth: 'N2' },
    ]);
  });

  it('says of each row that cannot be meant what is wrong, by its line', () => {
    const bad = [
      row('Ningbo', 'BLCT3', '1', 121.9652, 29.9003, 121.969, 29.9021, 'x'),
      row('CNNBO', '', '2', 121.9652, 29.9003, 121.969, 29.9021, 'x'),
      row('CNNBO', 'BLCT3', '', 121.9652, 29.9003, 121.969, 29.9021, 'x'),
      row('CNNBO', 'BLCT3', '3', '121°57′E', 29.9003, 121.969, 29.9021, 'x'),
    ];
    expect(() => read(good, ...bad)).toThrowErrorMatchingInlineSnapshot(
      `[Error: line 3: port "NINGBO" is no UN/LOCODE; line 4: no terminal; line 5: berth (empty) is no number or short name; line 6: longitude "121°57′E" is not within ±180 degrees]`,
    );
  });

  it('refuses lines of quays that are none', () => {
    const bad = [
      row('CNNBO', 'BLCT3', '5', 29.9003, 61.9652, 29.9021, 61.969, 'x'),
      row('CNNBO', 'BLCT3', '6', 121.9652, 29.9003, 121.9652, 29.9003, 'x'),
      row('CNNBO', 'BLCT3', '7', 121.9652, 29.9003, 122.1, 29.9003, 'x'),
      row('CNNBO', 'BLCT3', '8', 121.9652, 29.9003, 121.969, 29.9021, ''),
      good,
      good,
    ];
    expect(() => read(...bad)).toThrowErrorMatchingInlineSnapshot(
      `[Error: line 2: it lies 3883 nautical miles from CNNBO: longitude and latitude may be swapped; line 3: both ends are the same point; line 4: its ends lie 7.0 nautical miles apart, which no quay of one berth is long; line 5: no source: where its line is from; line 7: berth CNNBO BLCT3 4 stands in a line before]`,
    );
    expect(() => parseBerths('port\tterminal\n', places)).toThrow('no column berth, longitude');
  });
});
