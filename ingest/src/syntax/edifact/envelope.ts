import type { WallClock } from 'graph-schema/domain/event-time';
import type { Span } from 'graph-schema/domain/tracking-event';
import type { Findings } from '../findings.ts';
import { parseEdifactDateTime } from './date-time.ts';
import type { EdifactSegment } from './segment.ts';

/** What UNB says. */
export interface InterchangeHeader {
  readonly sender: string | null;
  readonly reference: string | null;
  /** Date and time of preparation, in an unstated zone. */
  readonly prepared: WallClock | null;
}

/** One message of an interchange, UNH to UNT. */
export interface EdifactMessage {
  /** `UNB/UNH[2]`, for findings. */
  readonly at: string;
  /** `CODECO`; empty when UNH does not say. */
  readonly type: string;
  /** Version and release as one word, `D95B`; null when UNH does not say. */
  readonly directory: string | null;
  /**
   * Association assigned code, `ITG14`: the manual that the message follows. Often absent or wrong, so that the structure is
   * read without it; it only chooses among the meanings of a code where a list has one for the manual.
   */
  readonly association: string | null;
  /** Between UNH and UNT, both excluded. */
  readonly segments: readonly EdifactSegment[];
  readonly span: Span;
  /** False when the message has no trailer: it may go on, so none of it may be applied. Already reported. */
  readonly complete: boolean;
  readonly interchange: InterchangeHeader;
}

/** An interchange whose UNZ has not come yet. */
export interface OpenInterchange {
  /** `UNB`, from the second on `UNB[2]`. */
  readonly at: string;
  readonly header: InterchangeHeader;
  /** Null when messages come without a UNB. */
  readonly span: Span | null;
  messages: number;
  groups: number;
}

/** A message whose UNT has not come yet. */
export interface OpenMessage {
  readonly at: string;
  readonly header: EdifactSegment;
  readonly segments: EdifactSegment[];
}

export function openInterchange(unb: EdifactSegment | null, ordinal: number): OpenInterchange {
  const date = unb?.read(3, 0) ?? null;
  return {
    at: ordinal === 1 ? 'UNB' : `UNB[${ordinal}]`,
    header: {
      sender: unb?.read(1) ?? null,
      reference: unb?.read(4) ?? null,
      prepared: date === null ? null : parseEdifactDateTime(`${date}${unb?.read(3, 1) ?? ''}`, null),
    },
    span: unb && { start: unb.start, end: unb.end },
    messages: 0,
    groups: 0,
  };
}

/** UNZ: number of groups, or of messages where there are no groups, and the reference of UNB. */
export function checkInterchange(open: OpenInterchange, unz: EdifactSegment, findings: Findings): void {
  const counted = open.groups > 0 ? open.groups : open.messages;
  checkCount(unz, counted, `${open.at}/UNZ`, findings);
  checkReference(unz, open.header.reference, `${open.at}/UNZ`, findings);
}

/**
 * Closes a message with its UNT, or without one. A wrong count or reference is told and the message is read. A trailer
 * cut by the end of the file still proves the message whole when it ends with the reference that it should.
 */
export function closeMessage(
  { at, header, segments }: OpenMessage,
  unt: EdifactSegment | null,
  interchange: InterchangeHeader,
  isUnterminated: boolean,
  findings: Findings,
): EdifactMessage {
  const counted = segments.length + 2;
  const reference = header.read(0);
  const isWhole = unt !== null && unt.read(0) !== null && reference !== null && unt.read(1) === reference;
  const complete = unt !== null && (!isUnterminated || isWhole);
  const span = { start: header.start, end: (unt ?? segments.at(-1) ?? header).end };
  if (!complete) findings.add('TRUNCATED', 'ERROR', at, 'UNT is missing', span);
  else {
    checkCount(unt, counted, `${at}/UNT`, findings);
    checkReference(unt, reference, `${at}/UNT`, findings);
  }
  const release = header.read(1, 2);
  return {
    at,
    type: header.read(1, 0)?.toUpperCase() ?? '',
    directory: release === null ? null : `${header.read(1, 1) ?? 'D'}${release}`.toUpperCase(),
    association: header.read(1, 4),
    segments,
    span,
    complete,
    interchange,
  };
}

function checkCount(trailer: EdifactSegment, counted: number, at: string, findings: Findings): void {
  const said = trailer.read(0);
  if (said === null || Number(said) !== counted)
    findings.add('BAD_ENVELOPE', 'WARNING', at, `count ${said ?? '?'}, found ${counted}`, trailer);
}

function checkReference(
  trailer: EdifactSegment,
  expected: string | null,
  at: string,
  findings: Findings,
): void {
  const said = trailer.read(1);
  if (said !== expected)
    findings.add(
      'BAD_ENVELOPE',
      'WARNING',
      at,
      `reference ${said ?? '?'}, expected ${expected ?? '?'}`,
      trailer,
    );
}
