import { parseAarCar } from 'graph-schema/codes/aar-car';
import { completeContainerNumber, parseContainerNumber } from 'graph-schema/codes/iso6346';
import { compactNumber } from 'graph-schema/codes/parsed';
import type { EquipmentRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { X12Segment } from '../../syntax/x12/segment.ts';
import type { ClaimContext, Where } from '../claim-context.ts';
import { readBox } from '../ports/box.ts';

/** Equipment as a set names it, in up to three parts. */
export interface WrittenEquipment {
  /** Owner's prefix or reporting mark (206). */
  readonly initial: string | null;
  /** Serial number (207), sometimes with the check digit, sometimes without leading zeros. */
  readonly number: string | null;
  /** 761 */
  readonly checkDigit?: string | null;
  /** Equipment description code (40): `CN`, `RR`, `TL`. */
  readonly kind?: string | null;
  readonly sizeType?: string | null;
  readonly seals?: readonly string[];
}

const KINDS = loadCodeList('x12/equipment-40');

/**
 * The box, wagon or trailer. What its description code says counts; without one the mark does: U ends the prefix of a
 * container, Z that of a trailer or chassis, and everything else is a wagon where `otherwise` says so. Null with a finding
 * when there is no number to keep.
 */
export function readEquipment(
  written: WrittenEquipment,
  where: Where,
  context: ClaimContext,
  otherwise: 'CONTAINER' | 'WAGON' | 'TRAILER' = 'CONTAINER',
): EquipmentRef | null {
  const { initial, number } = partsOf(written);
  const { sizeType = null, seals = [] } = written;
  if (number === '') {
    context.findings.add('MISSING_FIELD', 'ERROR', where.at, 'equipment number', where.span);
    return null;
  }
  const full = number.startsWith(initial) ? number : `${initial}${number}`;
  const kind = kindOf(written.kind ?? null, full, where, context) ?? otherwise;
  if (kind === 'CONTAINER') {
    const box = completeBox(initial, number, written.checkDigit ?? null);
    return readBox({ number: box, sizeType, seals }, where, context);
  }
  const car = parseAarCar(full);
  if (kind === 'WAGON' && !car.ok)
    context.findings.add('BAD_IDENTIFIER', 'WARNING', where.at, full, where.span);
  const reference = kind === 'WAGON' && car.ok ? car.value : full;
  if (reference.length <= 17) return { kind, reference, sizeType: null, seals };
  context.findings.add('BAD_IDENTIFIER', 'ERROR', where.at, full, where.span);
  return null;
}

/** A number that has a mark of its own is whole: what stands before it then is the carrier's SCAC, as MS201 is by the book. */
function partsOf(written: WrittenEquipment): { readonly initial: string; readonly number: string } {
  const number = compactNumber(written.number ?? '');
  const [, mark, serial] = /^([A-Z]{4})(\d{4,7})$/.exec(number) ?? [];
  if (mark && serial) return { initial: mark, number: serial };
  return { initial: compactNumber(written.initial ?? ''), number };
}

function kindOf(
  code: string | null,
  full: string,
  { at, span }: Where,
  { findings }: ClaimContext,
): 'CONTAINER' | 'WAGON' | 'TRAILER' | null {
  if (/^[A-Z]{3}U\d/.test(full)) return 'CONTAINER';
  if (/^[A-Z]{3}Z\d/.test(full)) return 'TRAILER';
  const row = code === null ? null : KINDS.find(code);
  if (code !== null && !row) findings.unmapped(KINDS, code, at, span);
  return (row?.canonical ?? null) as 'CONTAINER' | 'WAGON' | 'TRAILER' | null;
}

/**
 * Prefix, serial and check digit in one. The check digit is an element of its own that may be left out, so a number without
 * it is complete; a serial that lost its leading zeros gets them back only if the check digit agrees.
 */
function completeBox(initial: string, number: string, checkDigit: string | null): string {
  const bare = `${initial}${number}`;
  if (number.length === 6)
    return checkDigit === null ? (completeContainerNumber(bare) ?? bare) : bare + checkDigit;
  if (number.length < 6 && checkDigit !== null) {
    const padded = `${initial}${number.padStart(6, '0')}${checkDigit}`;
    if (parseContainerNumber(padded).ok) return padded;
  }
  const shortened = `${initial}${number.padStart(7, '0')}`;
  return parseContainerNumber(shortened).ok ? shortened : bare;
}

/**
 *   N7 * 206 initial * 207 number * weight * qualifier * tare * … * (11) 40 description * … * (17) unit * (18) check digit
 *      * … * (22) type        M7 * seal * seal * seal * seal
 */
export function readN7(segment: X12Segment, seals: readonly X12Segment[]): WrittenEquipment {
  return {
    initial: segment.read(1),
    number: segment.read(2),
    kind: segment.code(11),
    checkDigit: segment.read(18),
    sizeType: segment.read(22),
    seals: sealsOf(seals),
  };
}

/** The seals of M7 segments. */
export function sealsOf(segments: readonly X12Segment[]): readonly string[] {
  return segments
    .filter(({ tag }) => tag === 'M7')
    .flatMap((segment) => [1, 2, 3, 4].flatMap((element) => segment.read(element) ?? []));
}
