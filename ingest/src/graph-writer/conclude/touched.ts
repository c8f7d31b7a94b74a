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
  /** Ships and wagons of which something was said without the run, and the time that it tells of: whoever was aboard then inherits it. */
  readonly means: Map<IdentifierKey, Stretch>;
  /** Of runs, ships and wagons those of which something that happened may have been taken back, and when that was. */
  readonly takenBack: Map<IdentifierKey, Stretch>;
  readonly threads: Set<string>;
}

/** From the first to the last instant, epoch milliseconds. */
export type Stretch = readonly [from: number, to: number];

const ANY_TIME: Stretch = [0, Number.MAX_SAFE_INTEGER];

export function touchedNothing(): Touched {
  return {
    containers: new Set(),
    documents: new Set(),
    links: new Set(),
    runs: new Set(),
    means: new Map(),
    takenBack: new Map(),
    threads: new Set(),
  };
}

/** Adds what `more` has. */
export function touchAll(touched: Touched, more: Touched): void {
  for (const key of more.containers) touched.containers.add(key);
  for (const key of more.documents) touched.documents.add(key);
  for (const key of more.links) touched.links.add(key);
  for (const key of more.runs) touched.runs.add(key);
  for (const [key, stretch] of more.means) widen(touched.means, key, stretch);
  for (const [key, stretch] of more.takenBack) widen(touched.takenBack, key, stretch);
  for (const thread of more.threads) touched.threads.add(thread);
}

/** @param threads of messages that make no claims, or take some back. */
export function touchedBy(claims: readonly PlannedClaim[], threads: readonly string[]): Touched {
  const touched = touchedNothing();
  for (const claim of claims) {
    for (const key of claim.documents) touched.documents.add(key);
    for (const key of claim.contents) touched.containers.add(key);
    if (claim.container) touched.containers.add(claim.container);
    if (keyKind(claim.subject) === 'RUN') touched.runs.add(claim.subject);
    if (isMeans(claim.subject)) widen(touched.means, claim.subject, [claim.at, claim.at]);
    if (claim.thread !== null) touched.threads.add(claim.thread);
  }
  for (const thread of threads) touched.threads.add(thread);
  return touched;
}

/** The thread of any other message is that of its claims. */
export function threadsWithoutClaims(source: string, messages: Interpretation['messages']): string[] {
  const threads = new Set<string>();
  for (const { attested, retraction, thread } of messages) {
    if (attested.length > 0 && !retraction) continue;
    for (const name of [thread, retraction?.thread ?? null]) {
      const key = threadKey(source, name);
      if (key !== null) threads.add(key);
    }
  }
  return [...threads];
}

/** `stretch`: when what was said of them happened, where that is known. */
export function touch(touched: Touched, keys: Iterable<string>, stretch: Stretch = ANY_TIME): void {
  for (const text of keys) {
    const key = text as IdentifierKey;
    const kind = keyKind(key);
    if (kind === 'CONTAINER') touched.containers.add(key);
    else if (kind === 'DOCUMENT') {
      touched.documents.add(key);
      touched.links.add(key);
    } else if (kind === 'RUN') touched.runs.add(key);
    else if (isMeans(key)) widen(touched.means, key, stretch);
  }
}

/** Of what happened to these it may be that something was taken back; `stretch` as above. */
export function touchTakenBack({ takenBack }: Touched, keys: Iterable<string>, stretch: Stretch = ANY_TIME): void {
  for (const text of keys) {
    const key = text as IdentifierKey;
    if (keyKind(key) === 'RUN' || isMeans(key)) widen(takenBack, key, stretch);
  }
} // prettier-ignore

function isMeans(key: IdentifierKey): boolean {
  return key.startsWith('VESSEL:') || key.startsWith('WAGON:');
}

function widen(stretches: Map<IdentifierKey, Stretch>, key: IdentifierKey, [from, to]: Stretch): void {
  const [since, until] = stretches.get(key) ?? [from, to];
  stretches.set(key, [Math.min(since, from), Math.max(until, to)]);
}
