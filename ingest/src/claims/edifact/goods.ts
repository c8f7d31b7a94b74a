import { goods } from 'graph-schema/domain/claim';
import type { GoodsRef, Measurement, Quantity } from 'graph-schema/domain/tracking-event';
import { parseEdifactNumber } from '../../syntax/edifact/number.ts';
import type { EdifactSegment } from '../../syntax/edifact/segment.ts';
import { kilogramsOf } from '../ports/weight.ts';

/**
 * Goods as GID and what follows it describe them, or as a box group does without a GID.
 *
 *   GID + item + 7224 pieces : 7065 package : 1131 : 3055 : 7064 package in words
 *   FTX + AAA + 4453 + 4441 + 4440 text : …      PIA + 4347 + 7140 number : 7143 (HS tariff)
 *   MEA + 6311 + 6313 what + 6411 unit : 6314    DGS + IMD + 8351 class + 7124 UN number
 *   SGP + 8260 box : … + 7224 pieces in it       TMP + 6245 + 6246 degrees : 6411
 */
export interface GoodsItem {
  /** The line, and one more for each further dangerous substance in it; empty when nothing is said. */
  readonly goods: readonly GoodsRef[];
  readonly pieces: number | null;
  readonly grossKg: number | null;
  /** Numbers of the boxes that it is in, as written. */
  readonly boxes: readonly string[];
}

/** MEA 6313 of a gross weight; a net weight and a tare are none. */
const GROSS = ['G', 'AAD', 'AAB', 'WT', 'VGM'];
const TARIFFS: ReadonlySet<string> = new Set(['HS', 'CC']);
/** FTX 4451: AAA goods description, ACB additional, PKG marks are none. */
const DESCRIPTION = 'AAA';
const LONGEST_DESCRIPTION = 500;

export function readGoods(segments: readonly EdifactSegment[]): GoodsItem {
  const gid = segments.find(({ tag }) => tag === 'GID');
  const pieces = positive(parseEdifactNumber(gid?.read(1, 0) ?? null));
  const packageType = gid?.read(1, 1) ?? gid?.read(1, 4) ?? null;
  const grossKg = grossWeightIn(segments);
  const description = descriptionIn(segments);
  const hsCode = tariffIn(segments);
  const [unNumber = null, ...others] = unNumbersIn(segments);
  const line = goods({ description, hsCode, pieces, packageType, grossKg, unNumber });
  const says = description ?? hsCode ?? pieces ?? packageType ?? unNumber;
  return {
    goods: says === null ? [] : [line, ...others.map((other) => goods({ unNumber: other }))],
    pieces,
    grossKg,
    boxes: segments.flatMap((segment) => (segment.tag === 'SGP' ? (segment.read(0) ?? []) : [])),
  };
}

/** All lines together; null when none says how much. */
export function totalOf(items: readonly GoodsItem[]): Quantity | null {
  const pieces = sum(items.map((item) => item.pieces));
  const grossKg = sum(items.map((item) => item.grossKg));
  return pieces === null && grossKg === null ? null : { pieces, grossKg, ofPieces: null };
}

/** The temperature to keep (TMP 6245 = 2), with its UCUM unit. */
export function setPointsIn(segments: readonly EdifactSegment[]): Measurement[] {
  return segments.flatMap((segment): Measurement[] => {
    const value = segment.is('TMP', '2') ? signed(segment.read(1, 0)) : null;
    if (value === null) return [];
    const unit = segment.read(1, 1)?.toUpperCase() === 'FAH' ? '[degF]' : 'Cel';
    return [{ kind: 'SET_POINT', name: null, value, unit }];
  });
}

/** `+05.0` and `-18,5` are numbers here. */
function signed(written: string | null): number | null {
  return parseEdifactNumber(written?.replace(/^\+/, '') ?? null);
}

/** What a sum lacks in one line it lacks in all: half a total misleads. */
function sum(values: readonly (number | null)[]): number | null {
  if (values.length === 0 || values.includes(null)) return null;
  return Math.round(values.reduce<number>((total, value) => total + (value ?? 0), 0) * 1000) / 1000;
}

function grossWeightIn(segments: readonly EdifactSegment[]): number | null {
  for (const wanted of GROSS) {
    for (const segment of segments) {
      if (segment.tag !== 'MEA' || (segment.read(1, 0) ?? segment.read(0)) !== wanted) continue;
      const kilograms = positive(kilogramsOf(segment.read(2, 1), segment.read(2, 0)));
      if (kilograms !== null) return kilograms;
    }
  }
  return null;
}

function descriptionIn(segments: readonly EdifactSegment[]): string | null {
  const words: string[] = [];
  for (const segment of segments) {
    if (!segment.is('FTX', DESCRIPTION)) continue;
    for (let component = 0; component < 5; component += 1) {
      const text = segment.read(3, component);
      if (text !== null) words.push(text);
    }
  }
  const text = words.join(' ').replace(/\s+/g, ' ');
  return text === '' ? null : text.slice(0, LONGEST_DESCRIPTION);
}

function tariffIn(segments: readonly EdifactSegment[]): string | null {
  for (const segment of segments) {
    if (segment.tag !== 'PIA') continue;
    for (let element = 1; element <= 5; element += 1) {
      const digits = segment.read(element, 0)?.replace(/[\s.]/g, '') ?? '';
      if (TARIFFS.has(segment.read(element, 1)?.toUpperCase() ?? '') && /^\d{4,14}$/.test(digits))
        return digits;
    }
  }
  return null;
}

function unNumbersIn(segments: readonly EdifactSegment[]): string[] {
  const numbers = segments.flatMap((segment) => (segment.tag === 'DGS' ? (segment.read(2, 0) ?? []) : []));
  return [...new Set(numbers.filter((number) => /^\d{4}$/.test(number)))];
}

function positive(value: number | null): number | null {
  return value === null || value <= 0 ? null : value;
}
