import type { Interpretation } from 'graph-schema/domain/message';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import { keyKind, threadKey, type PlannedClaim } from '../plan-batch.ts';

/** What a batch of facts may have changed: where conclusions are to be drawn anew. */
export interface Touched {
  readonly containers: Set<IdentifierKey>;
  readonly documents: Set<IdentifierKey>;
  /** Papers that were newly tied to each other, or untied: boxes named with any of them may have to be cut anew. */
  readonly links: Set<IdentifierKey>;
  /** Runs about which something itself was said; their cargo inherits it. */
  readonly runs: Set<IdentifierKey>;
  readonly threads: Set<string>;
}

export function touchedNothing(): Touched {
  return {
    containers: new Set(),
    documents: new Set(),
    links: new Set(),
    runs: new Set(),
    threads: new Set(),
  };
}

/** Adds what `more` has. */
export function touchAll(touched: Touched, more: Touched): void {
  for (const key of more.containers) touched.containers.add(key);
  for (const key of more.documents) touched.documents.add(key);
  for (const key of more.links) touched.links.add(key);
  for (const key of more.runs) touched.runs.add(key);
  for (const thread of more.threads) touched.threads.add(thread);
}

export function touchedBy(
  source: string,
  messages: Interpretation['messages'],
  claims: readonly PlannedClaim[],
): Touched {
  const touched = touchedNothing();
  for (const claim of claims) {
    for (const key of claim.documents) touched.documents.add(key);
    for (const key of claim.contents) touched.containers.add(key);
    if (claim.container) touched.containers.add(claim.container);
    if (keyKind(claim.subject) === 'RUN') touched.runs.add(claim.subject);
    const thread = claim.row[12];
    if (thread !== null) touched.threads.add(thread);
  }
  for (const { attested, retraction, thread } of messages) {
    // The thread of a message with claims is that of its claims.
    if (attested.length > 0 && !retraction) continue;
    for (const name of [thread, retraction?.thread ?? null]) {
      const key = threadKey(source, name);
      if (key !== null) touched.threads.add(key);
    }
  }
  return touched;
}

export function touch(touched: Touched, keys: Iterable<string>): void {
  for (const text of keys) {
    const key = text as IdentifierKey;
    const kind = keyKind(key);
    if (kind === 'CONTAINER') touched.containers.add(key);
    else if (kind === 'DOCUMENT') {
      touched.documents.add(key);
      touched.links.add(key);
    } else if (kind === 'RUN') touched.runs.add(key);
  }
}
