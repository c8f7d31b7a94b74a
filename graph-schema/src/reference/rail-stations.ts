import { markOf, numberOrNull, readTable, textOrNull } from './table-file.ts';
import type { Mark } from './table-file.ts';

export interface RailStation {
  /** Telegraph code 电报码 (three letters) in China, else a short id of our own; see `codeKind`. */
  readonly code: string;
  readonly codeKind: 'TELEGRAPH' | 'OWN';
  /** China Railway's telegraph code, also where `code` is one of our own; null where there is none. */
  readonly telegraphCode: string | null;
  readonly name: string;
  readonly nameZh: string | null;
  readonly nameLocal: string | null;
  readonly otherNames: readonly string[];
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly zone: string;
  /** Track gauges in millimetres, the country's own first; two where wagons or boxes change gauge. */
  readonly gaugesMm: readonly number[];
  /** A crossing to another country's railway. */
  readonly isBorder: boolean;
  readonly unLocode: string | null;
  readonly source: string;
  readonly mark: Mark;
}

const columns = (
  'code codeKind telegraphCode name nameZh nameLocal otherNames country latitude longitude zone ' +
  'gaugesMm border unLocode source mark'
).split(' ');

const list = (cell: string | undefined) => (cell ? cell.split('|') : []);

export function readRailStations(directory: string): RailStation[] {
  return readTable(directory, 'rail-stations', columns).map((cells) => {
    const [code = '', codeKind, telegraphCode, name = '', nameZh, nameLocal, otherNames, country = ''] =
      cells;
    const [latitude, longitude, zone = '', gauges, border, unLocode, source = '', mark] = cells.slice(8);
    return {
      code,
      codeKind: codeKind === 'TELEGRAPH' ? 'TELEGRAPH' : 'OWN',
      telegraphCode: textOrNull(telegraphCode),
      name,
      nameZh: textOrNull(nameZh),
      nameLocal: textOrNull(nameLocal),
      otherNames: list(otherNames),
      country,
      latitude: numberOrNull(latitude) ?? Number.NaN,
      longitude: numberOrNull(longitude) ?? Number.NaN,
      zone,
      gaugesMm: list(gauges).map(Number),
      isBorder: border === 'Y',
      unLocode: textOrNull(unLocode),
      source,
      mark: markOf(mark),
    };
  });
}
