import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newDelivery, openFolderStore, sha256Hex } from '../../raw/folder-store.ts';
import { rawMessageId, type RawStore } from '../../raw/raw-store.ts';
import { replayMessage } from './replay-message.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');
const BYTES = Buffer.from('UNB+failed again and again');
const HEADER = {
  source: 'terminal',
  sha256: sha256Hex(BYTES),
  delivery: newDelivery(NOW),
  receivedAt: '2026-11-20T09:00:00.000Z',
  contentType: null,
  fileName: 'a.edi',
};
const ID = rawMessageId(HEADER);

let folder: string;
let raw: RawStore;
const enqueued: string[] = [];
const server = createServer((request, response) => {
  const queue = { enqueue: async (name: string) => void enqueued.push(name) } as never;
  void replayMessage({ raw, queue, now: () => NOW }, pino({ level: 'silent' }), request, response);
});
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-replay-'));
  raw = await openFolderStore(folder);
  await raw.archive(await raw.accept(HEADER, BYTES), HEADER);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

async function ask(body: unknown): Promise<{ status: number; answer: unknown }> {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, answer: await response.json() };
}

it('puts a stored message before the pipeline once, however often it is asked', async () => {
  expect(await ask({ id: ID })).toEqual({ status: 200, answer: { id: ID, waited: false } });
  expect(await ask({ id: ID })).toEqual({ status: 200, answer: { id: ID, waited: true } });
  const pending = await raw.listPending();
  expect(pending).toEqual(enqueued);
  expect(pending).toHaveLength(1);
  // It is read again as it was received then.
  const waiting = await raw.findPending(ID);
  expect(waiting?.header).toMatchObject({ replay: true, receivedAt: HEADER.receivedAt, fileName: 'a.edi' });
  expect(Buffer.from(waiting?.bytes ?? [])).toEqual(BYTES);
});

it('says that it has no such message, or that none was named', async () => {
  expect(await ask({ id: `terminal:${'0'.repeat(64)}` })).toMatchObject({ status: 404 });
  expect(await ask({ id: '../../etc/passwd' })).toMatchObject({ status: 404 });
  expect(await ask({})).toMatchObject({ status: 400 });
});
