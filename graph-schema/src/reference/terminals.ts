import { markOf, numberOrNull, readTable, textOrNull } from './table-file.ts';
import type { Mark } from './table-file.ts';

/** A terminal of a port, as senders of messages there name it. */
export interface Terminal {
  readonly port: string;
  readonly code: string;
  /** Other spellings and codes of the same terminal in messages. */
  readonly otherCodes: readonly string[];
  readonly name: string;
  readonly nameZh: string | null;
  /** Chinese names in daily use: 北仑三期. */
  readonly otherNames: readonly string[];
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly source: string;
  readonly mark: Mark;
}

const columns = 'port code otherCodes name nameZh otherNames latitude longitude source mark'.split(' ');

export function readTerminals(directory: string): Terminal[] {
  return readTable(directory, 'terminals', columns).map((cells) => {
    const [port = '', code = '', otherCodes, name = '', nameZh, otherNames, latitude, longitude] = cells;
    const [source = '', mark] = cells.slice(8);
    return {
      port,
      code,
      otherCodes: otherCodes ? otherCodes.split('|') : [],
      name,
      nameZh: textOrNull(nameZh),
      otherNames: otherNames ? otherNames.split('|') : [],
      latitude: numberOrNull(latitude),
      longitude: numberOrNull(longitude),
      source,
      mark: markOf(mark),
    };
  });
}
