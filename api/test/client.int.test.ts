import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, type Client, type FeedEntry } from '../client/index.ts';
import { openCuttableProxy, type CuttableProxy } from './testing/cuttable-proxy.ts';
import { eventually } from './testing/deadline.ts';
import { gateOut } from './testing/gate-out.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const NUMBER = 'COSU6415530971';
const BOX = 'CBHU3804175';

let system: SampleSystem;
/** The way to the service, which a test may cut. */
let proxy: CuttableProxy;
let client: Client;
const folder = mkdtempSync(join(tmpdir(), 'throughline-client-'));
beforeAll(async () => {
  system = await startSampleSystem();
  proxy = await openCuttableProxy(system.url);
  client = createClient({ url: proxy.url });
}, 300_000);
afterAll(async () => {
  await proxy.close();
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The terminal tells the gate move anew: minutes of the day. */
let minute = 15 * 60;
async function tell(): Promise<void> {
  const hhmm = `${Math.floor(minute / 60)}${String(minute % 60).padStart(2, '0')}`;
  await system.deliver('ningbo-terminal', gateOut(BOX, hhmm, minute === 15 * 60 ? 'ORIGINAL' : 'RECTIFIED'));
  minute += 1;
}

/** All that the feed has behind a cursor, by poll; there is something. */
async function idsAfter(cursor: string): Promise<string[]> {
  const direct = createClient({ url: system.url });
  return eventually('entries', async () => {
    const answer = await direct.changes(cursor, { filter: { numbers: [NUMBER] }, first: 1000 });
    if (answer.__typename === 'ResyncError') throw new Error(answer.message);
    return answer.entries.some(({ kind }) => kind === 'ADDED') ? answer.entries.map(({ id }) => id) : null;
  });
}

async function cursorNow(): Promise<string> {
  return (await client.changes(null)).cursor;
}

describe('the typed client', () => {
  it('looks numbers up, opens shipments, and answers typed errors', async () => {
    const { shipments, candidates } = await client.lookup('cosu 6415530971');
    expect(candidates).toContainEqual(expect.objectContaining({ value: NUMBER, found: true }));
    const [hit] = shipments;
    if (!hit) throw new Error('no shipment');
    const answer = await client.shipment(hit.shipment.id);
    if (answer.__typename !== 'Shipment') throw new Error(answer.message);
    expect(answer.title.value).toBe(NUMBER);
    expect(answer.journey.containers.map(({ reference }) => reference)).toContain(BOX);
    expect(answer.journey.logistics.length).toBeGreaterThan(3);
    expect(await client.shipment('shp_nothing')).toMatchObject({ __typename: 'NotFoundError', code: 'NOT_FOUND' });
    expect(await client.shipment(hit.shipment.id, '2100-01-01T00:00:00Z')).toMatchObject({ __typename: 'AsOfError', code: 'AS_OF_IN_FUTURE' });
  }); // prettier-ignore

  it('lists shipments page by page, each once, and looks many numbers up', async () => {
    const ids: string[] = [];
    for await (const { edges } of client.shipments({ sort: { by: 'CHANGED' }, first: 3 })) ids.push(...edges.map(({ node }) => node.id));
    expect(ids.length).toBeGreaterThan(3);
    expect(new Set(ids).size).toBe(ids.length);
    const found = await client.lookupMany([NUMBER, 'COSU0000000000']);
    expect(found.map(({ query, hits }) => [query, hits.length > 0])).toEqual([[NUMBER, true], ['COSU0000000000', false]]);
    expect(ids).toContain(found[0]?.hits[0]?.shipment.id);
    await expect(client.shipments({ asOf: '2100-01-01T00:00:00Z' }).next()).rejects.toMatchObject({ code: 'AS_OF_IN_FUTURE' });
  }); // prettier-ignore

  it('follows a shipment over a cut, and has it at once as it is by then', async () => {
    const [hit] = (await client.lookup(NUMBER)).shipments;
    const leave = new AbortController();
    const told: (string | null)[] = [];
    const following = (async () => {
      const options = { signal: leave.signal, onDisconnect: () => void told.push(null) };
      for await (const answer of client.journeyUpdated(hit?.shipment.id ?? '', options))
        told.push(answer.__typename === 'JourneyUpdate' ? answer.shipment.id : answer.code);
    })();
    await eventually('the shipment', () => (told.length > 0 ? true : null));
    await proxy.cut();
    await eventually('the loss', () => (told.includes(null) ? true : null));
    await proxy.restore();
    await eventually('the shipment again', () => (told.at(-1) === null ? null : true), 60_000);
    expect(new Set(told)).toEqual(new Set([hit?.shipment.id, null]));
    leave.abort();
    await following;
    expect(await client.journeyUpdated('shp_nothing').next()).toMatchObject({ value: { __typename: 'NotFoundError', code: 'NOT_FOUND' } });
  }, 120_000); // prettier-ignore

  it('misses nothing of the feed while it is cut off, and repeats nothing', async () => {
    const start = await cursorNow();
    const leave = new AbortController();
    const told: FeedEntry[] = [];
    const lost: string[] = [];
    const following = (async () => {
      const options = { filter: { numbers: [NUMBER] }, signal: leave.signal, onDisconnect: (error: { code: string } | null) => void lost.push(error?.code ?? 'ENDED') };
      for await (const page of client.statusFeed(start, options))
        if (page.__typename === 'FeedPage') told.push(...page.entries);
    })();
    await tell();
    await eventually('the first entry', () => (told.some(({ kind }) => kind === 'ADDED') ? true : null));
    await proxy.cut();
    await tell();
    await eventually('the loss', () => (lost.includes('UNREACHABLE') ? true : null));
    await proxy.restore();
    // The deriver may still add an entry of its own: what the feed held at that moment is what must have come.
    const held = await eventually('what came meanwhile', async () => {
      const ids = await idsAfter(start);
      const claims = told.filter(({ kind }) => kind === 'ADDED').length;
      return claims >= 2 && told.length >= ids.length ? ids : null;
    }, 60_000);
    expect(told.slice(0, held.length).map(({ id }) => id)).toEqual(held);
    leave.abort();
    await following;
  }, 120_000); // prettier-ignore
});

/** An example as anybody would run it, with what it has printed. */
function run(command: readonly string[], file: string): { child: ChildProcess; text: () => string } {
  const [program = '', ...args] = command;
  const child = spawn(program, [...args, proxy.url, NUMBER, file], {
    cwd: root,
    env: { ...process.env, THROUGHLINE_KEY: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Of its own group, so that what a shell starts ends with it.
    detached: true,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  return { child, text: () => printed };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid, 'SIGTERM');
  await ended;
}

describe('an example', () => {
  it.each([
    ['TypeScript', [process.execPath, '--conditions=development', '--import', 'tsx', 'api/client/examples/follow.ts']],
    ['Python', ['python3', 'api/client/examples/follow.py']],
    ['curl', ['bash', 'api/client/examples/follow.sh']],
  ])('in %s looks a number up and follows it, over a cut and from one run to the next', async (name, command) => {
    const file = join(folder, name);
    const first = run(command, file);
    const [found] = (await client.lookup(NUMBER)).shipments;
    await eventually('the shipment', () => (first.text().includes(found?.shipment.id ?? '-') ? true : null));
    await eventually('a cursor', () => (existsSync(file) && readFileSync(file, 'utf8') !== '' ? true : null));
    const start = readFileSync(file, 'utf8');
    /** Ids in the order in which they were printed. */
    const toldBy = (texts: readonly string[], ids: readonly string[]) =>
      texts.flatMap((text) => [...text.matchAll(/[\w.]+/g)].flatMap(([word]) => (ids.includes(word) ? [word] : [])));
    await proxy.cut();
    await tell();
    await proxy.restore();
    const ids = await idsAfter(start);
    await eventually('entries after the cut', () => (ids.every((id) => first.text().includes(id)) ? true : null));
    await end(first.child);

    await tell();
    const second = run(command, file);
    await eventually('entries of the second run', async () => {
      const all = await idsAfter(start);
      return all.length > ids.length && new Set(toldBy([first.text(), second.text()], all)).size === all.length ? true : null;
    }, 120_000);
    await end(second.child);
    // It may repeat the page that it was ended in, and keeps the order.
    const all = await idsAfter(start);
    expect([...new Set(toldBy([first.text(), second.text()], all))]).toEqual(all);
  }, 300_000); // prettier-ignore
});
