import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectAccountGraph } from '../../../src/access/account-graph.ts';
import { ensureFirstAccount, FIRST_LOGIN } from '../../../src/access/first-account.ts';
import { readSettings } from '../../../src/settings.ts';
import { signIn } from '../access/accounts.ts';
import type { Somebody } from '../access/asking.ts';
import { runScript } from '../child.ts';
import { eventually } from '../deadline.ts';
import { freePort } from '../free-port.ts';
import { openStores } from './stores.ts';
import { keepRunning } from './keep-running.ts';

const READY_MS = 120_000;
const KEY = 'terminal-key';

/** What can be killed: two processes of ours, and the two stores behind them. */
export const PARTS = ['api', 'ingest', 'redis', 'neo4j'] as const;
export type Part = (typeof PARTS)[number];

/** The whole system on stores of its own, each part started again when it ends, as the launcher does. */
export interface BreakableSystem {
  /** GraphQL; nobody is answered who has not signed in, or has no key. */
  readonly url: string;
  /** Who runs the service. */
  readonly operator: Somebody;
  /** Kills a part at once, without a chance to tidy up, and resolves when all answers again. */
  kill(part: Part): Promise<void>;
  /** One push as the terminal's; true: it was acknowledged, so it is durable. */
  push(message: string): Promise<boolean>;
  /** Messages that were received and have no outcome yet. */
  pending(): number;
  stop(): Promise<void>;
}

/** Starts it on an empty folder; webhooks may lead to the loopback interface. */
export async function startBreakableSystem(): Promise<BreakableSystem> {
  const data = mkdtempSync(join(tmpdir(), 'throughline-faults-'));
  const stores = await openStores(join(data, 'stores'));
  const [ingestPort, apiPort] = [await freePort(), await freePort()];
  const ingestUrl = `http://127.0.0.1:${ingestPort}`;
  const apiUrl = `http://127.0.0.1:${apiPort}`;
  const env = {
    ...stores.env,
    NODE_ENV: 'production',
    LOG_LEVEL: 'silent',
    REDIS_PREFIX: 'faults',
    THROUGHLINE_DATA: data,
    INGEST_URL: ingestUrl,
    INGEST_PORT: String(ingestPort),
    API_PORT: String(apiPort),
    ACCESS: 'required',
    API_REQUESTS_PER_MINUTE: '1000000',
    WEBHOOK_PRIVATE_HOSTS: '127.0.0.1',
    COMPUTED_ETA: 'off',
  };
  mkdirSync(data, { recursive: true });
  const keySha256 = createHash('sha256').update(KEY).digest('hex');
  const terminal = { id: 'terminal', name: 'terminal', kind: 'TERMINAL', defaultZone: 'Asia/Shanghai', keySha256 };
  writeFileSync(join(data, 'sources.json'), JSON.stringify([terminal]));
  await runScript('ingest/src/main/migrate.ts', [], env);
  const password = await firstPassword(env);
  const processes = {
    ingest: keepRunning('ingest/src/main/server.ts', env),
    api: keepRunning('api/src/main/server.ts', env),
  };
  const allAnswers = () =>
    eventually('ingest and api are ready', async () => ((await isReady(ingestUrl)) && (await isReady(apiUrl))) || null, READY_MS); // prettier-ignore
  await allAnswers();
  const url = `${apiUrl}/graphql`;
  return {
    url,
    operator: await signIn({ url }, FIRST_LOGIN, password),
    async kill(part) {
      if (part === 'api' || part === 'ingest') await processes[part].killOnce();
      else await stores.killOnce(part);
      await allAnswers();
    },
    push: (message) =>
      fetch(`${ingestUrl}/v1/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${KEY}` },
        body: message,
      }).then(
        ({ status }) => status === 202,
        () => false,
      ),
    pending: () => readdirSync(join(data, 'raw', 'pending')).length,
    async stop() {
      for (const one of Object.values(processes)) await one.stop();
      await stores.stop();
      rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
} // prettier-ignore

/** Made in the graph itself, as the launcher does before it opens a page. */
async function firstPassword(env: Readonly<Record<string, string>>): Promise<string> {
  const accounts = connectAccountGraph(readSettings(env).neo4j);
  const { password } = await ensureFirstAccount(accounts, { wall: Date.now(), now: Date.now() });
  await accounts.close();
  return password ?? '';
}

function isReady(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}
