/**
 * How carriers write their bills of lading. `V`: seen in public sources; `E`: expert knowledge, unconfirmed, to be
 * corrected here and nowhere else. `body` is the part after the prefix.
 */
export interface OceanCarrier {
  /** The prefix that the canonical form of a bill begins with. */
  readonly scac: string;
  /** SMDG liner code, as EDIFACT and terminal messages name the carrier; null where not known. */
  readonly smdg: string | null;
  readonly name: string;
  readonly nameZh: string;
  /** Prefixes of the same carrier for the same numbers: rewritten to `scac`. */
  readonly aliases: readonly string[];
  /** Prefixes of brands merged into it: kept as written, looked up under `scac` as well. */
  readonly legacy: readonly string[];
  readonly body: RegExp;
  /** Whether the carrier's own papers and messages also leave the prefix out. */
  readonly writtenBare: boolean;
  readonly mark: 'V' | 'E';
}

type Row = [
  scac: string, smdg: string | null, name: string, nameZh: string, aliases: string, legacy: string, body: RegExp,
  writtenBare: boolean, mark: 'V' | 'E',
]; // prettier-ignore

const ROWS: readonly Row[] = [
  ['MAEU', 'MSK', 'Maersk', '马士基', '', 'SEAU SAFM MCPU', /^(?=.*\d{3})[A-Z0-9]{9}$/, true, 'V'],
  ['MEDU', 'MSC', 'MSC', '地中海航运', 'MSCU', '', /^[A-Z0-9]{2}\d{6}$/, false, 'V'],
  ['CMDU', 'CMA', 'CMA CGM', '达飞', '', '', /^[A-Z]{3}\d{7}$/, true, 'V'],
  ['COSU', 'COS', 'COSCO Shipping Lines', '中远海运集运', '', '', /^\d{10}$/, true, 'V'],
  ['OOLU', 'OOL', 'OOCL', '东方海外', '', '', /^\d{10}$/, true, 'V'],
  ['HLCU', 'HLC', 'Hapag-Lloyd', '赫伯罗特', '', '', /^[A-Z]{2,3}(?=.*\d{3})[A-Z0-9]{8,10}$/, false, 'V'],
  ['EGLV', 'EMC', 'Evergreen', '长荣海运', '', '', /^\d{12}$/, true, 'V'],
  [
    'ONEY',
    'ONE',
    'Ocean Network Express',
    '海洋网联船务',
    '',
    '',
    /^[A-Z]{3,4}(?=.*\d{3})[A-Z0-9]{8,9}$/,
    true,
    'V',
  ],
  ['HDMU', 'HMM', 'HMM', '韩新海运', '', '', /^[A-Z]{4}\d{7,8}$/, true, 'V'],
  ['YMLU', 'YML', 'Yang Ming', '阳明海运', 'YMJA YM', '', /^[A-Z]\d{9}$/, true, 'V'],
  ['ZIMU', 'ZIM', 'ZIM', '以星航运', '', '', /^[A-Z]{3}\d{4,9}$/, false, 'V'],
  ['WHLC', 'WHL', 'Wan Hai', '万海航运', '', '', /^\d{3}[A-Z0-9]{7,8}$/, true, 'E'],
  ['PCIU', 'PIL', 'PIL', '太平船务', '', '', /^(?:[A-Z]{4})?\d{9,12}$/, true, 'E'],
  ['SITU', 'SIT', 'SITC', '海丰国际', 'SITD', '', /^[A-Z]{2,7}\d{6,9}$/, true, 'E'],
  ['KMTU', 'KMT', 'KMTC', '高丽海运', 'KMTC', '', /^[A-Z]{2,7}\d{6,9}$/, true, 'E'],
  ['TSLU', 'TSL', 'TS Lines', '德翔海运', '13DF', '', /^[A-Z]{2,7}\d{6,9}$/, true, 'E'],
  ['SMLM', 'SMM', 'SM Line', 'SM商船', '', '', /^[A-Z]{2,7}\d{6,9}$/, true, 'E'],
  ['REGU', 'RCL', 'RCL', '宏海箱运', 'RCLU', '', /^[A-Z]{2,7}\d{6,9}$/, true, 'E'],
  ['SKHU', 'SKR', 'Sinokor', '长锦商船', 'SKLS', '', /^[A-Z]{2,7}\d{6,9}$/, true, 'E'],
  ['APLU', null, 'APL', '美国总统轮船', '', '', /^[A-Z0-9]{8,12}$/, false, 'E'],
  ['ANNU', null, 'ANL', '澳洲国家航运', '', '', /^[A-Z0-9]{8,12}$/, false, 'E'],
  ['CNCC', null, 'CNC', '正利航业', '', '', /^[A-Z0-9]{8,12}$/, false, 'E'],
  ['SUDU', null, 'Hamburg Süd', '汉堡南美', '', '', /^[A-Z0-9]{8,12}$/, false, 'E'],
  ['MATS', null, 'Matson', '美森轮船', '', '', /^[A-Z0-9]{8,12}$/, false, 'E'],
  ['CULV', null, 'CU Lines', '中联航运', '', '', /^[A-Z0-9]{8,12}$/, false, 'E'],
];

function words(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}

export const OCEAN_CARRIERS: readonly OceanCarrier[] = ROWS.map(
  ([scac, smdg, name, nameZh, aliases, legacy, body, writtenBare, mark]) => ({
    scac, smdg, name, nameZh, aliases: words(aliases), legacy: words(legacy), body, writtenBare, mark,
  }), // prettier-ignore
);

const byPrefix = new Map<string, OceanCarrier>();
for (const carrier of OCEAN_CARRIERS) {
  for (const prefix of [carrier.scac, ...carrier.aliases, ...carrier.legacy]) byPrefix.set(prefix, carrier);
}

/** By SCAC, other bill prefix or brand merged into it. */
export function findOceanCarrier(scac: string): OceanCarrier | null {
  return byPrefix.get(scac.trim().toUpperCase()) ?? null;
}

const bySmdg = new Map(OCEAN_CARRIERS.flatMap((carrier) => (carrier.smdg ? [[carrier.smdg, carrier]] : [])));

/** By SMDG liner code (`COS`). */
export function findOceanCarrierBySmdg(code: string): OceanCarrier | null {
  return bySmdg.get(code.trim().toUpperCase()) ?? null;
}
