import type { CargoImpLine } from '../cargo-imp.ts';
import type { TextLine } from '../lines.ts';

const SEGMENT = /\s*UN[ABHTZ][+:]/y;
const APOSTROPHE = /'/g;
const BEFORE_TRAILER = /'(?=UN[TZ]\+|$)/g;

/** A line, with the segments of an EDIFACT envelope cut out where they share it with the message. */
export function* piecesOf({ text, start, number }: TextLine): Generator<CargoImpLine> {
  for (let at = 0; at < text.length;) {
    const { end, next } = endOfSegment(text, at);
    const piece = trimmed(text, at, end, start, number);
    if (piece) yield piece;
    at = next;
  }
}

/** A segment ends at its apostrophe; a line of the message at the line's end or where a trailer is glued to it. */
function endOfSegment(text: string, start: number): { end: number; next: number } {
  SEGMENT.lastIndex = start;
  const ending = SEGMENT.test(text) ? APOSTROPHE : BEFORE_TRAILER;
  ending.lastIndex = start;
  const end = ending.exec(text)?.index ?? text.length;
  return { end, next: end + 1 };
}

/** Without blanks and the control characters of teleprinters (start and end of heading and text) at both ends. */
function trimmed(text: string, from: number, to: number, base: number, number: number): CargoImpLine | null {
  let start = from;
  let end = to;
  while (start < end && text.charCodeAt(start) <= 0x20) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end -= 1;
  return start < end ? { text: text.slice(start, end), start: base + start, end: base + end, number } : null;
}
