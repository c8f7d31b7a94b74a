import { goods } from 'graph-schema/domain/claim';
import type { GoodsRef } from 'graph-schema/domain/tracking-event';
import { loadCodeList } from 'graph-schema/reference/code-list';
import type { X12Segment } from '../../syntax/x12/segment.ts';
import { splitLoops } from './loops.ts';
import { isGross, kilograms, readNumber } from './quantity.ts';

const COMMODITY_QUALIFIERS = loadCodeList('x12/commodity-23');
/** L502 and N1002 are an..50 and an..45: what is that long goes on in the next segment without a blank. */
const FULL_LINE = 45;
const LONGEST_DESCRIPTION = 400;

/**
 * The goods of the LX loops, one line each; segments without an LX are one line.
 *
 *   LX   L0 * line * * * (4) weight * 187 qualifier * volume * unit * (8) pieces * packaging * * (11) 188 unit
 *        L5 * line * description * 22 code * 23 qualifier        H1 * UN number       LH1 * unit * pieces * UN number
 */
export function readGoods(segments: readonly X12Segment[]): readonly GoodsRef[] {
  const { head, loops } = splitLoops(segments, 'LX');
  const lines = loops.length > 0 ? loops.map((loop) => loop.segments) : [head];
  return lines.flatMap((line) => readLine(line) ?? []);
}

function readLine(segments: readonly X12Segment[]): GoodsRef | null {
  const l0 = segments.find(({ tag }) => tag === 'L0') ?? null;
  const l5 = segments.filter(({ tag }) => tag === 'L5');
  const coded = l5.find((segment) => segment.read(3) !== null) ?? null;
  const description = joinLines(l5.map((segment) => segment.read(2)));
  const unNumber = dangerousGoods(segments);
  if (description === null && !l0 && unNumber === null) return null;
  return goods({
    description,
    hsCode: coded ? harmonised(coded.read(3), coded.code(4)) : null,
    pieces: readNumber(l0?.read(8) ?? null),
    packageType: l0?.code(9) ?? null,
    grossKg: l0 && isGross(l0.code(5)) ? kilograms(l0.read(4), l0.code(11), 'L') : null,
    unNumber,
  });
}

/** A tariff code, digits only, where its qualifier says that it is one. */
export function harmonised(code: string | null, qualifier: string | null): string | null {
  const digits = code?.replace(/[.\s]/g, '') ?? '';
  const isHarmonised = COMMODITY_QUALIFIERS.find(qualifier ?? '')?.canonical === 'HS';
  return isHarmonised && /^\d{4,10}$/.test(digits) ? digits : null;
}

/** The first UN number among H1 and LH1. */
export function dangerousGoods(segments: readonly X12Segment[]): string | null {
  for (const segment of segments) {
    const code = segment.tag === 'H1' ? segment.code(1) : segment.tag === 'LH1' ? segment.code(3) : null;
    const number = /^(?:UN|NA)?(\d{4})$/.exec(code ?? '')?.[1];
    if (number) return number;
  }
  return null;
}

/** Text that its sender cut into lines. */
export function joinLines(lines: readonly (string | null)[]): string | null {
  let text = '';
  let isFull = true;
  for (const line of lines) {
    if (line === null || text.length > LONGEST_DESCRIPTION) continue;
    text += text === '' || isFull ? line : ` ${line}`;
    isFull = line.length >= FULL_LINE;
  }
  return text.slice(0, LONGEST_DESCRIPTION) || null;
}
