import type { Interpretation } from 'graph-schema/domain/message';
import type { Gazetteer } from 'graph-schema/domain/place';
import type { SourceProfile } from 'graph-schema/domain/source';

/** All that a format may know besides the bytes. No clock: `receivedAt` is the receipt of the raw message. */
export interface ReadContext {
  /** UTC, ISO 8601. Years that a message leaves out are resolved nearest to it, the past preferred. */
  readonly receivedAt: string;
  readonly source: SourceProfile;
  readonly places: Gazetteer;
}

/**
 * One wire format. `read` is pure, total (never throws on any bytes) and complete: every unit of the message ends
 * as events, positions or issues, and `counts` says so. Cost is linear in the number of bytes.
 */
export interface MessageFormat<Id extends string = string> {
  /** Wire name and version: `edifact-codeco`, `dcsa-tnt-2`. */
  readonly id: Id;
  readonly name: { readonly en: string; readonly zh: string };
  /** Content types that senders use, for the docs; detection is by content only. */
  readonly mediaTypes: readonly string[];
  /**
   * Looks at the first bytes only (`head`: up to 4 KiB, byte order mark and leading white space stripped,
   * decoded as Latin-1 so that every byte is one character).
   */
  readonly detect: (head: string) => boolean;
  readonly read: (bytes: Uint8Array, context: ReadContext) => Interpretation;
  /** Set where the envelope can hold messages of other formats too: then its family reads the whole file. */
  readonly member?: FamilyMember;
}

/**
 * An envelope that holds messages of several types (an EDIFACT or X12 interchange, a flat file, a telex file): it is cut
 * once, and each message goes to the format that reads its type. A type that nobody reads is MESSAGE_NOT_MAPPED.
 */
export interface FormatFamily {
  /** Also the id of the format where nobody reads any of its messages: `edifact`, `x12`. */
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  /** As for a format; true for every file of the family, whatever its messages. */
  readonly detect: (head: string) => boolean;
  /** Asked last, of content that nothing recognises by itself: the type of message as which the sender's settings know it. */
  readonly detectOf?: (head: string, source: SourceProfile) => string | null;
  readonly read: (bytes: Uint8Array, context: ReadContext, readerOf: ReaderOf) => FamilyReading;
}

/** The reader of a type of message; null when no format reads it. What a reader is, its family says. */
export type ReaderOf<Reader = unknown> = (type: string) => Reader | null;

export interface FamilyReading {
  readonly interpretation: Interpretation;
  /** Type of each message, in the order of the file. */
  readonly types: readonly string[];
}

/** How a format belongs to its family: for which types of message, and what reads them. */
export interface FamilyMember {
  readonly family: FormatFamily;
  readonly types: readonly string[];
  readonly reader: unknown;
}

/** The descriptor of a format of a family; `detect` is true when the first message of the file is one of its types. */
export function familyFormat<const Id extends string>(given: {
  readonly id: Id;
  readonly name: MessageFormat['name'];
  readonly mediaTypes: readonly string[];
  readonly family: FormatFamily;
  readonly types: readonly string[];
  readonly reader: unknown;
  readonly detect: MessageFormat['detect'];
}): MessageFormat<Id> {
  const { id, name, mediaTypes, family, types, reader, detect } = given;
  return {
    id,
    name,
    mediaTypes,
    detect,
    read: (bytes, context) =>
      family.read(bytes, context, (type) => (types.includes(type) ? reader : null)).interpretation,
    member: { family, types, reader },
  };
}
