import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupBy } from 'graph-schema/domain/group-by';
import { isConsequence, type FeedEntry } from 'graph-schema/domain/feed/feed-entry';
import neo4j, { isInt, type Driver } from 'neo4j-driver';
import { inject } from 'vitest';
import { eventually } from './deadline.ts';

/**
 * The played sample world as it stood when it was first read in this run: its graph and its data folder. Playing it takes half a
 * minute, and thirty files begin with it; it is the same each time, since its clock stands still.
 */

interface KeptNode {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}

interface KeptRelationship {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

interface KeptGraph {
  readonly nodes: readonly KeptNode[];
  readonly relationships: readonly KeptRelationship[];
}

const kept = () => join(inject('keptWorld'), 'kept');
const graphOf = (folder: string) => join(folder, 'graph.json');
const dataOf = (folder: string) => join(folder, 'data');

export function isWorldKept(): boolean {
  return existsSync(kept());
}

/** Until lists show all of what was read: who derives them is behind the writers for a while. */
export async function waitUntilDerived(driver: Driver): Promise<void> {
  await eventually(
    'all is derived',
    async () => {
      const ahead = await inTransaction(driver, (rows) =>
        rows<{ entries: string }>(
          `MATCH (f:FeedBatch) OPTIONAL MATCH (d:Deriver {lane: f.lane})
           WITH f, d WHERE f.seq > coalesce(d.seq, 0)
           RETURN f.entries AS entries LIMIT 50`,
        ),
      );
      // What the deriver itself told last is behind its place, too.
      const told = ahead.flatMap(({ entries }) => JSON.parse(entries) as FeedEntry[]);
      return told.every(isConsequence) ? true : null;
    },
    120_000,
  );
}

/** Nobody may be writing meanwhile. What another worker has kept first is the same. */
export async function keepWorld(driver: Driver, data: string): Promise<void> {
  const graph = await inTransaction(driver, async (rows) => ({
    nodes: await rows<KeptNode>(
      'MATCH (n) WHERE NOT n:Migration RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties',
    ),
    relationships: await rows<KeptRelationship>(
      'MATCH (a)-[r]->(b) RETURN elementId(a) AS from, elementId(b) AS to, type(r) AS type, properties(r) AS properties',
    ),
  }));
  const folder = mkdtempSync(join(inject('keptWorld'), 'played-'));
  cpSync(data, dataOf(folder), { recursive: true });
  writeFileSync(graphOf(folder), JSON.stringify(graph satisfies KeptGraph, asText));
  try {
    renameSync(folder, kept());
  } catch (error) {
    if (!isWorldKept()) throw error;
  }
}

/** Into a graph that holds what migrations made and nothing else, and a new data folder. */
export async function restoreWorld(driver: Driver, data: string): Promise<void> {
  const { nodes, relationships } = JSON.parse(readFileSync(graphOf(kept()), 'utf8'), fromText) as KeptGraph;
  await inTransaction(driver, async (rows) => {
    // The counters come back as they were, with what they counted.
    await rows('MATCH (n:FeedCounter|GroupLock) DETACH DELETE n');
    const now = new Map<string, string>();
    for (const [labels, some] of groupBy(nodes, (node) => node.labels.map(quoted).join(':'))) {
      const made = await rows<{ was: string; is: string }>(
        `UNWIND $some AS node CREATE (n:${labels}) SET n = node.properties RETURN node.id AS was, elementId(n) AS is`,
        { some },
      );
      for (const { was, is } of made) now.set(was, is);
    }
    for (const [type, some] of groupBy(relationships, (one) => quoted(one.type)))
      await rows(
        `UNWIND $some AS one
         MATCH (a) WHERE elementId(a) = one.from
         MATCH (b) WHERE elementId(b) = one.to
         CREATE (a)-[r:${type}]->(b) SET r = one.properties`,
        { some: some.map((one) => ({ ...one, from: now.get(one.from), to: now.get(one.to) })) },
      );
  });
  cpSync(dataOf(kept()), data, { recursive: true });
}

type Rows = <Row>(cypher: string, params?: object) => Promise<Row[]>;

/** All or nothing: a half restored graph would turn every later test red. */
async function inTransaction<T>(driver: Driver, work: (rows: Rows) => Promise<T>): Promise<T> {
  const session = driver.session();
  try {
    return await session.executeWrite((tx) =>
      work(async <Row>(cypher: string, params: object = {}) => {
        const { records } = await tx.run(cypher, params);
        return records.map((record) => record.toObject() as Row);
      }),
    );
  } finally {
    await session.close();
  }
}

const quoted = (name: string) => `\`${name}\``;

/** Integers of the graph are objects of the driver; what else is not JSON it has none of, or this says so. */
function asText(_name: string, value: unknown): unknown {
  if (isInt(value)) return { int: value.toString() };
  if (typeof value === 'bigint') throw new TypeError('the driver of this file makes no bigints');
  return value;
}

function fromText(_name: string, value: unknown): unknown {
  const int = typeof value === 'object' && value !== null && Object.keys(value).length === 1 ? (value as { int?: unknown }).int : undefined;
  return typeof int === 'string' ? neo4j.int(int) : value;
} // prettier-ignore
