import { charsetIssue, chooseCharset } from '../../syntax/charset.ts';
import type { Findings } from '../../syntax/findings.ts';
import { findJsonMember, findJsonRecords, type JsonSpan, type ScanOptions } from '../../syntax/json-spans.ts';

/** An event as the message has it, where it stands, and what an issue calls it. */
export interface EventRecord {
  /** Parsed JSON; `undefined` when these bytes are none. */
  readonly value: unknown;
  readonly span: JsonSpan;
  /** `$[4]`, `$.events[4]`, or `$` for a message that is one event. */
  readonly path: string;
}

/** Nesting of an event by the schema is 4 (transportCall.location.address); what goes far beyond is an attack. */
const MAX_DEPTH = 32;

/**
 * The events of a message:
 *
 *     array   = "[" [event *("," event)] "]"          answer of GET /v2/events, body of a callback
 *     single  = event                                 answer of GET /v2/events/{eventID}
 *     lines   = *(event LF) / *(array LF)             archived callbacks, one a line
 *     wrapped = "{" … "events" ":" array … "}"        gateways that add paging to the array
 */
export function readRecords(bytes: Uint8Array, fallbackCharset: string, findings: Findings): EventRecord[] {
  const choice = chooseCharset(bytes, 'utf-8', fallbackCharset);
  const whole = { start: 0, end: bytes.length };
  findings.include(charsetIssue(choice, 'utf-8', '$'));
  if (choice.charset.startsWith('utf-16')) {
    findings.add('UNSUPPORTED', 'ERROR', '$', choice.charset, whole);
    return [];
  }
  const options: ScanOptions = { maxDepth: MAX_DEPTH, doubleByte: choice.charset !== 'utf-8' };
  const decoder = new TextDecoder(choice.charset, { ignoreBOM: true });
  const decode: Decode = (start, end) => decoder.decode(bytes.subarray(start, end));
  const content = { start: choice.bomLength, end: bytes.length };

  const top = findJsonRecords(bytes, options, content);
  const only = top.spans.length === 1 ? top.spans[0] : undefined;
  const member = only && bytes[only.start] === 0x7b ? findJsonMember(bytes, only, 'events', options) : null;
  const found = member && bytes[member.start] === 0x5b ? findJsonRecords(bytes, options, member) : top;
  const isWrapped = found !== top;
  for (const { unclosedAt, strayAt, tooDeepAt } of isWrapped ? [top, found] : [top]) {
    if (unclosedAt !== null)
      findings.add('TRUNCATED', 'ERROR', '$', null, { start: unclosedAt, end: bytes.length });
    if (strayAt !== null)
      findings.add('BAD_SYNTAX', 'WARNING', '$', null, { start: strayAt, end: strayAt + 1 });
    if (tooDeepAt !== null)
      findings.add('BAD_SYNTAX', 'ERROR', '$', null, { start: tooDeepAt, end: bytes.length });
  }
  const isSingle =
    !isWrapped && only !== undefined && bytes[content.start + blanks(bytes, content.start)] === 0x7b;
  const values = parseTogether(found.spans, decode) ?? found.spans.map((span) => parseOne(span, decode));
  return found.spans.map((span, i) => {
    const path = isSingle ? '$' : `${isWrapped ? '$.events' : '$'}[${i}]`;
    return { value: values[i], span, path };
  });
}

/** Text of a byte range in the message's character set. */
type Decode = (start: number, end: number) => string;

/** All values at once: one call of the engine's parser for a page of events. Null when any of them is no JSON. */
function parseTogether(spans: readonly JsonSpan[], decode: Decode): unknown[] | null {
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return [];
  try {
    const values: unknown = JSON.parse(`[${decode(first.start, last.end)}]`);
    return Array.isArray(values) && values.length === spans.length ? values : null;
  } catch {
    return null;
  }
}

function parseOne({ start, end }: JsonSpan, decode: Decode): unknown {
  try {
    return JSON.parse(decode(start, end));
  } catch {
    return undefined;
  }
}

function blanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at += 1;
  return at - from;
}
