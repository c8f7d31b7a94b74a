import { repeatedRecords } from './json-records.ts';
import { repeatedLines } from './lines.ts';
import { copies, type Repeatable } from './part.ts';
import { repeatedSegments } from './segments.ts';
import { repeatedElements } from './xml-elements.ts';

/** What of a sample can be repeated, by its grammar; each is another way in which a message may be long. Text is Latin-1. */
export function repeatables(sample: Uint8Array, format: string): Repeatable[] {
  const text = Buffer.from(sample).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''); // prettier-ignore
  return [whole(text), ...partsOf(text.trimStart(), format)];
}

/** Of the parts of a sample so many are repeated; with LAWS_PARTS=all every one. */
const PARTS = process.env['LAWS_PARTS'] === 'all' ? Number.POSITIVE_INFINITY : 5;

/** Evenly from all by their length, the largest (mostly the whole file) among them. */
export function drawn(parts: readonly Repeatable[]): readonly Repeatable[] {
  const sorted = [...parts].sort((a, b) => b.length - a.length);
  const step = Math.max(1, sorted.length / PARTS);
  return sorted.filter((_, index) => index % step < 1);
}

function partsOf(text: string, format: string): Repeatable[] {
  if (/^(?:edifact|x12|jt)-/.test(format)) return repeatedSegments(text);
  if (text.startsWith('<')) return repeatedElements(text);
  if (/^[[{]/.test(text)) return repeatedRecords(text) ?? repeatedLines(text);
  return repeatedLines(text);
}

/** Files one after another. Bytes that are no text (Protocol Buffers) may follow each other without anything between. */
function whole(text: string): Repeatable {
  const isText = !/[\0-\x08]/.test(text); // oxlint-disable-line no-control-regex
  const one = isText && !text.endsWith('\n') ? `${text}\n` : text;
  return { what: 'file', length: one.length, times: (count) => copies(one, count, '') };
}
