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
}
