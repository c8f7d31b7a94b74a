import { containerCheckDigit } from 'graph-schema/codes/iso6346';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask } from './testing/ask.ts';
import { eventually } from './testing/deadline.ts';
import type { Transport } from './testing/live-stream.ts';
import { startSampleSystem, type SampleSystem } from './testing/sample-system.ts';
import { openSlowReader, type SlowReader } from './testing/slow-reader.ts';
import { watchSocketsServed, type SocketsServed } from './testing/sockets-served.ts';

const START_MS = 300_000;
const FIRST = 20;
/** Bytes: some pages, and a small part of all that is told. */
const WAITING_MAX = 2_000_000;
/** Fields of an entry that say the same: they make entries so large that a few hundred do not fit into the buffers of two sockets. */
const WORDS = Array.from({ length: 400 }, (_, index) => `w${index}: shipmentId`).join(' ');
const FOLLOW = `subscription ($after: String) { statusFeed(after: $after, first: ${FIRST}) {
  __typename ... on FeedPage { cursor behind entries { id shipmentId ${WORDS} } } ... on ResyncError { reason cursor } } }`;
const CHANGES = `query ($after: String) { changes(after: $after, first: 1000) { ... on FeedPage { cursor behind entries { id shipmentId } } } }`;

interface Entry {
  readonly id: string;
  readonly shipmentId: string;
}
interface Page {
  readonly __typename: string;
  readonly cursor: string;
  readonly behind: number;
  readonly entries: readonly Entry[];
}

let system: SampleSystem;
let sockets: SocketsServed;
const readers: SlowReader[] = [];
beforeAll(async () => {
  system = await startSampleSystem();
}, START_MS);
beforeEach(() => {
  sockets = watchSocketsServed();
});
afterEach(() => {
  for (const one of readers.splice(0)) one.close();
  sockets.stop();
});
afterAll(() => system.stop());

let serial = 0;
/** Boxes in through the gate, each of a bill of its own, as a terminal tells of many at once. */
async function tellOfBoxes(count: number): Promise<void> {
  const groups = Array.from({ length: count }, () => {
    serial += 1;
    const first = `TLNU${String(500_000 + serial).padStart(6, '0')}`;
    const bill = `COSU64${String(92_000_000 + serial)}`;
    return `EQD+CN+${first}${containerCheckDigit(first)}+22G1:102:5++3+5'\nRFF+BM:${bill}'\nDTM+7:202611211200:203'\nLOC+165+CNNBO:139:6+BLCT3:TER:ZZZ'`;
  });
  const text = `UNB+UNOA:2+NGBTERM+CARRIERX+261121:1200+${serial}'
UNH+1+CODECO:D:95B:UN:ITG14'
BGM+34+GI${serial}+9'
NAD+CF+COSU:160:20'
${groups.join('\n')}
CNT+16:${count}'
UNT+${groups.length * 4 + 5}+1'
UNZ+1+${serial}'
`;
  await system.deliver('ningbo-terminal', text);
}

/** What a reader who keeps up gets behind a cursor. */
async function readAll(after: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let cursor = after; ;) {
    const { data } = await ask<{ changes: Page }>(system.url, CHANGES, { after: cursor });
    if (!data) throw new Error('no page');
    entries.push(...data.changes.entries);
    cursor = data.changes.cursor;
    if (data.changes.behind === 0) return entries;
  }
}

/** Tells of so many boxes, and waits until the feed has an entry of each at least. */
async function tell(after: string, count: number): Promise<void> {
  const shipments = async () => new Set((await readAll(after)).map(({ shipmentId }) => shipmentId)).size;
  const before = await shipments();
  for (let told = 0; told < count; told += 50) await tellOfBoxes(50);
  await eventually('all is in the feed', async () => ((await shipments()) >= before + count ? true : null), 120_000);
} // prettier-ignore

const cursorNow = async () => (await ask<{ feedCursor: string }>(system.url, '{ feedCursor }')).data?.feedCursor ?? ''; // prettier-ignore

/** Pages of an answer over either transport. */
function pagesOf({ answers }: SlowReader): Page[] {
  return answers.map((text) => {
    const said = JSON.parse(text) as {
      payload?: { data: { statusFeed: Page } };
      data?: { statusFeed: Page };
    };
    const page = (said.payload ?? said).data?.statusFeed;
    if (page?.__typename !== 'FeedPage') throw new Error(`no page: ${text.slice(0, 300)}`);
    return page;
  });
}

const follow = (
  transport: Transport,
  after: string,
  onAnswer: (reader: SlowReader) => void = () => undefined,
) => {
  const reader = openSlowReader(transport, system.url, FOLLOW, { after }, onAnswer);
  readers.push(reader);
  return reader;
};

const byShipment = (entries: readonly Entry[]) => {
  const ids = new Map<string, string[]>();
  for (const { shipmentId, id } of entries) ids.set(shipmentId, [...(ids.get(shipmentId) ?? []), id]);
  return ids;
};

const entriesIn = (pages: readonly Page[]) => pages.flatMap(({ entries }) => entries);

/** Somebody who follows from a cursor and stops reading at once, and what is told meanwhile: more than fits into both sockets. */
async function stopReading(transport: Transport): Promise<{ start: string; slow: SlowReader }> {
  const start = await cursorNow();
  await tell(start, 700);
  const slow = follow(transport, start, (reader) => {
    if (reader.answers.length === 1) reader.pause();
  });
  await eventually('his socket is full', () =>
    sockets.waiting() > 0 && slow.answers.length > 0 ? true : null,
  );
  await tell(start, 300);
  return { start, slow };
}

/** What he got in the end: all, each once, in the order of each shipment; and he was told that he was behind. */
async function gotAll(start: string, pages: () => readonly Page[]): Promise<void> {
  await eventually('he has all', async () => (entriesIn(pages()).length >= (await readAll(start)).length ? true : null));
  const got = entriesIn(pages());
  expect(new Set(got.map(({ id }) => id)).size).toBe(got.length);
  const all = byShipment(await readAll(start));
  for (const [shipment, ids] of byShipment(got)) expect(all.get(shipment)?.slice(0, ids.length)).toEqual(ids);
  expect(Math.max(...pages().map(({ behind }) => behind))).toBeGreaterThan(0);
} // prettier-ignore

describe('who follows the feed and stops reading', () => {
  it('over SSE is given old entries when he reads on, and none of them has waited in memory', async () => {
    const { start, slow } = await stopReading('SSE');
    slow.resume();
    await gotAll(start, () => pagesOf(slow));
    const sizes = slow.answers.map(({ length }) => length);
    // Without limit it would be all of them.
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(4 * WAITING_MAX);
    expect(sockets.waitedMax).toBeLessThan(WAITING_MAX);
  }, 200_000);

  it('over graphql-ws is dropped when he answers no ping, and goes on from his last cursor', async () => {
    const { start, slow } = await stopReading('graphql-ws');
    await eventually('he is dropped', () => (sockets.waiting() === 0 ? true : null));
    slow.resume();
    await eventually('he hears of it', () => slow.isOver || null);
    const before = pagesOf(slow);
    expect(entriesIn(before).length).toBeLessThan((await readAll(start)).length);
    const again = follow('graphql-ws', before.at(-1)?.cursor ?? '');
    await gotAll(start, () => [...before, ...pagesOf(again)]);
    expect(sockets.waitedMax).toBeLessThan(WAITING_MAX);
  }, 200_000);
});
