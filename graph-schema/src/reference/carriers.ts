import { markOf, readTable, textOrNull } from './table-file.ts';
import type { Mark } from './table-file.ts';

export type CarrierKind = 'OCEAN' | 'FEEDER' | 'RIVER' | 'RAIL' | 'AIR' | 'NVOCC';
const kinds: readonly string[] = ['OCEAN', 'FEEDER', 'RIVER', 'RAIL', 'AIR', 'NVOCC'] satisfies CarrierKind[];

export interface Carrier {
  readonly id: string;
  readonly kind: CarrierKind;
  readonly name: string;
  readonly nameZh: string | null;
  readonly country: string;
  /** Standard Carrier Alpha Codes, the one of its bills first. */
  readonly scacs: readonly string[];
  /** Short code that Chinese ports and liner messages use, where it is common knowledge. */
  readonly linerCode: string | null;
  readonly iata: string | null;
  /** Three digits that open its air waybill numbers. */
  readonly awbPrefix: string | null;
  readonly source: string;
  readonly mark: Mark;
}

const columns = 'id kind name nameZh country scacs linerCode iata awbPrefix source mark'.split(' ');

function isKind(text: string): text is CarrierKind {
  return kinds.includes(text);
}

export function readCarriers(directory: string): Carrier[] {
  return readTable(directory, 'carriers', columns).map((cells) => {
    const [id = '', kind = '', name = '', nameZh, country = '', scacs, linerCode, iata, awbPrefix] = cells;
    if (!isKind(kind)) throw new Error(`Carrier ${id} has an unknown kind ${kind}`);
    return {
      id,
      kind,
      name,
      nameZh: textOrNull(nameZh),
      country,
      scacs: scacs ? scacs.split('|') : [],
      linerCode: textOrNull(linerCode),
      iata: textOrNull(iata),
      awbPrefix: textOrNull(awbPrefix),
      source: cells[9] ?? '',
      mark: markOf(cells[10]),
    };
  });
}
