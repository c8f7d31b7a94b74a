import { hash } from 'node:crypto';
import { eventText, readEventText, type EventRow } from 'graph-schema/cypher/write/create-events';
import { claimKeys } from 'graph-schema/domain/claim-keys';
import { CARGO_DOCUMENT_SCHEMES, type IdentifierKey } from 'graph-schema/domain/identifier';
import { plain } from 'graph-schema/domain/plain-text';
import type { Attested, LoadState } from 'graph-schema/domain/tracking-event';
import { claimText } from 'graph-schema/identity/claim-text';
import { eventId } from 'graph-schema/identity/event-id';

/** One claim ready to be written. It comes from another thread: what can be told from the rest is left out. */
export interface PlannedClaim {
  readonly id: string;
  readonly code: string;
  readonly classifier: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly loadState: LoadState | null;
  /** UN/LOCODE. */
  readonly place: string | null;
  /** See `threadKey`. */
  readonly thread: string | null;
  readonly version: number;
  readonly subject: IdentifierKey;
  readonly container: IdentifierKey | null;
  readonly documents: readonly IdentifierKey[];
  readonly contents: readonly IdentifierKey[];
  readonly run: IdentifierKey | null;
  readonly wagon: IdentifierKey | null;
  /** Its `EventRow`, as it is written. */
  readonly text: string;
}

/**
 * Sender's thread of a message: references are unique within a source only. A hash, like the ids of claims, because it
 * is looked up for every claim and senders' references are of any length.
 */
export function threadKey(source: string, thread: string | null): string | null {
  return thread === null ? null : hash('sha256', `${source}|${thread}`, 'base64url').slice(0, 22);
}

/** Turns a claim into its row; null when it names nothing that anyone could find it by. */
export function planClaim(
  attested: Attested,
  thread: string | null,
  version: number,
  replaces: boolean,
): PlannedClaim | null {
  const { event } = attested;
  const keys = claimKeys(event);
  if (!keys.subject) return null;
  const id = eventId(event);
  const { code, classifier, loadState } = event;
  const at = Date.parse(event.time.instant);
  const place = event.place?.unLocode ?? null;
  const { documents, run } = keys;
  const { span } = attested;
  const ref = attested.messageRef === null ? null : plain(attested.messageRef);
  const recordedAt = attested.recordedAt === null ? null : plain(attested.recordedAt);
  const said = claimText(event);
  return {
    id,
    code,
    classifier,
    at,
    loadState,
    place,
    thread,
    version,
    ...keys,
    subject: keys.subject,
    text: eventText([
      id, code, classifier, at, loadState, documents, run, said, ref, span.start, span.end, recordedAt, thread, version,
      replaces, place,
    ]),
  };
} // prettier-ignore

/** All that is written of it. */
export function rowOf({ text }: PlannedClaim): EventRow {
  return readEventText(text);
}

type Named = Pick<PlannedClaim, 'subject' | 'container' | 'documents' | 'contents' | 'run' | 'wagon'>;

/** All numbers that a claim names; some may be named twice. */
export function keysOf({ subject, documents, contents, run, wagon }: Named): IdentifierKey[] {
  const keys = [subject, ...documents, ...contents];
  if (run) keys.push(run);
  if (wagon) keys.push(wagon);
  return keys;
}

/** Calls `pair` for each two different numbers that the claim names together, in key order. */
export function forPairs(
  { container, documents, contents, run, wagon }: Named,
  pair: (a: IdentifierKey, b: IdentifierKey) => void,
): void {
  const inOrder = (a: IdentifierKey, b: IdentifierKey) => {
    if (a < b) pair(a, b);
    else if (a !== b) pair(b, a);
  };
  const boxes = container ? [container, ...contents] : contents;
  for (const [index, document] of documents.entries()) {
    for (let other = index + 1; other < documents.length; other += 1)
      inOrder(document, documents[other] as IdentifierKey);
    for (const box of boxes) inOrder(document, box);
  }
  if (run === null && wagon === null) return;
  for (const carried of boxes.length > 0 ? boxes : documents) {
    if (run) inOrder(run, carried);
    if (wagon) inOrder(wagon, carried);
  }
}

export type KeyKind = 'DOCUMENT' | 'CONTAINER' | 'RUN' | 'OTHER';

const KINDS: ReadonlyMap<string, KeyKind> = new Map<string, KeyKind>([
  ['CONTAINER', 'CONTAINER'],
  ...['VOYAGE', 'TRAIN_RUN', 'FLIGHT'].map((scheme): [string, KeyKind] => [scheme, 'RUN']),
  ...CARGO_DOCUMENT_SCHEMES.map((scheme): [string, KeyKind] => [scheme, 'DOCUMENT']),
]);

export function keyKind(key: IdentifierKey): KeyKind {
  return KINDS.get(key.slice(0, key.indexOf(':'))) ?? 'OTHER';
}
