import type { Interpretation, IssueCode, MessageIssue } from 'graph-schema/domain/message';
import type { MessageFormat, ReadContext } from '../formats/message-format.ts';
import { detectFormat } from './detect.ts';

export interface ReadResult {
  readonly format: string | null;
  readonly interpretation: Interpretation;
}

/** Bytes to what they say: detection, then the format's own pure reading. Total: a bug in a format becomes an issue. */
export function readMessage(
  bytes: Uint8Array,
  context: ReadContext,
  formats: readonly MessageFormat[],
): ReadResult {
  if (bytes.length === 0) return { format: null, interpretation: onlyIssue('EMPTY_MESSAGE', null) };
  const format = detectFormat(bytes, formats);
  if (!format) return { format: null, interpretation: onlyIssue('UNKNOWN_FORMAT', shown(bytes)) };
  return { format: format.id, interpretation: format.read(bytes, context) };
}

/** The interpretation of a message of which nothing could be taken: one unit, one reason. */
export function onlyIssue(code: IssueCode, value: string | null): Interpretation {
  const issue: MessageIssue = { code, severity: 'ERROR', at: 'message', value, span: null };
  return {
    messages: [],
    positions: [],
    statics: [],
    issues: [issue],
    counts: { units: 1, withEvents: 0, withPositions: 0, withIssuesOnly: 1, withoutContent: 0 },
  };
}

/** The beginning of the content for a person to recognise, control characters shown as dots. */
function shown(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 80), (byte) =>
    byte < 0x20 || (byte >= 0x7f && byte < 0xa0) ? '.' : String.fromCharCode(byte),
  ).join('');
}
