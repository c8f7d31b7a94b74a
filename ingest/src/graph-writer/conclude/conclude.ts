import { closeRawMessage } from 'graph-schema/cypher/write/close-raw-message';
import { noteCodes } from 'graph-schema/cypher/write/note-codes';
import { recordTurn } from 'graph-schema/cypher/conclude/record-turn';
import { ROW_END, VALUE_END } from 'graph-schema/cypher/rows-text';
import { listContestedThreads, settleThreads } from 'graph-schema/cypher/conclude/settle-threads';
import type { Tx } from '../graph.ts';
import { keysOf, type PlannedClaim } from '../plan-batch.ts';
import type { ConcludedShipment } from './append-entries.ts';
import { concludeTouched } from './conclude-touched.ts';
import { reviseReading, type Revision } from './revise-reading.ts';
import { ALL_KEYS, keysNoted, type FreshKeys, type Standing } from './standing.ts';
import { touch, touchAll, touchedNothing, touchTakenBack, type Touched } from './touched.ts';

/** Parameters of the statement that closes a raw message. */
export type Closing = NonNullable<(typeof closeRawMessage)['params']>;

export type CodeRow = NonNullable<(typeof noteCodes)['params']>['codes'][number];

/** What one raw message asks to be concluded. */
export interface ConclusionRequest {
  readonly touched: Touched;
  /** The claims that it makes; of those in `known` somebody else made them before, or it did itself and was cut off. */
  readonly claims: readonly PlannedClaim[];
  readonly known: ReadonlySet<string>;
  readonly fresh: readonly FreshKeys[];
  readonly closing: Closing;
  /** Codes that no list has a meaning for, and codes that an operator gave theirs. */
  readonly codes: readonly CodeRow[];
  /** The message was read again: this reading replaces the former one. */
  readonly revision: Revision | null;
}

/**
 * Draws all conclusions that the facts of some raw messages call for, in one transaction: settles what was replaced or
 * cancelled, cuts the touched boxes into cycles, concludes the consignments, writes the feed and closes the messages.
 */
export async function conclude(
  tx: Tx,
  requests: readonly ConclusionRequest[],
  at: string,
  standing: Standing,
): Promise<readonly ConcludedShipment[]> {
  await standing.begin(tx);
  // Before anything is forgotten: what is forgotten from here on stands in the graph, and is not taken for empty.
  for (const { fresh } of requests) for (const keys of fresh) standing.learnFresh(keys);
  const touched = touchedNothing();
  for (const request of requests) touchAll(touched, request.touched);
  const isRevised = requests.some((request) => request.revision);
  for (const { revision } of requests) if (revision) await reviseReading(tx, revision, touched);
  const contested = await settle(tx, standing, requests, touched);
  if (isRevised) standing.forgetAll();
  learn(standing, requests, contested, touched);
  const { shipments, looked } = await concludeTouched(tx, standing, touched, at);
  const keys = isRevised ? [ALL_KEYS] : keysNoted(looked);
  await Promise.all([
    ...requests.map(({ closing, codes }) => closeReading(tx, closing, codes)),
    tx.run(recordTurn, { keys }),
  ]);
  standing.trim(looked);
  return shipments;
}

/** Notes the outcome of a reading, and the codes that it met in place of those of the reading before. */
export async function closeReading(tx: Tx, closing: Closing, codes: readonly CodeRow[]): Promise<void> {
  const isNoted = codes.length > 0 || closing.reading !== null;
  await Promise.all([
    tx.run(closeRawMessage, closing),
    ...(isNoted ? [tx.run(noteCodes, { raw: closing.id, codes })] : []),
  ]);
}

/** Settles the threads in which more was said than by these messages; answers which. */
async function settle(
  tx: Tx,
  standing: Standing,
  requests: readonly ConclusionRequest[],
  touched: Touched,
): Promise<ReadonlySet<string>> {
  if (touched.threads.size === 0) return touched.threads;
  const said = saidByThread(requests);
  const threads = [...touched.threads].sort();
  const rows = await tx.run(listContestedThreads, {
    threads: [threads.map((thread) => thread + VALUE_END + (said.get(thread) ?? 0)).join(ROW_END)],
  });
  const contested = rows.map((row) => row.thread).sort();
  const settled = contested.length > 0 ? await tx.run(settleThreads, { threads: contested }) : [];
  for (const row of settled) {
    touch(touched, [...row.keys, ...row.documents], [row.since, row.until]);
    if (row.happened) touchTakenBack(touched, row.keys, [row.since, row.until]);
    standing.forget([...row.keys, ...row.documents]);
  }
  return new Set(contested);
}

/**
 * How many attestations of each thread are those of one message with one version, which settle nothing among themselves.
 * A message that is read again may have changed its own.
 */
function saidByThread(requests: readonly ConclusionRequest[]): Map<string, number> {
  const said = new Map<string, { by: ConclusionRequest; version: number; times: number }>();
  for (const request of requests) {
    if (request.revision) continue;
    for (const { thread, version } of request.claims) {
      if (thread === null) continue;
      const before = said.get(thread);
      if (!before) said.set(thread, { by: request, version, times: 1 });
      else if (before.by === request && before.version === version) before.times += 1;
    }
  }
  return new Map([...said].map(([thread, { times }]) => [thread, times]));
}

/**
 * Takes the claims of the messages over into what is remembered. Of one that was made before, or that a thread may have
 * withdrawn, the graph is asked.
 */
function learn(
  standing: Standing,
  requests: readonly ConclusionRequest[],
  contested: ReadonlySet<string>,
  touched: Touched,
): void {
  const doubtful = (claim: PlannedClaim, known: ReadonlySet<string>) =>
    known.has(claim.id) || (claim.thread !== null && contested.has(claim.thread));
  for (const { claims, known } of requests)
    for (const claim of claims) if (doubtful(claim, known)) standing.forget(keysOf(claim));
  for (const { claims, known } of requests) {
    for (const claim of claims) {
      const isTie = standing.learn(claim, doubtful(claim, known));
      if (isTie) for (const key of claim.documents) touched.links.add(key);
    }
  }
}
