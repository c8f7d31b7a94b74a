import { charsetIssue, chooseCharset } from './charset.ts';
import { collectFindings, type Findings } from './findings.ts';
import { asObject, type JsonObject } from './json-fields.ts';
import { narrowed } from './json-wide.ts';
import { findJsonRecords, memberFinder, type JsonSpan, type ScanOptions } from './json-spans.ts';

/** A record as the message has it, where it stands, and what an issue calls it. */
export interface JsonRecord {
  /** Parsed JSON; `undefined` when these bytes are none. */
  readonly value: unknown;
  readonly span: JsonSpan;
  /** `$[4]`, `$.events[4]`, `$[1].events[4]` (the second of several wrappers), or `$` for a message that is one record. */
  readonly path: string;
  /** The object around the list that the record stands in, its list empty; null for a record that stands bare. */
  readonly wrapper: JsonObject | null;
}

export interface JsonRecordOptions {
  /** Nesting of a record beyond which the scan stops: what goes far beyond the schema is an attack. */
  readonly maxDepth: number;
  /** Where a wrapper may keep its list of records, as names from the outside in; the first path that leads to a list. */
  readonly lists: readonly (readonly string[])[];
}

/** Where gateways and answers of interfaces keep a list, whatever it holds; asked after the paths of the format itself. */
export const USUAL_LISTS = [
  ['data', 'list'], ['data', 'records'], ['data', 'rows'], ['data', 'items'], ['data', 'content'], ['data', 'events'],
  ['data'], ['results', 'items'], ['results'], ['result', 'list'], ['result', 'records'], ['result', 'events'], ['result'],
  ['items'], ['content'], ['list'], ['records'], ['rows'], ['body', 'list'], ['body'], ['payload'], ['response'], ['value'],
] as const; // prettier-ignore

const BRACKET = 0x5b;
const BRACE = 0x7b;

/**
 * The records of a message, whichever way its sender packs them:
 *
 *     array   = "[" [record *("," record)] "]"
 *     single  = record
 *     lines   = *(record LF) / *(array LF)
 *     wrapped = "{" … "events" ":" array … "}"       and any of the above with wrappers for records
 *
 * A message that is cut gives the records before the cut, of a wrapper none; TRUNCATED says so. Linear in the bytes.
 */
export function readJsonRecords(
  bytes: Uint8Array,
  fallbackCharset: string,
  options: JsonRecordOptions,
  findings: Findings,
): JsonRecord[] {
  const choice = chooseCharset(bytes, 'utf-8', fallbackCharset);
  findings.include(charsetIssue(choice, 'utf-8', '$'));
  const { charset, bomLength } = choice;
  if (!charset.startsWith('utf-16')) return recordsIn(bytes, charset, bomLength, options, findings);
  findings.add('BAD_CHARSET', 'WARNING', '$', `utf-8 → ${charset}`, null);
  const narrow = narrowed(bytes, charset, bomLength);
  const found = collectFindings();
  const records = recordsIn(narrow.bytes, 'utf-8', 0, options, found);
  for (const issue of found.issues)
    findings.include({ ...issue, span: issue.span && narrow.spanOf(issue.span) });
  return records.map((record) => ({ ...record, span: narrow.spanOf(record.span) }));
}

function recordsIn(
  bytes: Uint8Array,
  charset: string,
  bomLength: number,
  { maxDepth, lists }: JsonRecordOptions,
  findings: Findings,
): JsonRecord[] {
  const scan: ScanOptions = { maxDepth, doubleByte: charset !== 'utf-8' };
  const decoder = new TextDecoder(charset, { ignoreBOM: true });
  const source: Source = {
    bytes,
    scan,
    findings,
    decode: (start, end) => decoder.decode(bytes.subarray(start, end)),
  };
  const content = { start: bomLength, end: bytes.length };
  const top = findRecords(source, content);
  const isSingle = top.length === 1 && firstByte(bytes, content) === BRACE;
  const nameOf = (index: number): string => (isSingle ? '$' : `$[${index}]`);
  const first = top[0];
  // Senders who wrap, wrap every time: so a feed of bare records is not searched for wrappers one by one.
  if (first && findList(source, first, lists)) {
    return top.flatMap((span, i) => unwrapped(source, span, top.length === 1 ? '$' : `$[${i}]`, lists));
  }
  return recordsAt(source, top, nameOf, null);
}

/** The bytes of a message and what is known of them. */
interface Source {
  readonly bytes: Uint8Array;
  readonly scan: ScanOptions;
  readonly findings: Findings;
  readonly decode: (start: number, end: number) => string;
}

interface FoundList {
  readonly span: JsonSpan;
  readonly name: string;
}

function findList(
  { bytes, scan }: Source,
  wrapper: JsonSpan,
  lists: JsonRecordOptions['lists'],
): FoundList | null {
  const finders = new Map<number, (name: string) => JsonSpan | null>();
  const member = (of: JsonSpan, name: string): JsonSpan | null => {
    if (bytes[of.start] !== BRACE) return null;
    const find = finders.get(of.start) ?? memberFinder(bytes, of, scan);
    finders.set(of.start, find);
    return find(name);
  };
  for (const path of lists) {
    let at: JsonSpan | null = wrapper;
    for (const name of path) at = at && member(at, name);
    if (at && bytes[at.start] === BRACKET) return { span: at, name: path.join('.') };
  }
  return null;
}

function unwrapped(
  source: Source,
  span: JsonSpan,
  path: string,
  lists: JsonRecordOptions['lists'],
): JsonRecord[] {
  const list = findList(source, span, lists);
  if (!list) return recordsAt(source, [span], () => path, null);
  const { decode } = source;
  const around = parse(`${decode(span.start, list.span.start)}[]${decode(list.span.end, span.end)}`);
  const wrapper = asObject(around);
  if (!wrapper) source.findings.add('BAD_SYNTAX', 'WARNING', path, null, span);
  return recordsAt(
    source,
    findRecords(source, list.span),
    (i) => `${path}.${list.name}[${i}]`,
    wrapper ?? {},
  );
}

function findRecords({ bytes, scan, findings }: Source, within: JsonSpan): readonly JsonSpan[] {
  const { spans, unclosedAt, strayAt, tooDeepAt } = findJsonRecords(bytes, scan, within);
  if (unclosedAt !== null)
    findings.add('TRUNCATED', 'ERROR', '$', null, { start: unclosedAt, end: within.end });
  if (strayAt !== null)
    findings.add('BAD_SYNTAX', 'WARNING', '$', null, { start: strayAt, end: strayAt + 1 });
  if (tooDeepAt !== null)
    findings.add('BAD_SYNTAX', 'ERROR', '$', null, { start: tooDeepAt, end: within.end });
  return spans;
}

function recordsAt(
  source: Source,
  spans: readonly JsonSpan[],
  nameOf: (index: number) => string,
  wrapper: JsonObject | null,
): JsonRecord[] {
  const values =
    parseTogether(spans, source) ?? spans.map(({ start, end }) => parse(source.decode(start, end)));
  return spans.map((span, i) => ({ value: values[i], span, path: nameOf(i), wrapper }));
}

/** All values at once: one call of the engine's parser for a page of records. Null when any of them is no JSON. */
function parseTogether(spans: readonly JsonSpan[], { decode }: Source): unknown[] | null {
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return [];
  const values = parse(`[${decode(first.start, last.end)}]`);
  return Array.isArray(values) && values.length === spans.length ? (values as unknown[]) : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function firstByte(bytes: Uint8Array, { start }: JsonSpan): number | undefined {
  let at = start;
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at += 1;
  return bytes[at];
}
