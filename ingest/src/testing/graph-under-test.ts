import neo4j from 'neo4j-driver';
import { townPointsOf } from 'graph-schema/domain/town-points';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import type { Interpretation, ReadMessage } from 'graph-schema/domain/message';
import { connectGraph, type Graph } from '../graph-writer/graph.ts';
import { createConclusions } from '../graph-writer/conclude/conclusions.ts';
import { createOpening } from '../graph-writer/open-messages.ts';
import { createWriterMemory } from '../graph-writer/write-facts.ts';
import { applyMigrations } from '../graph-writer/migrations.ts';
import { sha256Hex } from '../raw/folder-store.ts';
import { rawMessageId } from '../raw/raw-store.ts';
import { planWriting } from '../pipeline/plan-writing.ts';
import { writeInterpretation } from '../pipeline/write-interpretation.ts';

/** One delivery for a test: what a format would have made of some bytes. */
export interface TestDelivery {
  readonly source: string;
  readonly messages: readonly ReadMessage[];
  /** What is made of these bytes instead, by a reader that is corrected later. */
  readonly misread?: readonly ReadMessage[] | null;
  /** Name of a replay: the bytes were delivered before, and are read again. */
  readonly reading?: string;
}

export interface GraphUnderTest {
  readonly graph: Graph;
  /** Empties the database but for its schema and counters. */
  clear(): Promise<void>;
  deliver(delivery: TestDelivery): Promise<void>;
  query<T>(text: string, params?: Record<string, unknown>): Promise<T[]>;
  close(): Promise<void>;
}

/** Connects to the real Neo4j of the test run (NEO4J_URI and its password in the environment); `now`: the clock of who concludes, which else stands still. */
export async function openGraphUnderTest(
  now = () => Date.parse('2026-11-21T02:00:00Z'),
): Promise<GraphUnderTest> {
  const { NEO4J_URI: uri, NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;
  if (!uri)
    throw new Error('NEO4J_URI is not set: integration tests run against a real Neo4j (npm test starts one)');
  await applyMigrations({ uri, user, password });
  const graph = connectGraph({ uri, user, password });
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  let memory = createWriterMemory(10_000);
  let conclusions = createConclusions(graph, now, townPointsOf(sampleGazetteer));
  let deliveries = 0;
  return {
    graph,
    async clear() {
      const session = driver.session();
      await session.run(
        `MATCH (n) WHERE NOT n:Migration AND NOT n:FeedCounter AND NOT n:GroupLock
         CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS`,
      );
      await session.close();
      memory = createWriterMemory(10_000);
      conclusions = createConclusions(graph, now, townPointsOf(sampleGazetteer));
    },
    deliver({ source, messages, misread, reading }) {
      deliveries += 1;
      const delivery = `d${deliveries}`;
      const bytes = Buffer.from(JSON.stringify(messages));
      const header = { source, sha256: sha256Hex(bytes), receivedAt: '2026-11-21T02:00:00Z', delivery };
      const id = rawMessageId(header);
      // As in the pipeline: the same bytes wait for the first of them.
      return memory.oneByOne(id, async () => {
        const open = (memory.opening ??= createOpening(graph));
        const state = await open({
          row: [id, source, header.sha256, bytes.length, null, header.receivedAt, delivery, null],
          source: { ...sampleSource, id: source, name: source, nameZh: null, kind: 'TERMINAL' },
        });
        if (reading === undefined ? state.outcome !== null : state.reading === reading) return;
        const interpretation: Interpretation = {
          messages: reading === undefined ? (misread ?? messages) : messages,
          positions: [],
          statics: [],
          issues: [],
          counts: { units: 0, withEvents: 0, withPositions: 0, withIssuesOnly: 0, withoutContent: 0 },
        };
        const result = { format: 'test', interpretation, corrected: [] };
        await writeInterpretation(
          { graph, memory, conclusions, now },
          planWriting(header, result, reading ?? null),
        );
      });
    },
    async query<T>(text: string, params: Record<string, unknown> = {}) {
      const { records } = await driver.executeQuery(text, params);
      return records.map((record) => record.toObject() as T);
    },
    async close() {
      await driver.close();
      await graph.close();
    },
  };
}
