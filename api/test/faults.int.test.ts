import { afterAll, beforeAll, expect, it } from 'vitest';
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
import { BILLS, gateIn } from './testing/faults/told-boxes.ts';
import { openWebhookReceiver, type WebhookReceiver } from './testing/webhook-receiver.ts';

// Nothing is lost on the way to whoever follows, whatever is killed meanwhile, and each shipment keeps its order.
const START_MS = 240_000;
const FAULTS_MS = 900_000;
/** A part that was killed is back, all lines are open again, and the webhooks' next attempt is due. */
const GOES_ON_MS = 120_000;
/** 13 graphql-ws, 13 SSE, 12 polls, 12 webhooks. */
const CONSUMERS = 50;
/** Every third consumer follows some of the shipments only. */
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
async function consumer(index: number, from: string): Promise<Consumer> {
  const filter = filterOf(index);
  if (index % 4 === 0) return follower(`graphql-ws ${index}`, 'graphql-ws', system.url, from, filter);
  if (index % 4 === 1) return follower(`SSE ${index}`, 'SSE', system.url, from, filter);
  if (index % 4 === 2) return poller(`poll ${index}`, system.url, from, filter);
  return called(`webhook ${index}`, system.url, receiver, filter);
}

/** A terminal that tells as fast as it is acknowledged would only make a queue that the end has to wait for. */
const MOST_PENDING = 500;

/** Tells one box after the other until it is stopped; what is not acknowledged is told again. */
function tellOn() {
  let isOn = true;
  const boxes: string[] = [];
  const run = async () => {
    for (let serial = 0; isOn; serial += 1) {
      await eventually('room for one more', () => (system.pending() < MOST_PENDING ? true : null), GOES_ON_MS);
      const { box, message } = gateIn(BILLS[serial % BILLS.length] ?? '', serial);
      await eventually('an acknowledgement', async () => ((await system.push(message)) ? true : null), GOES_ON_MS);
      boxes.push(box);
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

async function wholeFeed(from: string, filter: object | null): Promise<readonly HeardEntry[]> {
  const entries: HeardEntry[] = [];
  for (let cursor = from; ;) {
    const page = await pageAfter(system.url, cursor, filter);
    entries.push(...page.entries);
    cursor = page.cursor;
    if (page.behind === 0) return entries;
  }
}

it('50 consumers over four transports end with the same entries, in the order of each shipment, while all parts are killed in turn', async () => {
  const { cursor: from } = await pageAfter(system.url, null, null);
  const consumers: Consumer[] = [];
  for (let index = 0; index < CONSUMERS; index += 1) consumers.push(await consumer(index, from));
  const telling = tellOn();
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
  const [all, some] = await eventually('everybody has all of it', async () => {
    const feeds = [await wholeFeed(from, null), await wholeFeed(from, SOME)] as const;
    return consumers.every((one, index) => reached(feeds[filterOf(index) === null ? 0 : 1], one)) ? feeds : null;
  }, GOES_ON_MS);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(Object.keys(inOrder(all))).toHaveLength(BILLS.length);
  expect(some.length).toBeLessThan(all.length);
  consumers.forEach((one, index) => {
    expect(inOrder(one.heard()), one.name).toEqual(inOrder(filterOf(index) === null ? all : some));
  });
  // What was acknowledged is in it.
  const added = all.filter(({ kind }) => kind === 'ADDED').flatMap(({ claims }) => claims.map((claim) => claim.equipmentReference));
  expect(new Set(added)).toEqual(new Set(telling.boxes));
  for (const one of consumers) await one.close();
}, FAULTS_MS); // prettier-ignore
