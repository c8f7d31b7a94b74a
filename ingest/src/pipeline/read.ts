import type { Interpretation, IssueCode, MessageIssue } from 'graph-schema/domain/message';
import { withCorrections, type CodeCorrections, type CodeKey } from 'graph-schema/reference/code-corrections';
import type { MessageFormat, ReadContext } from '../formats/message-format.ts';
import { detect, formatOfType, readersOf, type Detected } from './detect.ts';
import { entitled } from './entitle.ts';
import { listEnclosed } from './enclosed.ts';
import { runsOfOneFormat } from './document-runs.ts';
import { findable } from './findable.ts';
import { gatewayContent } from './gateway-content.ts';
import { inCapitals } from './in-capitals.ts';
import { joinReadings, withOffsets } from './join-readings.ts';
import { narrowText } from './narrow-text.ts';
import { splitDocuments } from './split.ts';

export interface Reading {
  /** Id of the format; of a file with messages of several formats, their ids joined by `+`. Null: nothing knows it. */
  readonly format: string | null;
  /** Messages of the sender in it: of an interchange its messages, else one. */
  readonly messages: number;
  readonly interpretation: Interpretation;
}

export interface ReadResult extends Reading {
  /** Codes that were read as an operator says, and not as their lists do: another word of his changes this reading. */
  readonly corrected: readonly CodeKey[];
}

/**
 * Bytes to what they say: detection, then the format's own pure reading, under the sender's and the operator's
 * corrections of codes, and within what the sender may speak of. Total: a bug in a format becomes an issue.
 */
export function readMessage(
  bytes: Uint8Array,
  context: ReadContext,
  formats: readonly MessageFormat[],
  corrections: CodeCorrections = {},
): ReadResult {
  if (bytes.length === 0) return onlyIssue('EMPTY_MESSAGE', null);
  const { source } = context;
  const inForce = [source.codeCorrections, corrections].filter((given) => Object.keys(given).length > 0);
  const { result, used } = withCorrections(inForce, () => readParts(withoutEndMark(bytes), context, formats));
  const allowed = source.formats && [...source.formats, OWN_NOTICE];
  if (allowed && !(result.format?.split('+') ?? []).every((id) => allowed.includes(id)))
    return { ...onlyIssue('NOT_ENTITLED', result.format), format: result.format, messages: result.messages };
  const interpretation = entitled(result.interpretation, source, context.places);
  return { ...result, interpretation, corrected: used };
}

/** What a receiver had to leave is told of any source, whatever it may send. */
const OWN_NOTICE = 'not-taken-1';

/** Files of old systems end with the mark of the end of a file (0x1A); in what is no text it is a byte like any other. */
function withoutEndMark(bytes: Uint8Array): Uint8Array {
  if (bytes.at(-1) !== 0x1a || bytes.subarray(0, 512).some((byte) => byte > 0x03 && byte < 0x09))
    return bytes;
  return bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0x1a) + 1);
}

/**
 * The content of a gateway's answer is read as if it had come alone. A file that is not wholly of the format that its
 * beginning shows is read document by document.
 */
function readParts(bytes: Uint8Array, context: ReadContext, formats: readonly MessageFormat[]): Reading {
  const content = gatewayContent(bytes);
  const answer = content && bytes.subarray(content.start, content.end);
  if (content && answer && detect(answer, formats))
    return withOffsets(
      readParts(answer, context, formats),
      (offset) => content.start + offset,
      (at) => (at.startsWith('$') ? content.path + at.slice(1) : at),
    );
  const detected = detect(bytes, formats, context.source);
  const whole = detected && readAs(detected, bytes, context, formats);
  if (whole && isWholly(whole.interpretation)) return whole;
  if (!whole || isNothing(whole.interpretation)) {
    const inside = readInside(bytes, context, formats);
    if (inside && (!whole || !isNothing(inside.interpretation))) return inside;
  }
  const documents = splitDocuments(bytes);
  if (documents.length > 1) {
    // What could not be read together at all is tried one by one.
    const isUnread = whole !== null && isNothing(whole.interpretation) && hasBadSyntax(whole.interpretation);
    const parts = runsOfOneFormat(bytes, documents, formats, isUnread);
    if (parts.length > 1 && parts.some(({ id }) => id !== null)) {
      return joinReadings(
        parts.map(({ start, end, documents: count }) => {
          const part = bytes.subarray(start, end);
          const own = detect(part, formats);
          const result = own ? readAs(own, part, context, formats) : unknownPart(part, count);
          return { start, result };
        }),
      );
    }
  }
  return whole ?? onlyIssue('UNKNOWN_FORMAT', shown(bytes));
}

