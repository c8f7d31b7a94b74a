import { attestKnownEvents } from 'graph-schema/cypher/write/attest-known-events';
import { ROW_END, VALUE_END } from 'graph-schema/cypher/rows-text';
import { createEvents, type AttestationRow } from 'graph-schema/cypher/write/create-events';
import { ensureIdentifiers } from 'graph-schema/cypher/write/ensure-identifiers';
import { findKnownEvents } from 'graph-schema/cypher/write/find-known-events';
import { listContents } from 'graph-schema/cypher/write/list-contents';
import { seeTogether } from 'graph-schema/cypher/write/see-together';
import { splitKey, type IdentifierKey } from 'graph-schema/domain/identifier';
import { isConflict, type Graph, type Tx } from './graph.ts';
import { KnownKeys } from './known-keys.ts';
import { createOneByOne, type OneByOne } from './one-by-one.ts';
import type { OpenMessage } from './open-messages.ts';
import type { WriteFacts } from './facts-batches.ts';
import type { WriteRetractions } from './write-retractions.ts';
import type { FreshKeys } from './conclude/standing.ts';
import { forPairs, keyKind, keysOf, rowOf, type PlannedClaim } from './plan-batch.ts';

/** What surely stands already, so that it is not asked for again; forgotten with the process. */
export interface WriterMemory {
  readonly identifiers: KnownKeys;
  readonly pairs: KnownKeys;
  /** Sources whose last chunk told of events that stood already: theirs are asked for first. */
  readonly repeaters: Set<string>;
  /** Work on one raw message, after other work on the same. */
  readonly oneByOne: OneByOne;
  /** What comes together is written together: made with the first message. */
  opening: OpenMessage | null;
  facts: WriteFacts | null;
  retractions: WriteRetractions | null;
}

export function createWriterMemory(limit: number): WriterMemory {
  return {
    identifiers: new KnownKeys(limit),
    pairs: new KnownKeys(limit),
    repeaters: new Set(),
    oneByOne: createOneByOne(),
    opening: null,
    facts: null,
    retractions: null,
  };
}

/** Claims of one raw message. */
export interface Chunk {
  readonly raw: string;
  readonly source: string;
  readonly claims: readonly PlannedClaim[];
}

/** What the writing of claims found out about what stood before. */
export interface WrittenFacts {
  /** Ids of claims that somebody had made before. */
  readonly known: readonly string[];
  /** Numbers of which nothing had been said. */
  readonly fresh: readonly FreshKeys[];
}

/** Creates the claims of these chunks in one transaction, without asking whether they stand; then it fails. */
export async function createFacts(
  graph: Graph,
  memory: WriterMemory,
  chunks: readonly Chunk[],
): Promise<WrittenFacts> {
  const written = await graph.write((tx) => writeIn(tx, memory, chunks, new Set()));
  remember(memory, written);
  return { known: [], fresh: written.fresh };
}

/**
 * Writes chunks of claims with their attestations in one transaction, as often as it is run the same: looks first which
 * of the claims stand.
 */
export async function writeChunks(
  graph: Graph,
  memory: WriterMemory,
  chunks: readonly Chunk[],
): Promise<WrittenFacts[]> {
  const ids = [...new Set(chunks.flatMap(({ claims }) => claims.map((claim) => claim.id)))].sort();
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { known, written } = await graph.write(async (tx) => {
        const rows = await tx.run(findKnownEvents, { ids });
        const stood = new Set(rows.map((row) => row.id));
        return { known: stood, written: await writeIn(tx, memory, chunks, stood) };
      });
      remember(memory, written);
      return chunks.map((chunk) => {
        const own = chunk.claims.map((claim) => claim.id).filter((id) => known.has(id));
        if (own.length > 0) memory.repeaters.add(chunk.source);
        else memory.repeaters.delete(chunk.source);
        return { known: own, fresh: written.fresh };
      });
    } catch (error) {
      // Another writer made the same claim between our look and our write: look again, a bounded number of times.
      if (!isConflict(error) || attempt >= 5) throw error;
    }
  }
}

