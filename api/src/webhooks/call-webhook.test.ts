import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import { createWebhookCaller } from './call-webhook.ts';
import { newSecret, rotated, signingSecrets } from './secrets.ts';

const servers: Server[] = [];
const children: ChildProcess[] = [];
const folders: string[] = [];
const callers: ReturnType<typeof createWebhookCaller>[] = [];
afterEach(() => {
  for (const made of callers.splice(0)) made.close();
  for (const server of servers.splice(0)) server.close();
  for (const child of children.splice(0)) child.kill();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}

function caller(allowed: readonly string[] = ['127.0.0.1'], wall: () => number = Date.now) {
  const made = createWebhookCaller({ allowed }, wall);
  callers.push(made);
  return made;
}

const secret = newSecret();
const call = (url: string, secrets = [secret]) => ({
  form: 'STANDARD' as const,
  webhook: 'whk_1',
  url,
  id: 'msg_1',
  body: '{"type":"test","name":"全程通"}',
  secrets,
});

describe('a call of a webhook', () => {
  it('is signed by every secret that counts, so that a receiver may change over at his own time', async () => {
    const got: { body: string; headers: IncomingHttpHeaders }[] = [];
    const url = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        got.push({ body: Buffer.concat(chunks).toString(), headers: request.headers });
        response.writeHead(204).end();
      });
    });
    const newer = newSecret();
    expect(await caller().call(call(url, [newer, secret]))).toMatchObject({ verdict: 'TAKEN', status: 204, error: null });
    const [first] = got;
    const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
    const signed = Object.fromEntries(names.map((name) => [name, String(first?.headers[name])]));
    for (const one of [secret, newer])
      expect(new Webhook(one).verify(first?.body ?? '', signed)).toEqual({ type: 'test', name: '全程通' });
    expect(() => new Webhook(newSecret()).verify(first?.body ?? '', signed)).toThrow();
  });

  it('follows no redirect, hears how long to wait, and when it is to end', async () => {
    let asked = 0;
    const answers: [number, Record<string, string>][] = [
      [302, { location: 'http://127.0.0.1:1/' }],
      [503, { 'retry-after': '120' }],
      [429, { 'retry-after': new Date(Date.UTC(2026, 10, 21, 10)).toUTCString() }],
      [422, {}],
      [410, {}],
    ];
    const url = await serve((_, response) => void response.writeHead(...(answers[asked++] ?? [500, {}])).end());
    const made = caller(undefined, () => Date.UTC(2026, 10, 21, 9));
    expect(await made.call(call(url))).toMatchObject({ verdict: 'LATER', status: 302, error: 'answered 302: redirects are not followed' });
    expect(asked).toBe(1);
    expect(await made.call(call(url))).toMatchObject({ verdict: 'LATER', status: 503, retryAfter: 120_000 });
    expect(await made.call(call(url))).toMatchObject({ verdict: 'LATER', status: 429, retryAfter: 3_600_000 });
    expect(await made.call(call(url))).toMatchObject({ verdict: 'NEVER', status: 422 });
    expect(await made.call(call(url))).toMatchObject({ verdict: 'GONE', status: 410 });
  });

  it('hangs up on whoever talks without end, and on whoever is away or ends it', async () => {
    const url = await serve((_, response) => {
      const talk = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.writeHead(200).on('drain', talk);
      talk();
    });
    expect(await caller().call(call(url))).toMatchObject({ verdict: 'TAKEN', status: 200 });
    await expect.poll(() => new Promise((resolve) => servers[0]?.getConnections((_, count) => resolve(count)))).toBe(0);
    const silent = await serve(() => undefined);
    const stop = new AbortController();
    const waiting = caller().call(call(silent), stop.signal);
    stop.abort();
    expect(await waiting).toMatchObject({ verdict: 'LATER', status: null });
    expect(await caller().call(call('http://127.0.0.1:1/'))).toMatchObject({ verdict: 'LATER', status: null });
    servers[1]?.closeAllConnections();
  });

  it('reaches nobody on a private address, by number or by name', async () => {
    let asked = 0;
    const url = await serve((_, response) => {
      asked += 1;
      response.end();
    });
    const byName = url.replace('http://127.0.0.1', 'https://localhost');
    expect(await caller([]).call(call(url))).toMatchObject({ verdict: 'LATER', status: null });
    expect(await caller([]).call(call(byName))).toMatchObject({ status: null, error: 'localhost leads to no public address' });
    expect(asked).toBe(0);
  });
}); // prettier-ignore

describe('the examples of a receiver', () => {
  const text = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  const example = (language: string) => new RegExp('```' + language + '\\n([^]*?)```').exec(text)?.[1] ?? '';
  const hasPython = spawnSync('python3', ['--version']).status === 0;

  it.each([
    { language: 'js', file: 'receiver.mjs', command: process.execPath, isThere: true },
    { language: 'python', file: 'receiver.py', command: 'python3', isThere: hasPython },
  ].filter(({ isThere }) => isThere))('in $language takes what is signed and nothing else', async ({ language, file, command }) => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-receiver-'));
    folders.push(folder);
    writeFileSync(join(folder, file), example(language));
    const free = new URL(await serve(() => undefined));
    await new Promise((resolve) => servers.splice(0)[0]?.close(resolve));
    children.push(spawn(command, [join(folder, file)], { env: { ...process.env, PORT: free.port, WEBHOOK_SECRET: secret }, stdio: 'ignore' }));
    const answered = async (secrets: string[], wall: () => number) => (await caller(undefined, wall).call(call(free.href, secrets))).status;
    await expect.poll(() => answered([secret], Date.now), { timeout: 30_000 }).toBe(204);
    expect(await answered([newSecret(), secret], Date.now)).toBe(204);
    expect(await answered([newSecret()], Date.now)).toBe(400);
    expect(await answered([secret], () => Date.now() - 600_000)).toBe(400);
  });
}); // prettier-ignore

describe('secrets of a webhook', () => {
  it('overlap while they are changed, and end', () => {
    const first = { secrets: JSON.stringify([{ secret: 'old', endsAt: null }]) };
    const now = { secrets: JSON.stringify(rotated(first, 'new', 1000, 500)) };
    expect(signingSecrets(now, 1400)).toEqual(['new', 'old']);
    expect(signingSecrets(now, 1500)).toEqual(['new']);
    expect(rotated(first, 'new', 1000, 0)).toEqual([{ secret: 'new', endsAt: null }]);
  });
});
