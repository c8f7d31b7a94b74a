import type { Interpretation, IssueCode, MessageIssue } from 'graph-schema/domain/message';
import type { MessageFormat, ReadContext } from '../formats/message-format.ts';
import { detect, formatOfType, readersOf, type Detected } from './detect.ts';

export interface ReadResult {
  /** Id of the format; of a file with messages of several formats, their ids joined by `+`. Null: nothing knows it. */
  readonly format: string | null;
  /** Messages of the sender in it: of an interchange its messages, else one. */
  readonly messages: number;
  readonly interpretation: Interpretation;
}

/** Bytes to what they say: detection, then the format's own pure reading. Total: a bug in a format becomes an issue. */
export function readMessage(
  bytes: Uint8Array,
  context: ReadContext,
  formats: readonly MessageFormat[],
): ReadResult {
  if (bytes.length === 0) return onlyIssue('EMPTY_MESSAGE', null);
  const detected = detect(bytes, formats);
  return detected ? readAs(detected, bytes, context, formats) : onlyIssue('UNKNOWN_FORMAT', shown(bytes));
}

/** Reads what was recognised. */
export function readAs(
  detected: Detected,
  bytes: Uint8Array,
  context: ReadContext,
  formats: readonly MessageFormat[],
): ReadResult {
  if (detected.kind === 'FORMAT') {
    const { format } = detected;
    return { format: format.id, messages: 1, interpretation: format.read(bytes, context) };
  }
  const { family } = detected;
  const { interpretation, types } = family.read(bytes, context, readersOf(family, formats));
  const ids = types.flatMap((type) => formatOfType(family, type, formats)?.id ?? []);
  const format = ids.length > 0 ? [...new Set(ids)].join('+') : family.id;
  return { format, messages: types.length, interpretation };
}

/** The reading of a message of which nothing could be taken: one unit, one reason. */
export function onlyIssue(code: IssueCode, value: string | null): ReadResult {
  const issue: MessageIssue = { code, severity: 'ERROR', at: 'message', value, span: null, list: null };
  const interpretation: Interpretation = {
    messages: [],
    positions: [],
    statics: [],
    issues: [issue],
    counts: { units: 1, withEvents: 0, withPositions: 0, withIssuesOnly: 1, withoutContent: 0 },
  };
  return { format: null, messages: 0, interpretation };
}

/** The beginning of the content for a person to recognise, control characters shown as dots. */
function shown(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 80), (byte) =>
    byte < 0x20 || (byte >= 0x7f && byte < 0xa0) ? '.' : String.fromCharCode(byte),
  ).join('');
}
