import { hash } from 'node:crypto';
import type { AttestationRow, EventRow } from 'graph-schema/cypher/write/create-events';
import { claimKeys, type ClaimKeys } from 'graph-schema/domain/claim-keys';
import { CARGO_DOCUMENT_SCHEMES, type IdentifierKey } from 'graph-schema/domain/identifier';
import { plain } from 'graph-schema/domain/plain-text';
import type { Attested } from 'graph-schema/domain/tracking-event';
import { claimText } from 'graph-schema/identity/claim-text';
import { eventId } from 'graph-schema/identity/event-id';

/** One claim ready to be written. */
export interface PlannedClaim {
  readonly id: string;
  readonly subject: IdentifierKey;
  readonly container: IdentifierKey | null;
  readonly documents: readonly IdentifierKey[];
  readonly contents: readonly IdentifierKey[];
  readonly run: IdentifierKey | null;
  /** All numbers that it names; some may be named twice. */
  readonly keys: readonly IdentifierKey[];
  /** Numbers that it names together. */
  readonly pairs: readonly KeyPair[];
  readonly row: EventRow;
}

/** Two different numbers in key order, and a name for the pair. */
export type KeyPair = readonly [a: IdentifierKey, b: IdentifierKey, name: string];

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
  const attestation: AttestationRow = [
    attested.messageRef === null ? null : plain(attested.messageRef),
    attested.span.start,
    attested.span.end,
    attested.recordedAt === null ? null : plain(attested.recordedAt),
    thread,
    version,
    replaces,
  ];
  return {
    id,
    ...keys,
    subject: keys.subject,
    keys: [keys.subject, ...keys.documents, ...keys.contents, ...(keys.run ? [keys.run] : [])],
    pairs: pairsOf(keys),
    row: [
      id,
      event.code,
      event.classifier,
      Date.parse(event.time.instant),
      event.loadState,
      keys.documents,
      keys.run,
      claimText(event),
      ...attestation,
      event.place?.unLocode ?? null,
    ],
  };
}

function pairsOf({ container, documents, contents, run }: ClaimKeys): KeyPair[] {
  const pairs: KeyPair[] = [];
  const pair = (a: IdentifierKey, b: IdentifierKey) => {
    if (a !== b) pairs.push(a < b ? [a, b, `${a}|${b}`] : [b, a, `${b}|${a}`]);
  };
  const boxes = container ? [container, ...contents] : contents;
  for (const [index, document] of documents.entries()) {
    for (let other = index + 1; other < documents.length; other += 1)
      pair(document, documents[other] as IdentifierKey);
    for (const box of boxes) pair(document, box);
  }
  if (run) for (const carried of boxes.length > 0 ? boxes : documents) pair(run, carried);
  return pairs;
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
