import type { PositionReport, VesselStatic } from './position.ts';
import type { Attested, Span } from './tracking-event.ts';

/** Everything that can be wrong with a message, one documented list (docs are generated from `ISSUE_CODES`). */
export const ISSUE_CODES = {
  UNKNOWN_FORMAT: 'No known format recognises these bytes.',
  MESSAGE_NOT_MAPPED: 'The envelope is known; no format reads messages of this type yet.',
  EMPTY_MESSAGE: 'The message has no content.',
  TOO_LARGE: 'The message is larger than the receiver takes.',
  TRUNCATED: 'The message ends before its own trailer.',
  BAD_ENVELOPE: 'Counts or references of the envelope disagree with the content.',
  BAD_SYNTAX: 'A part of the message does not follow the grammar of its format.',
  BAD_CHARSET: 'Bytes that are not valid in the declared character set; another one was tried.',
  BAD_CHECK_DIGIT: 'The number fails its check digit.',
  BAD_IDENTIFIER: 'The number does not have the shape of its type.',
  BAD_TIME: 'A date or time that cannot be read.',
  UNKNOWN_PLACE: 'No table knows this place.',
  UNKNOWN_ZONE: 'The time zone of the place is unknown; the default of the sender was taken.',
  UNMAPPED_CODE: 'A code that the vocabulary has no meaning for yet; shown as received.',
  MISSING_FIELD: 'A field that the claim needs is missing.',
  BAD_CHECKSUM: 'The checksum of a sentence fails.',
  UNSUPPORTED: 'A part that is recognised but not read by this version.',
  NOT_ENTITLED: 'The source may not speak of this.',
  WRITE_FAILED: 'The graph refused this row; it is parked.',
  ROLLED_BACK: 'Its sender wants all of it taken or nothing, and something is in error: nothing was taken.',
} as const satisfies Record<string, string>;
export type IssueCode = keyof typeof ISSUE_CODES;

/** ERROR: something was not taken. WARNING: taken, with doubt. INFO: worth knowing. */
export type IssueSeverity = 'ERROR' | 'WARNING' | 'INFO';

/** A finding about a message, in the user's terms. */
export interface MessageIssue {
  readonly code: IssueCode;
  readonly severity: IssueSeverity;
  /** Where: `UNB/UNH[2]/EQD[3]`, `$[4].eventDateTime`, `line 7`. */
  readonly at: string;
  /** The offending value, at most 200 characters, or null. */
  readonly value: string | null;
  readonly span: Span | null;
  /** The code list that has no meaning for `value`, so that an operator can give it one; null for other findings. */
  readonly list: string | null;
  /** Of which variant of the list it was, where the list tells that one apart. */
  readonly variant?: string;
}

/**
 * Cancellation or replacement: withdraws what the same sender said before under the same thread.
 * `CANCEL` withdraws versions up to and including `version`; `REPLACE` those before it.
 */
export interface Retraction {
  readonly kind: 'CANCEL' | 'REPLACE';
  readonly thread: string;
  readonly version: number;
}

/**
 * One message of an interchange: the unit that a sender can cancel or replace.
 * `thread` names it within the source (`CODECO:GO2611210017`), null where the format has no such notion.
 * `version` orders messages of one thread by what they say (sent time as epoch seconds), never by arrival.
 */
export interface ReadMessage {
  readonly thread: string | null;
  readonly version: number;
  readonly attested: readonly Attested[];
  readonly retraction: Retraction | null;
}

/** How many things of what kind a message held: what P1 adds up. A unit is the format's smallest record. */
export interface UnitCounts {
  /** Records found (a box group, an event object, a sentence, a status line, a receipt). */
  readonly units: number;
  /** Of these: gave at least one event. */
  readonly withEvents: number;
  /** Gave a position. */
  readonly withPositions: number;
  /** Gave only issues. */
  readonly withIssuesOnly: number;
  /** Known to carry nothing for us, by the format's rule (keep-alive, static data that only updates a name). */
  readonly withoutContent: number;
}

/** What a format made of one raw message: pure, complete, and never partly thrown away. */
export interface Interpretation {
  readonly messages: readonly ReadMessage[];
  readonly positions: readonly PositionReport[];
  /** What ships said of themselves; `[]` in every format but AIS. Its units count as `withoutContent`. */
  readonly statics: readonly VesselStatic[];
  readonly issues: readonly MessageIssue[];
  readonly counts: UnitCounts;
}
