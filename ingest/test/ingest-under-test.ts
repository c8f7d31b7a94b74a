import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { openGraphUnderTest, type GraphUnderTest } from '../src/testing/graph-under-test.ts';
import { freePort, push, startIngestProcess, until, writeSources } from './ingest-process.ts';
import type { IngestProcess, TestSender } from './ingest-process.ts';

/** When the messages of tests are received: years that they leave out follow from it. */
export const RECEIVED_AT = '2026-11-21T02:00:00.000Z';

const { id: _id, name: _name, keySha256: _key, ...asSample } = sampleSource;
export const SENDER: TestSender = {
  id: 'sample',
  key: 'key-of-sample',
  profile: { ...asSample, mayStateReceivedAt: true },
};
/** May not say when something was received. */
export const PLAIN_SENDER: TestSender = { id: 'plain', key: 'key-of-plain' };
export const AIS_SENDER: TestSender = { id: 'ais-station', key: 'key-of-ais', profile: { kind: 'AIS' } };

/** What stands of a raw message in the graph. */
export interface RawRow {
  readonly id: string;
  readonly outcome: string | null;
  readonly format: string | null;
  readonly bytes: number;
  readonly receivedAt: string;
  readonly deliveries: number;
  readonly units: number;
  readonly withEvents: number;
  readonly withPositions: number;
  readonly withIssuesOnly: number;
  readonly withoutContent: number;
  readonly events: number;
  readonly positions: number;
  readonly issueCount: number;
  readonly issues: string;
  readonly attested: number;
}

export interface IngestUnderTest {
  readonly under: GraphUnderTest;
  readonly data: string;
  /** Of its queue: what works beside the server must name it, or nobody reads what it queues before the next sweep. */
  readonly redisPrefix: string;
  readonly url: () => string;
  readonly process: () => IngestProcess;
  /** Starts it again on the same data, after a kill. */
  restart(): Promise<void>;
  /** Pushes as `SENDER`, at `RECEIVED_AT`; answers the raw id. Fails on anything but 202. */
  send(bytes: Uint8Array | string): Promise<string>;
  /** Waits until each of these has an outcome, and nothing is pending. */
  read(ids: readonly string[]): Promise<void>;
  rawRows(): Promise<RawRow[]>;
  close(): Promise<void>;
}

/** What else a test needs before the process starts. */
interface Preparation {
  readonly senders?: readonly TestSender[];
  /** Writes into the data folder. */
  readonly prepare?: (data: string) => void;
}

/** The real server of the ingest process on an empty graph, with a folder and a queue of its own. */
export async function openIngestUnderTest(
  env: Readonly<Record<string, string>> = {},
  { senders = [], prepare = () => undefined }: Preparation = {},
): Promise<IngestUnderTest> {
  const under = await openGraphUnderTest();
  await under.clear();
  const data = mkdtempSync(join(tmpdir(), 'throughline-ingest-'));
  writeSources(data, [SENDER, PLAIN_SENDER, AIS_SENDER, ...senders]);
  prepare(data);
  const settings = { data, redisPrefix: `test-${process.pid}-${Date.now()}`, port: await freePort(), env };
  let running = await startIngestProcess(settings);
  const rawRows = () =>
    under.query<RawRow>(
      `MATCH (w:RawMessage)
       RETURN w {.*, deliveries: toFloat(size(w.deliveries)), attested: toFloat(COUNT { (w)-[:ATTESTS]->() })} AS row`,
    );
  return {
    under,
    data,
    redisPrefix: settings.redisPrefix,
    url: () => running.url,
    process: () => running,
    async restart() {
      running = await startIngestProcess(settings);
    },
    async send(bytes) {
      const response = await push(running.url, SENDER.key, bytes, { 'throughline-received-at': RECEIVED_AT });
      const answer = (await response.json()) as { rawId?: string };
      if (response.status !== 202 || !answer.rawId)
        throw new Error(`${response.status} ${JSON.stringify(answer)}`);
      return answer.rawId;
    },
    async read(ids) {
      await until('every message has its outcome', async () => {
        const [row] = await under.query<{ done: number }>(
          'MATCH (w:RawMessage) WHERE w.id IN $ids AND w.outcome IS NOT NULL RETURN toFloat(count(w)) AS done',
          { ids: [...new Set(ids)] },
        );
        return row?.done === new Set(ids).size && (await metric(running.url, 'throughline_raw_pending')) === 0;
      }); // prettier-ignore
    },
    async rawRows() {
      return (await rawRows()).map((row) => (row as unknown as { row: RawRow }).row);
    },
    async close() {
      await running.stop();
      await under.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** The sum of a metric over its labels. */
export async function metric(url: string, name: string, label = ''): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return text
    .split('\n')
    .filter((line) => new RegExp(`^${name}(?:\\{|\\s)`).test(line) && line.includes(label))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
}
