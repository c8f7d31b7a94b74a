import { repeatable, type Repeatable } from './part.ts';

/** What ends a message and what it counts: segments with its head, in EDIFACT, X12 and flat files. */
const TRAILERS: Readonly<Record<string, { readonly head: string; readonly count: RegExp }>> = {
  UNT: { head: 'UNH', count: /^(\s*UNT.)\d+/ },
  SE: { head: 'ST', count: /^(\s*SE.)\d+/ },
  '99': { head: '00', count: /^(\s*99:)\d+/ },
};
const ENVELOPES: ReadonlySet<string> = new Set(['UNA', 'UNB', 'UNZ', 'ISA', 'GS', 'GE', 'IEA', ...Object.keys(TRAILERS)]); // prettier-ignore

interface Segment {
  readonly tag: string;
  readonly start: number;
  readonly end: number;
}

/** Messages, and the group that each kind of segment begins: up to the next of its kind or the end of the message. */
export function repeatedSegments(text: string): Repeatable[] {
  const terminator = terminatorOf(text);
  const segments = segmentsOf(text, terminator);
  const seen = new Set<string>();
  return segments.flatMap(({ tag, start }, index): Repeatable[] => {
    if (seen.has(tag) || ENVELOPES.has(tag)) return [];
    seen.add(tag);
    const isHead = Object.values(TRAILERS).some(({ head }) => head === tag);
    const after = segments.slice(index + 1);
    const next = after.find((segment) => segment.tag === tag || segment.tag in TRAILERS);
    const end = isHead && next && next.tag in TRAILERS ? next.end : (next?.start ?? text.length);
    return [
      repeatable(isHead ? 'message' : `group ${tag}`, text, start, end, (grown) =>
        withCounts(grown, terminator),
      ),
    ];
  });
}

function terminatorOf(text: string): string {
  if (text.startsWith('UNA')) return text[8] ?? "'";
  if (text.startsWith('ISA')) return text[105] ?? '~';
  return text.startsWith('ST') ? '~' : "'";
}

function segmentsOf(text: string, terminator: string): Segment[] {
  const segments: Segment[] = [];
  let start = text.startsWith('UNA') ? 9 : 0;
  for (let end = start; end < text.length; end += 1) {
    if (text[end] !== terminator || text[end - 1] === '?') continue;
    const tag = /^\s*([A-Z0-9]+)/.exec(text.slice(start, start + 16))?.[1];
    if (tag) segments.push({ tag, start, end: end + 1 });
    start = end + 1;
  }
  return segments;
}

function withCounts(text: string, terminator: string): string {
  const parts: string[] = [];
  let written = 0;
  let head = 0;
  for (const [index, { tag, start, end }] of segmentsOf(text, terminator).entries()) {
    if (Object.values(TRAILERS).some((trailer) => trailer.head === tag)) head = index;
    const trailer = TRAILERS[tag];
    if (!trailer) continue;
    const counted = text.slice(start, end).replace(trailer.count, `$1${index - head + 1}`);
    parts.push(text.slice(written, start), counted);
    written = end;
  }
  return parts.join('') + text.slice(written);
}
