import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Somebody } from './testing/access/asking.ts';
import { eventually } from './testing/deadline.ts';
import { PARTS, startBreakableSystem, type BreakableSystem } from './testing/faults/breakable-system.ts';
import {
  called,
  follower,
  pageAfter,
  poller,
  type Consumer,
  type HeardEntry,
} from './testing/faults/consumers.ts';
import { makeReaders, type Reader } from './testing/faults/readers.ts';
import { BILLS, gateIn } from './testing/faults/told-boxes.ts';
import { openWebhookReceiver, type WebhookReceiver } from './testing/webhook-receiver.ts';

// Nothing is lost on the way to whoever follows, whatever is killed meanwhile, and each shipment keeps its order.
const START_MS = 240_000;
const FAULTS_MS = 1_200_000;
/** A part that was killed is back, all lines are open again, and the webhooks' next attempt is due. */
const GOES_ON_MS = 240_000;
/** 13 graphql-ws, 13 SSE, 12 polls, 12 webhooks. */
const CONSUMERS = 50;
/** Of these, over each transport: so many of each carrier, who hears of its own bills; the others run the service. */
const OF_A_CARRIER = 4;
/** Every third consumer follows some of the shipments only: two bills of each carrier. */
const SOME = { numbers: BILLS.slice(0, 4) };

let system: BreakableSystem;
let receiver: WebhookReceiver;
beforeAll(async () => {
  system = await startBreakableSystem();
  receiver = await openWebhookReceiver(() => 204);
}, START_MS);
afterAll(async () => {
  await receiver.close();
  await system.stop();
}, START_MS);

const filterOf = (index: number) => (index % 3 === 2 ? SOME : null);
const readerOf = (index: number, [all, ...carriers]: readonly [Reader, ...Reader[]]) =>
  carriers[Math.floor(index / OF_A_CARRIER)] ?? all;

async function consumer(index: number, { name, by, person }: Reader, from: string): Promise<Consumer> {
  const filter = filterOf(index);
  const at = { url: system.url, by };
  if (index % 4 === 0) return follower(`graphql-ws ${index} of ${name}`, 'graphql-ws', at, from, filter);
  if (index % 4 === 1) return follower(`SSE ${index} of ${name}`, 'SSE', at, from, filter);
  if (index % 4 === 2) return poller(`poll ${index} of ${name}`, by, from, filter);
  return called(`webhook ${index} of ${name}`, person, receiver, filter);
}

/** A terminal that tells as fast as it is acknowledged would only make a queue that the end has to wait for. */
const MOST_PENDING = 500;

/** A box of a bill, told until it is acknowledged. */
async function tell(serial: number): Promise<{ readonly box: string; readonly bill: string }> {
  const bill = BILLS[serial % BILLS.length] ?? '';
  const { box, message } = gateIn(bill, serial);
  await eventually(
    'an acknowledgement',
    async () => ((await system.push(message)) ? true : null),
    GOES_ON_MS,
  );
  return { box, bill };
}

/** Tells one box after the other until it is stopped. */
function tellOn(first: number) {
  let isOn = true;
  const boxes: Awaited<ReturnType<typeof tell>>[] = [];
  const run = async () => {
    for (let serial = first; isOn; serial += 1) {
      await eventually('room for one more', () => (system.pending() < MOST_PENDING ? true : null), GOES_ON_MS);
      boxes.push(await tell(serial));
    }
  };
  const running = run();
  return {
    boxes,
    async stop() {
      isOn = false;
      await running;
    },
  };
} // prettier-ignore

/** Each id once, where it was heard first, by shipment. */
function inOrder(entries: readonly HeardEntry[]): Record<string, string[]> {
  const seen = new Set<string>();
  const order: Record<string, string[]> = {};
  for (const { id, shipmentId } of entries) {
    if (seen.has(id)) continue;
    seen.add(id);
    (order[shipmentId] ??= []).push(id);
  }
  return order;
}

async function wholeFeed(by: Somebody, from: string, filter: object | null): Promise<readonly HeardEntry[]> {
  const entries: HeardEntry[] = [];
  for (let cursor = from; ;) {
    const page = await pageAfter(by, cursor, filter);
    entries.push(...page.entries);
    cursor = page.cursor;
    if (page.behind === 0) return entries;
  }
}

