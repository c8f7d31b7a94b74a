import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newDelivery, openFolderStore, sha256Hex } from './folder-store.ts';
import { rawMessageId, type RawHeader } from './raw-store.ts';
import { requestReplay } from './request-replay.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'raw-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const RECEIVED = Date.parse('2026-11-21T02:00:00Z');
const bytes = new Uint8Array(Buffer.from("UNB+UNOA:2'\n\u0000\n宁波"));

function header(given: Partial<RawHeader> = {}, afterMs = 0): RawHeader {
  return {
    source: 'ngb-terminal',
    sha256: sha256Hex(bytes),
    delivery: newDelivery(RECEIVED + afterMs),
    receivedAt: new Date(RECEIVED + afterMs).toISOString(),
    contentType: null,
    fileName: 'a.edi',
    ...given,
  };
}

describe('the folder store', () => {
  it('gives back exactly what it accepted, also to the next process', async () => {
    const sent = header();
    const name = await (await openFolderStore(folder)).accept(sent, bytes);
    const store = await openFolderStore(folder);
    expect(await store.listPending()).toEqual([name]);
    expect(store.pendingCount()).toBe(1);
    expect(await store.readPending(name)).toEqual({ header: sent, bytes });
    expect(await store.find(rawMessageId(sent))).toEqual({ header: sent, bytes });
  });

  it('forgets what was never acknowledged, but not what another process is just receiving', async () => {
    const incoming = join(folder, 'incoming');
    mkdirSync(incoming, { recursive: true });
    for (const name of ['cut-off-long-ago', 'just-being-written'])
      writeFileSync(join(incoming, name), '{"sour');
    const longAgo = new Date(Date.now() - 3_600_000);
    utimesSync(join(incoming, 'cut-off-long-ago'), longAgo, longAgo);
    expect(await (await openFolderStore(folder)).listPending()).toEqual([]);
    expect(readdirSync(incoming)).toEqual(['just-being-written']);
  });

  it('lists the oldest first, whoever sent it', async () => {
    const store = await openFolderStore(folder);
    const late = await store.accept(header({ source: 'a' }, 5000), bytes);
    const early = await store.accept(header({ source: 'z' }), bytes);
    expect(await store.listPending()).toEqual([early, late]);
  });

  it('keeps the first delivery of the same bytes, and takes the archived message for the pending one', async () => {
    const store = await openFolderStore(folder);
    const [first, second] = [header(), header({}, 1000)];
    const names = [await store.accept(first, bytes), await store.accept(second, bytes)];
    await store.archive(names[0] ?? '', first);
    await store.archive(names[1] ?? '', second);
    await store.archive(names[1] ?? '', second);
    expect(await store.listPending()).toEqual([]);
    expect(store.pendingCount()).toBe(0);
    expect((await store.find(rawMessageId(first)))?.header).toEqual(first);
    const archived: string[] = [];
    for await (const id of store.listArchived()) archived.push(id);
    expect(archived).toEqual([rawMessageId(first)]);
  });

  it('finds a message also at the moment in which it is archived', async () => {
    const store = await openFolderStore(folder);
    for (let afterMs = 0; afterMs < 100; afterMs += 1) {
      const sent = header({ source: `source-${afterMs}` }, afterMs);
      const name = await store.accept(sent, bytes);
      let isMoving = true;
      const moved = store.archive(name, sent).finally(() => (isMoving = false));
      while (isMoving) expect((await store.find(rawMessageId(sent)))?.header).toEqual(sent);
      await moved;
    }
  });

  it('keeps, of what was wanted wholly or not at all, the delivery that lets be taken what can be', async () => {
    const store = await openFolderStore(folder);
    const [whole, partly, wholeAgain] = [header({ allOrNothing: true }), header({}, 1000), header({ allOrNothing: true }, 2000)];
    const id = rawMessageId(whole);
    await store.archive(await store.accept(whole, bytes), whole);
    expect(await store.findPending(id)).toBeNull();
    const name = await store.accept(partly, bytes);
    expect((await store.findPending(id))?.header).toEqual(partly);
    await store.archive(name, partly);
    expect((await store.find(id))?.header).toEqual(partly);
    await store.archive(await store.accept(wholeAgain, bytes), wholeAgain);
    expect((await store.find(id))?.header).toEqual(partly);
    expect([await store.listPending(), store.pendingCount()]).toEqual([[], 0]);
  }); // prettier-ignore

  it('knows no message by an id that leads out of its folder', async () => {
    const store = await openFolderStore(folder);
    for (const id of ['', 'x', '../../etc/passwd', `../..:${'a'.repeat(63)}/`, `nobody:${'a'.repeat(64)}`])
      expect(await store.find(id), id).toBeNull();
  });

  it('puts a stored message before the pipeline again, with its own time of receipt', async () => {
    const store = await openFolderStore(folder);
    const sent = header();
    await store.archive(await store.accept(sent, bytes), sent);
    const name = (await requestReplay(store, rawMessageId(sent), RECEIVED + 60_000)) ?? '';
    expect(await store.listPending()).toEqual([name]);
    const again = await store.readPending(name);
    expect(again?.bytes).toEqual(bytes);
    expect(again?.header).toMatchObject({ replay: true, receivedAt: sent.receivedAt });
    expect(again?.header.delivery).not.toBe(sent.delivery);
    expect(await requestReplay(store, `ngb-terminal:${'0'.repeat(64)}`, RECEIVED)).toBeNull();
  });
});