/** What a text in UTF-16 or in small letters says, or the texts that an envelope carries; null where nothing knows it. */
function readInside(
  bytes: Uint8Array,
  context: ReadContext,
  formats: readonly MessageFormat[],
): Reading | null {
  const narrow = narrowText(bytes);
  if (narrow) {
    const isKnown = detect(narrow.bytes, formats, context.source) !== null;
    return isKnown ? withOffsets(readParts(narrow.bytes, context, formats), narrow.offsetOf) : null;
  }
  const capitals = inCapitals(bytes);
  if (capitals) return detect(capitals, formats) && writtenSmall(readParts(capitals, context, formats));
  const parts = listEnclosed(bytes).flatMap((part) => {
    const own = detect(part.bytes, formats, context.source);
    if (!own) return [];
    return [{ start: 0, result: withOffsets(readAs(own, part.bytes, context, formats), part.offsetOf) }];
  });
  return parts.length > 0 ? joinReadings(parts) : null;
}

function writtenSmall(reading: Reading): Reading {
  const told = onlyIssue('BAD_SYNTAX', 'small letters').interpretation.issues.map((issue): MessageIssue => ({
    ...issue,
    severity: 'INFO',
  }));
  const { interpretation } = reading;
  return { ...reading, interpretation: { ...interpretation, issues: [...told, ...interpretation.issues] } };
}

function isNothing({ counts }: Interpretation): boolean {
  return counts.withEvents + counts.withPositions === 0;
}

function hasBadSyntax({ issues }: Pick<Interpretation, 'issues'>): boolean {
  return issues.some(({ code }) => code === 'BAD_SYNTAX');
}

/** Nothing was left aside: no unit without content of its own, no text that does not belong. */
function isWholly({ counts, issues }: Interpretation): boolean {
  return counts.withIssuesOnly === 0 && !hasBadSyntax({ issues });
}

/** Several documents next to each other that nobody knows: one finding, and each of them a unit. */
function unknownPart(part: Uint8Array, documents: number): Reading {
  const told = onlyIssue('UNKNOWN_FORMAT', shown(part));
  const counts = { ...told.interpretation.counts, units: documents, withIssuesOnly: documents };
  return { ...told, interpretation: { ...told.interpretation, counts } };
}

/** Reads what was recognised, and keeps of it what can be found again. */
export function readAs(
  detected: Detected,
  bytes: Uint8Array,
  context: ReadContext,
  formats: readonly MessageFormat[],
): Reading {
  if (detected.kind === 'FORMAT') {
    const { format } = detected;
    return { format: format.id, messages: 1, interpretation: findable(format.read(bytes, context)) };
  }
  const { family } = detected;
  const { interpretation, types } = family.read(bytes, context, readersOf(family, formats));
  const ids = types.flatMap((type) => formatOfType(family, type, formats)?.id ?? []);
  const format = ids.length > 0 ? [...new Set(ids)].join('+') : family.id;
  return { format, messages: types.length, interpretation: findable(interpretation) };
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
  return { format: null, messages: 0, interpretation, corrected: [] };
}

/** The beginning of the content for a person to recognise, control characters shown as dots. */
function shown(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 80), (byte) =>
    byte < 0x20 || (byte >= 0x7f && byte < 0xa0) ? '.' : String.fromCharCode(byte),
  ).join('');
}