/** Cursors of now, by reader, when each bill is there and its carrier sees it: what is told from then on is told to him. */
async function begin(readers: readonly Reader[]): Promise<ReadonlyMap<Reader, string>> {
  const before = await Promise.all(readers.map(({ by }) => pageAfter(by, null, null)));
  for (let serial = 0; serial < BILLS.length; serial += 1) await tell(serial);
  await eventually('each sees his bills', async () => {
    for (const [index, { by, bills }] of readers.entries()) {
      const seen = await wholeFeed(by, before[index]?.cursor ?? '', null);
      if (Object.keys(inOrder(seen)).length < bills.length) return null;
    }
    return true;
  }, GOES_ON_MS);
  return new Map(await Promise.all(readers.map(async (one) => [one, (await pageAfter(one.by, null, null)).cursor] as const)));
} // prettier-ignore

const NAME =
  '50 consumers over four transports, two carriers among them, end with the same entries of what they may see, in the order of each shipment, while all parts are killed in turn';
it(NAME, async () => {
  const readers = await makeReaders(system);
  const from = await begin(readers);
  const follows = Array.from({ length: CONSUMERS }, (_, index) => ({ reader: readerOf(index, readers), filter: filterOf(index) }));
  const consumers: Consumer[] = [];
  for (const [index, { reader }] of follows.entries()) consumers.push(await consumer(index, reader, from.get(reader) ?? ''));
  const telling = tellOn(BILLS.length);
  const counts = () => consumers.map((one) => one.heard().length);
  const allMoveOn = (when: string) => {
    const before = counts();
    return eventually(`everybody hears more ${when}`, () => (counts().every((count, index) => count > (before[index] ?? 0)) ? true : null), GOES_ON_MS);
  };
  await allMoveOn('at first');
  for (const part of PARTS) {
    await system.kill(part);
    await allMoveOn(`after ${part} was killed`);
  }
  await telling.stop();
  await eventually('all messages have an outcome', () => (system.pending() === 0 ? true : null), GOES_ON_MS);

  const reached = (expected: readonly HeardEntry[], one: Consumer) => {
    const heard = new Set(one.heard().map(({ id }) => id));
    return expected.every(({ id }) => heard.has(id));
  };
  /** What each reader is told of all, and of some. */
  const told = await eventually('everybody has all of it', async () => {
    const feeds = new Map<Reader, Record<'all' | 'some', readonly HeardEntry[]>>();
    for (const reader of readers) {
      const of = (filter: object | null) => wholeFeed(reader.by, from.get(reader) ?? '', filter);
      feeds.set(reader, { all: await of(null), some: await of(SOME) });
    }
    const expected = ({ reader, filter }: (typeof follows)[number]) => feeds.get(reader)?.[filter === null ? 'all' : 'some'] ?? [];
    return follows.every((one, index) => reached(expected(one), consumers[index] as Consumer)) ? { feeds, expected } : null;
  }, GOES_ON_MS);
  for (const [index, one] of consumers.entries()) {
    const { reader, filter } = follows[index] as (typeof follows)[number];
    expect(inOrder(one.heard()), one.name).toEqual(inOrder(told.expected({ reader, filter })));
  }
  for (const [{ name, bills }, { all, some }] of told.feeds) {
    expect(new Set(all.map(({ id }) => id)).size, name).toBe(all.length);
    expect(Object.keys(inOrder(all)), name).toHaveLength(bills.length);
    expect(some.length, name).toBeLessThan(all.length);
    // What was acknowledged is in it, as far as it is his, and nothing else.
    const added = all.filter(({ kind }) => kind === 'ADDED').flatMap(({ claims }) => claims.map((claim) => claim.equipmentReference));
    const own = telling.boxes.filter(({ bill }) => bills.includes(bill));
    expect(new Set(added), name).toEqual(new Set(own.map(({ box }) => box)));
  }
  for (const one of consumers) await one.close();
}, FAULTS_MS); // prettier-ignore
