import type { Span } from 'graph-schema/domain/tracking-event';
import type { MessageFormat } from '../formats/message-format.ts';
import { detect, type Detected } from './detect.ts';

export interface Run extends Span {
  readonly id: string | null;
  readonly documents: number;
}

/** Of so many documents at the beginning one must be known, or the file is of a kind that nobody knows. */
const UNKNOWN_MOST = 2000;
/** No JSON that is known to anybody is shorter than this, in bytes. */
const LEAST = 16;
const BRACE = 0x7b;
const COMMA = 0x2c;
const TAG = 0x3c;

/**
 * Documents with the formats, or the families of formats, that know them. In a file of lines neighbours of one format stay
 * together, unless records of JSON are wanted apart; elements of an array, which has a bracket around them, and documents of XML are
 * read one by one. What nobody knows is told once for each stretch of it. Empty where the whole is of one format.
 */
export function runsOfOneFormat(
  bytes: Uint8Array,
  documents: readonly Span[],
  formats: readonly MessageFormat[],
  areApart: boolean,
): Run[] {
  const isJson = bytes[documents[0]?.start ?? 0] === BRACE;
  const isEachAlone = areApart && isJson;
  const runs: Run[] = [];
  const ids = new Set<string | null>();
  for (const [index, { start, end }] of documents.entries()) {
    if (index === UNKNOWN_MOST && ids.size === 1 && ids.has(null)) return [];
    const isTiny = end - start < LEAST && bytes[start] === BRACE;
    const id = isTiny ? null : idOf(detect(bytes.subarray(start, end), formats));
    ids.add(id);
    const last = runs.at(-1);
    if (last && last.id === id && (id === null || !(isEachAlone || isApart(bytes, last, start))))
      runs[runs.length - 1] = { ...last, end, documents: last.documents + 1 };
    else runs.push({ start, end, id, documents: 1 });
  }
  const isOne = ids.size < 2 && !isEachAlone && bytes[runs[0]?.start ?? 0] !== TAG;
  return isOne ? [] : runs;
}

function idOf(detected: Detected | null): string | null {
  return detected && (detected.kind === 'FAMILY' ? detected.family.id : detected.format.id);
}

/** Elements of an array, and documents of XML: a format reads one of these at a time. */
function isApart(bytes: Uint8Array, before: Span, start: number): boolean {
  return bytes[before.start] === TAG || bytes.subarray(before.end, start).includes(COMMA);
}
