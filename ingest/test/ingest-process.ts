import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { SourceProfile } from 'graph-schema/domain/source';

/** A sender of a test: what `sources.json` says of it, and the key that it holds. */
export interface TestSender {
  readonly id: string;
  readonly key: string;
  readonly profile?: Partial<SourceProfile> & { readonly callbackSecret?: string };
}

export interface IngestProcess {
  readonly url: string;
  readonly pid: number;
  /** At once and without a chance to tidy up, as a power cut or the kernel would. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  logTail(): string;
}

export interface IngestSettings {
  readonly data: string;
  readonly redisPrefix: string;
  readonly port: number;
  /** Runs what was built, as it is run everywhere but here, instead of the source. */
  readonly isBuilt?: boolean;
  /** Further settings of the process, by their names in the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

const FROM_SOURCE = [
  '--conditions=development',
  '--import',
  'tsx',
  new URL('../src/main/server.ts', import.meta.url).pathname,
];
/** The flags are those of the launcher. */
const AS_BUILT = [
  '--min-semi-space-size=128',
  '--max-semi-space-size=128',
  '--no-memory-reducer',
  new URL('../dist/main/server.js', import.meta.url).pathname,
];
/** Programs have been built from this very source, as `npm test` does. */
const TESTED_AS_BUILT = process.env['TESTED_AS_BUILT'] === '1';
const READY_LIMIT_MS = 90_000;

export function writeSources(data: string, senders: readonly TestSender[]): void {
  mkdirSync(data, { recursive: true });
  const rows = senders.map(({ id, key, profile }) => ({
    id,
    name: id,
    kind: 'TERMINAL',
    defaultZone: 'Asia/Shanghai',
    keySha256: createHash('sha256').update(key).digest('hex'),
    ...profile,
  }));
  writeFileSync(join(data, 'sources.json'), JSON.stringify(rows, null, 1));
}

/** Starts the real server of the ingest process and waits until it says that it is ready. */
export async function startIngestProcess(settings: IngestSettings): Promise<IngestProcess> {
  mkdirSync(settings.data, { recursive: true });
  const logFile = join(settings.data, 'ingest.log');
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, (settings.isBuilt ?? TESTED_AS_BUILT) ? AS_BUILT : FROM_SOURCE, {
    env: {
      // What is derived beside intake has tests of its own; a bench may switch it on.
      DERIVER: 'off',
      COMPUTED_ETA: 'off',
      ...process.env,
      THROUGHLINE_DATA: settings.data,
      REDIS_PREFIX: settings.redisPrefix,
      INGEST_PORT: String(settings.port),
      LOG_LEVEL: 'warn',
      ...settings.env,
    },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const url = `http://127.0.0.1:${settings.port}`;
  const logTail = () => readFileSync(logFile, 'utf8').split('\n').slice(-30).join('\n');
  const ready = async () => {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`ingest ended while starting:\n${logTail()}`);
    return fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
  };
  await until('ingest is ready', ready, READY_LIMIT_MS);
  return {
    url,
    pid: child.pid ?? -1,
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
    logTail,
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await exited;
}

/** Polls a condition until it holds; after the deadline fails with what was waited for. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  limitMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`not within ${limitMs / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}

/** One push, as any sender would make it. */
export async function push(
  url: string,
  key: string,
  bytes: Uint8Array | string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(`${url}/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/octet-stream', ...headers },
    body: typeof bytes === 'string' ? bytes : Buffer.from(bytes),
  });
}