/** What a transaction wrote of numbers, which stand from its commit on. */
interface WrittenNumbers {
  readonly fresh: readonly FreshKeys[];
  readonly keys: readonly IdentifierKey[];
  /** Rows of `seeTogether`. */
  readonly pairs: readonly string[];
}

/** All statements go out at once and are run in this order: none needs the answer of one before it. */
async function writeIn(
  tx: Tx,
  memory: WriterMemory,
  chunks: readonly Chunk[],
  known: ReadonlySet<string>,
): Promise<WrittenNumbers> {
  const sent: Promise<unknown>[] = [];
  let fresh: Promise<{ turn: number; fresh: string[] }[]> = Promise.resolve([]);
  const claims = chunks.flatMap((chunk) => chunk.claims);
  const missing = newKeys(claims, memory);
  if (missing.length > 0) {
    const keys = missing.map((key): [string, string, string, string] => {
      const { scheme, value } = splitKey(key);
      return [key, scheme, value, keyKind(key)];
    });
    sent.push((fresh = tx.run(ensureIdentifiers, { keys })));
  }
  const { messages, repeats } = groupRows(chunks, known);
  if (messages.length > 0) sent.push(tx.run(createEvents, { messages }));
  if (repeats.length > 0) sent.push(tx.run(attestKnownEvents, { rows: repeats }));
  const contents = claims.flatMap((c) => c.contents.map((box): [string, string] => [c.id, box]));
  if (contents.length > 0) sent.push(tx.run(listContents, { rows: contents }));
  const pairs = newPairs(claims, memory);
  if (pairs.length > 0) sent.push(tx.run(seeTogether, { pairs: [pairs.join(ROW_END)] }));
  await Promise.all(sent);
  const seen = (await fresh).map((row) => ({ turn: row.turn, keys: row.fresh as IdentifierKey[] }));
  return { fresh: seen, keys: missing, pairs };
}

/** New claims by message and what they are about; further voices for known ones, and for those that are repeated here. */
function groupRows(chunks: readonly Chunk[], known: ReadonlySet<string>) {
  const repeats: [raw: string, id: string, ...AttestationRow][] = [];
  const seen = new Set(known);
  const messages = chunks.map(({ raw, claims }): [string, [string, string][]] => {
    const bySubject = new Map<string, string>();
    for (const claim of claims) {
      const { id, subject, text } = claim;
      if (seen.has(id)) {
        repeats.push([raw, id, ...(rowOf(claim).slice(8, 15) as unknown as AttestationRow)]);
        continue;
      }
      seen.add(id);
      const rows = bySubject.get(subject);
      bySubject.set(subject, rows === undefined ? text : rows + ROW_END + text);
    }
    return [raw, [...bySubject]];
  });
  // In one order by everybody: two who attest the same claims wait for each other instead of locking up.
  repeats.sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0));
  return { messages: messages.filter(([, groups]) => groups.length > 0), repeats };
}

function newKeys(claims: readonly PlannedClaim[], memory: WriterMemory): IdentifierKey[] {
  const keys = new Set<IdentifierKey>();
  for (const claim of claims)
    for (const key of keysOf(claim)) if (!memory.identifiers.has(key)) keys.add(key);
  return [...keys].sort();
}

function newPairs(claims: readonly PlannedClaim[], memory: WriterMemory): string[] {
  const pairs = new Set<string>();
  for (const claim of claims)
    forPairs(claim, (a, b) => {
      const pair = a + VALUE_END + b;
      if (!memory.pairs.has(pair)) pairs.add(pair);
    });
  return [...pairs].sort();
}

function remember(memory: WriterMemory, { keys, pairs }: WrittenNumbers): void {
  for (const key of keys) memory.identifiers.add(key);
  for (const pair of pairs) memory.pairs.add(pair);
}
