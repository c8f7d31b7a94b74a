import { compactBounded } from './outcome.ts';

// ISO 6346 size and type code: length · height and width · type group and detail (`45G1`: 40′, 9′6″, general purpose).

export type SizeTypeKind =
  | 'GENERAL' | 'VENTILATED' | 'BULK' | 'NAMED_CARGO' | 'REEFER' | 'THERMAL' | 'OPEN_TOP' | 'PLATFORM' | 'TANK'
  | 'AIR_SURFACE' | 'OTHER'; // prettier-ignore

export interface SizeTypeDescription {
  /** Nominal outer length; null for the metric swap-body lengths and for codes outside the standard. */
  readonly lengthFeet: number | null;
  /** 9′6″ or higher; null where the height is not given. */
  readonly highCube: boolean | null;
  readonly kind: SizeTypeKind;
}

const CODE = /^[1-4A-NPR][0245689C-FL-NP][A-HJKLNPRSTUV][A-Z0-9]$/;

/** What people write for the commonest boxes, per length: suffix → height digit, group and detail. */
const COMMON_SUFFIXES: Readonly<Record<string, string>> = {
  GP: '2G1', DC: '2G1', DV: '2G1', SD: '2G1', ST: '2G1', HC: '5G1', HQ: '5G1', HG: '5G1', GH: '5G1',
  RF: '2R1', RE: '2R1', RQ: '5R1', RH: '5R1', HR: '5R1', RHC: '5R1',
  OT: '2U1', OH: '5U1', HCOT: '5U1', TK: '2T1', TN: '2T1', TC: '2T1', FR: '2P1', FH: '5P3', FL: '2P1', PL: '2P0', PF: '2P0',
  VH: '2V1', BK: '2B0', BU: '2B0', HT: '2U1',
}; // prettier-ignore
const COMMON_LENGTHS: Readonly<Record<string, string>> = { 20: '2', 40: '4', 45: 'L', 48: 'M', 53: 'P' };
const COMMON = /^(20|40|45|48|53)([A-Z]{2,4})$/;

/** ISO 6346:1984, four digits: length · height (odd ones have a gooseneck tunnel) · two digits of type. */
const NUMERIC = /^([2349])([0-6])(\d)(\d)$/;
const NUMERIC_LENGTHS: Readonly<Record<string, string>> = { 2: '2', 3: '3', 4: '4', 9: 'L' };
const NUMERIC_HEIGHTS = ['0', '0', '2', '2', '5', '5', '6'] as const;
/** By the tens digit of the type; the detail digit is kept only where it means the same in both editions. */
const NUMERIC_TYPES = ['G1', 'G1', 'V2', 'R1', 'R0', 'U1', 'P1', 'T1', 'B0', 'A0'] as const;

/**
 * The ISO 6346 code of a size and type as a sender writes it: `22g1`, `20GP`, `40'HQ`, `4310`. Null when it is none of
 * these. The two general-purpose details of 1984 (00 and 10) both become G1: senders do not tell them apart.
 */
export function normaliseSizeType(raw: string): string | null {
  const value = compactBounded(raw).replace(/['′’"″”´`]/g, '');
  const numeric = NUMERIC.exec(value);
  if (numeric) {
    const [, length = '', height = '', type = '', detail = ''] = numeric;
    const platform = type === '6' ? platformOf1984(detail) : null;
    const group = platform ?? NUMERIC_TYPES[Number(type)];
    return `${NUMERIC_LENGTHS[length]}${NUMERIC_HEIGHTS[Number(height)]}${group}`;
  }
  const common = COMMON.exec(value);
  const suffix = common?.[2] ? COMMON_SUFFIXES[common[2]] : undefined;
  if (common?.[1] && suffix) {
    // A 45′ box is always 9′6″ high, whatever its suffix says.
    const height = common[1] === '20' || common[1] === '40' ? suffix.charAt(0) : '5';
    return `${COMMON_LENGTHS[common[1]]}${height}${suffix.slice(1)}`;
  }
  return CODE.test(value) ? value : null;
}

/** 60 platform · 61–62 fixed ends · 63–64 folding ends · 65–69 with superstructure. */
function platformOf1984(detail: string): string {
  if (detail === '0') return 'P0';
  if (detail === '1' || detail === '2') return 'P1';
  return detail === '3' || detail === '4' ? 'P3' : 'P5';
}

const LENGTH_FEET: Readonly<Record<string, number>> = {
  1: 10, 2: 20, 3: 30, 4: 40, G: 41, H: 43, L: 45, M: 48, N: 49, P: 53,
}; // prettier-ignore
const KINDS: Readonly<Record<string, SizeTypeKind>> = {
  G: 'GENERAL', V: 'VENTILATED', B: 'BULK', S: 'NAMED_CARGO', R: 'REEFER', H: 'THERMAL', U: 'OPEN_TOP', P: 'PLATFORM',
  T: 'TANK', K: 'TANK', N: 'TANK', A: 'AIR_SURFACE',
}; // prettier-ignore

/** What a normalised code says. Text that is no code gives a null length and OTHER. */
export function describeSizeType(code: string): SizeTypeDescription {
  const normal = normaliseSizeType(code);
  if (normal === null) return { lengthFeet: null, highCube: null, kind: 'OTHER' };
  return {
    lengthFeet: LENGTH_FEET[normal.charAt(0)] ?? null,
    highCube: /[56EFNP]/.test(normal.charAt(1)),
    kind: KINDS[normal.charAt(2)] ?? 'OTHER',
  };
}

const SHORT_NAMES: Readonly<Record<SizeTypeKind, string>> = {
  GENERAL: 'GP', VENTILATED: 'VH', BULK: 'BK', NAMED_CARGO: 'NC', REEFER: 'RF', THERMAL: 'TH', OPEN_TOP: 'OT',
  PLATFORM: 'FR', TANK: 'TK', AIR_SURFACE: 'AS', OTHER: '',
}; // prettier-ignore

/** As the trade says it: `40′ HC`, `20′ RF`. The code itself where no such name fits. */
export function displaySizeType(code: string): string {
  const { lengthFeet, highCube, kind } = describeSizeType(code);
  if (lengthFeet === null || kind === 'OTHER') return code;
  if (kind === 'GENERAL') return `${lengthFeet}′ ${highCube ? 'HC' : 'GP'}`;
  return `${lengthFeet}′ ${SHORT_NAMES[kind]}${highCube ? ' HC' : ''}`;
}
