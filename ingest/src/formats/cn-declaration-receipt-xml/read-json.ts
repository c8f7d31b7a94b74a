import { decodeText } from '../../syntax/decoded-text.ts';
import type { Findings } from '../../syntax/findings.ts';
import { fieldOf, isReceipt, splitNumbers, type ReceiptRecord } from './receipt-record.ts';

/** Receipts stand at the top, in a list, or in a list under `data`: no deeper. */
const DEEPEST = 3;

type JsonObject = Readonly<Record<string, unknown>>;

/** All receipts of a JSON text; null when it is broken or holds none (the findings say which). */
export function readJsonRecords(
  bytes: Uint8Array,
  charset: string,
  findings: Findings,
): ReceiptRecord[] | null {
  const source = decodeText(bytes, null, charset);
  findings.include(source.charsetIssue);
  const whole = { start: 0, end: bytes.length };
  // A byte order mark has no index in the text; padding after it has, and JSON takes blanks.
  const text = source.text.replaceAll('\0', ' ');
  try {
    JSON.parse(text);
  } catch {
    findings.add('BAD_SYNTAX', 'ERROR', '$', text.slice(-60), whole);
    return null;
  }
  const records: ReceiptRecord[] = [];
  let taken = 0;
  for (const { start, end } of listObjects(text)) {
    if (start < taken) continue;
    const object = JSON.parse(quoteLongNumbers(text.slice(start, end))) as JsonObject;
    const names = new Set(Object.keys(object).map((name) => fieldOf(name) ?? ''));
    if (!isReceipt(names)) continue;
    taken = end;
    records.push({
      fields: fieldsOf(object),
      containers: containersOf(object),
      at: `$[${records.length}]`,
      span: { start: source.offsetOf(start), end: source.offsetOf(end) },
    });
  }
  if (records.length > 0) return records;
  findings.add('MISSING_FIELD', 'ERROR', '$', 'channel, entryId', whole);
  return null;
}

/** Where the objects of a valid JSON text begin and end, outer ones first, down to `DEEPEST` levels of nesting. */
function listObjects(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const open: ({ start: number; end: number } | null)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"') {
      at = stringEnd(text, at) - 1;
    } else if (character === '{' || character === '[') {
      const object = character === '{' && open.length < DEEPEST ? { start: at, end: at } : null;
      if (object) found.push(object);
      open.push(object);
    } else if (character === '}' || character === ']') {
      const closed = open.pop();
      if (closed) closed.end = at + 1;
    }
  }
  return found;
}

/** Declaration numbers have more digits than a number of JavaScript holds: unquoted ones are read as text. */
function quoteLongNumbers(json: string): string {
  if (!/\d{16}/.test(json)) return json;
  const pieces: string[] = [];
  let kept = 0;
  let at = 0;
  while (at < json.length) {
    if (json.charAt(at) === '"') {
      at = stringEnd(json, at);
      continue;
    }
    let digits = at;
    while (digits < json.length && isDigit(json.charCodeAt(digits))) digits += 1;
    const isWhole = !/[-+.eE]/.test(json.charAt(at - 1)) && !/[.eE]/.test(json.charAt(digits));
    if (digits - at >= 16 && isWhole) {
      pieces.push(json.slice(kept, at), `"${json.slice(at, digits)}"`);
      kept = digits;
    }
    at = Math.max(digits, at + 1);
  }
  return [...pieces, json.slice(kept)].join('');
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Index behind the closing quote of the string that opens at `at`. */
function stringEnd(json: string, at: number): number {
  let end = at + 1;
  while (end < json.length && json.charAt(end) !== '"') end += json.charAt(end) === '\\' ? 2 : 1;
  return end + 1;
}

function fieldsOf(object: JsonObject): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(object)) {
    const field = fieldOf(name);
    const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
    if (field && text !== '' && !fields.has(field)) fields.set(field, text);
  }
  return fields;
}

/** How deep lists of containers may nest; anything deeper is none. */
const DEEPEST_LIST = 6;

function containersOf(object: JsonObject, depth = 0): string[] {
  return Object.entries(object).flatMap(([name, value]) =>
    fieldOf(name) === 'container' ? numbersIn(value, depth) : [],
  );
}

function numbersIn(value: unknown, depth: number): string[] {
  if (typeof value === 'string') return splitNumbers(value);
  if (depth > DEEPEST_LIST) return [];
  if (Array.isArray(value)) return value.flatMap((one) => numbersIn(one, depth + 1));
  return typeof value === 'object' && value !== null ? containersOf(value as JsonObject, depth + 1) : [];
}
