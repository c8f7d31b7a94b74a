import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readSettings } from '../src/settings.ts';
import { ask } from './testing/ask.ts';
import { runScript, startScript, stopChild } from './testing/child.ts';
import { openCuttableProxy, type CuttableProxy } from './testing/cuttable-proxy.ts';
import { eventually } from './testing/deadline.ts';
import { freePort } from './testing/free-port.ts';

const data = mkdtempSync(join(tmpdir(), 'throughline-probes-'));
let api: ChildProcess;
let wayToGraph: CuttableProxy;
let url: string;

beforeAll(async () => {
  const { uri } = readSettings(process.env).neo4j;
  await runScript('ingest/src/main/migrate.ts', [], {});
  // Where a graph is looked for by `neo4j:` it names its own address, and nothing would go through here.
  wayToGraph = await openCuttableProxy(uri.replace(/^neo4j:/, 'bolt:'));
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  api = startScript('api/src/main/server.ts', [], {
    NODE_ENV: 'production',
    LOG_LEVEL: 'silent',
    NEO4J_URI: wayToGraph.url,
    API_PORT: String(port),
    REDIS_PREFIX: `probes-${process.pid}`,
    THROUGHLINE_DATA: data,
    ACCESS: 'open',
  });
  await eventually('it answers', () => get('/healthz').then(({ status }) => status || null, () => null), 120_000); // prettier-ignore
}, 240_000);
afterAll(async () => {
  await stopChild(api);
  await wayToGraph.close();
  rmSync(data, { recursive: true, force: true });
});

const get = (path: string) => fetch(`${url}${path}`, { signal: AbortSignal.timeout(30_000) });

it('says that it runs and is ready, and while the graph is away that it runs and is not ready', async () => {
  const probed = async () => {
    const [runs, ready] = [await get('/healthz'), await get('/readyz')];
    expect([runs.status, await runs.json()]).toEqual([200, { status: 'ok' }]);
    return [ready.status, await ready.json()];
  };
  expect(await probed()).toEqual([200, { status: 'ready' }]);
  await wayToGraph.cut();
  expect(await probed()).toEqual([503, { status: 'not ready', reason: 'the graph does not answer' }]);
  await wayToGraph.restore();
  await eventually('it is ready again', async () => ((await get('/readyz')).ok ? true : null));
});

it('keeps a connection longer than the proxies before it do, and says so', async () => {
  expect((await get('/healthz')).headers.get('keep-alive')).toBe('timeout=75');
});

it('counts for Prometheus what it answers over GraphQL and by façades', async () => {
  const counted = async () => {
    const response = await get('/metrics');
    expect(response.headers.get('content-type')).toContain('text/plain; version=');
    const text = await response.text();
    const count = (name: string) => Number(new RegExp(`^${name}_count (\\d+)$`, 'm').exec(text)?.[1]);
    expect(text).toContain('process_cpu_seconds_total');
    return [count('throughline_graphql_http_seconds'), count('throughline_rest_http_seconds')];
  };
  const [asked = NaN, told = NaN] = await counted();
  expect((await ask(`${url}/graphql`, '{ service { now } }')).errors).toBeUndefined();
  expect((await get('/openapi.json')).status).toBe(200);
  await eventually('both are counted', async () => ((await counted()).join() === `${asked + 1},${told + 1}` ? true : null));
}); // prettier-ignore
