import fc from 'fast-check';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { OPERATOR } from 'graph-schema/domain/access/asker';
import type { FeedEntry } from 'graph-schema/domain/feed/feed-entry';
import type { OnSightChange } from '../access/sight-changes.ts';
import { FeedHub } from './feed-hub.ts';
import { positionAt, sightName } from './find-position.ts';
import { followFeed, readChanges, type FeedPage, type FeedQuestion } from './follow-feed.ts';
import { ResyncError } from './resync-error.ts';
import { FakeFeed } from './testing/fake-feed.ts';
import { parseCursor, writeCursor } from 'graph-schema/domain/feed/feed-position';

const LANES = 4;
const log = pino({ level: 'silent' });
type Nudge = Parameters<Parameters<ConstructorParameters<typeof FeedHub>[1]['onFeed']>[0]>[0];

const hubs: FeedHub[] = [];
afterEach(() => {
  for (const hub of hubs.splice(0)) hub.close();
});

function open() {
  const graph = new FakeFeed(LANES);
  const listeners = new Set<(told: Nudge) => void>();
  const nudges = { onFeed: (listener: (told: Nudge) => void) => (listeners.add(listener), () => undefined) };
  const feed = new FeedHub(graph, nudges, log);
  hubs.push(feed);
  const nudge = (lane: number) => {
    const seq = graph.lanes[lane]?.at(-1)?.seq ?? 0;
    for (const listener of listeners) listener({ shipmentId: 's', lane, seq });
  };
  return { graph, feed, nudge, services: { graph, feed, log } };
}

const added = (shipment: string): FeedEntry => ({ shipment, kind: 'ADDED', ids: [] });
const EVERYBODY = { sight: 'ALL', own: null } as const;
const question = (over: Partial<FeedQuestion> = {}): FeedQuestion => ({ after: null, filter: {}, first: 100, ...EVERYBODY, ...over }); // prettier-ignore
const start = async ({ graph }: ReturnType<typeof open>) => writeCursor(await positionAt(graph, EVERYBODY, '2000-01-01T00:00:00Z')); // prettier-ignore

/** The same place, of whoever is judged by limits of his own. */
function withOwn(cursor: string, own: string): string {
  const position = parseCursor(cursor);
  if (!position) throw new Error('no cursor');
  return writeCursor({ ...position, sight: sightName({ sight: 'ALL', own }) });
}

function taken(value: FeedPage | ResyncError | undefined): FeedPage {
  if (value === undefined || value instanceof ResyncError) throw new Error(`no page: ${value?.reason ?? 'ended'}`);
  return value;
} // prettier-ignore

describe('the feed', () => {
  it('gives everybody the same entries in the order of each lane, whatever he takes at once and wherever he breaks off', async () => {
    const batch = fc.record({ lane: fc.nat(LANES - 1), entries: fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 5 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { maxLength: 60 }), fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }), async (batches, firsts) => {
        const system = open();
        const from = await start(system);
        const ids = batches.map(({ lane, entries }) => ({ lane, ids: system.graph.append(lane, entries.map(added)) }));
        const expected = Array.from({ length: LANES }, (_, lane) => ids.filter((one) => one.lane === lane).flatMap((one) => one.ids));
        const got: string[] = [];
        let after = from;
        for (let turn = 0; ; turn += 1) {
          const page = taken(await readChanges(system.services, question({ after, first: firsts[turn % firsts.length] ?? 1 })).then((p) => p));
          got.push(...page.entries.map(({ id }) => id));
          after = page.cursor;
          if (page.behind === 0) break;
        }
        expect(Array.from({ length: LANES }, (_, lane) => got.filter((id) => id.startsWith(`${lane}.`)))).toEqual(expected);
        system.feed.close();
      }),
    );
  });

  it('is read once for all who follow it', async () => {
    const system = open();
    const followers = Array.from({ length: 200 }, () => followFeed(system.services, question())[Symbol.asyncIterator]());
    for (const follower of followers) expect(taken((await follower.next()).value).entries).toEqual([]);
    const next = followers.map((follower) => follower.next());
    system.graph.asked.clear();
    const told = system.graph.append(2, [added('a'), added('b')]);
    system.nudge(2);
    for (const one of await Promise.all(next)) expect(taken(one.value).entries.map(({ id }) => id)).toEqual(told);
    expect(system.graph.asked.get('readFeed')).toBe(1);
    expect(system.graph.asked.get('feedShipments')).toBe(1);
    for (const follower of followers) await follower.return?.();
  });

  it('tells a slow one that he is behind, and keeps nothing for him', async () => {
    const system = open();
    const slow = followFeed(system.services, question({ first: 10 }))[Symbol.asyncIterator]();
    expect(taken((await slow.next()).value).behind).toBe(0);
    const told: string[] = [];
    for (let i = 0; i < 200; i += 1) told.push(...system.graph.append(0, [added('a')]));
    system.nudge(0);
    const got: string[] = [];
    const behind: number[] = [];
    while (got.length < told.length) {
      const page = taken((await slow.next()).value);
      got.push(...page.entries.map(({ id }) => id));
      behind.push(page.behind);
    }
    expect(got).toEqual(told);
    expect(behind[0]).toBe(190);
    expect(behind.at(-1)).toBe(0);
    await slow.return?.();
  });

  it('knows who follows and what he has taken, until he leaves', async () => {
    const system = open();
    const services = { ...system.services, asker: { organisation: 'org_kapok' } };
    const place = () => system.feed.followers.list().map(({ organisation, position }) => [organisation, position?.lanes[0]?.done]);
    const slow = followFeed(services, question({ first: 1 }))[Symbol.asyncIterator]();
    await slow.next();
    system.graph.append(0, [added('a'), added('b'), added('c')]);
    system.nudge(0);
    // What was given to him is taken when he asks for the next.
    await slow.next();
    expect(place()).toEqual([['org_kapok', 0]]);
    await slow.next();
    expect(place()).toEqual([['org_kapok', 1]]);
    await slow.return?.();
    await expect.poll(place).toEqual([]);
  });

  it('goes on by itself when the graph comes back, without a nudge', async () => {
    const system = open();
    const follower = followFeed(system.services, question())[Symbol.asyncIterator]();
    await follower.next();
    const next = follower.next();
    system.graph.isAway = true;
    const told = system.graph.append(1, [added('a')]);
    system.nudge(1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    system.graph.isAway = false;
    expect(taken((await next).value).entries.map(({ id }) => id)).toEqual(told);
    await follower.return?.();
  });

  it('tells whoever cannot go on to begin anew, and ends', async () => {
    const system = open();
    system.graph.append(0, [added('a')]);
    const after = writeCursor(await positionAt(system.graph, EVERYBODY, null));
    for (let i = 0; i < 3; i += 1) system.graph.append(0, [added('b')]);
    system.graph.lanes[0]?.splice(0, 3);
    expect(await readChanges(system.services, question({ after }))).toMatchObject({ code: 'RESYNC', reason: 'EXPIRED' });
    expect(await readChanges(system.services, question({ after: 'rubbish' }))).toMatchObject({ reason: 'NO_CURSOR' });
    const follower = followFeed(system.services, question({ after }))[Symbol.asyncIterator]();
    const resync = (await follower.next()).value as ResyncError;
    expect(resync.reason).toBe('EXPIRED');
    expect((await follower.next()).done).toBe(true);
    expect(taken(await readChanges(system.services, question({ after: resync.cursor }))).entries).toEqual([]);
  });

  it('ends with a word under an open connection when whoever follows sees other things, or is judged by other limits', async () => {
    for (const now of [{ sight: ['PARTY:B'], roles: [], organisation: null }, { sight: 'ALL', roles: [], organisation: null }] as const) {
      const system = open();
      let change: Parameters<OnSightChange>[0] = () => undefined;
      const services = { ...system.services, onSightChange: (listener: typeof change) => void (change = listener) };
      const follower = followFeed(services, question(now.sight === 'ALL' ? { own: 'FORWARDER' } : {}))[Symbol.asyncIterator]();
      await follower.next();
      const next = follower.next();
      change({ ...OPERATOR, ...now });
      const told = (await next).value as ResyncError;
      expect(told).toMatchObject({ reason: 'SIGHT_CHANGED' });
      expect((await follower.next()).done).toBe(true);
      expect(await readChanges(system.services, question({ after: told.cursor, sight: now.sight }))).toMatchObject({ entries: [] });
    }
  });

  it('ends with a word when the graph is set back under an open connection', async () => {
    const system = open();
    for (let i = 0; i < 3; i += 1) system.graph.append(0, [added('a')]);
    const follower = followFeed(system.services, question())[Symbol.asyncIterator]();
    await follower.next();
    const next = follower.next();
    system.graph.lanes[0]?.splice(1);
    await system.feed.look();
    expect((await next).value).toMatchObject({ reason: 'RESTORED' });
  });

  it('tells what limits of an organisation’s own find to none but those that they are of', async () => {
    const system = open();
    const after = await start(system);
    const of = (id: string) => [{ id, kind: 'ROLLED', severity: 'WARNING', openedAt: 0, actor: 'CARRIER' }] as const;
    const nothing = { opened: [], closed: [], changed: [], of: [] };
    const derived = (parts: readonly 'phase'[]) => ({
      parts, ...nothing, now: {}, own: { FORWARDER: { ...nothing, opened: ['a'], of: of('a') }, CARRIER: nothing },
    });
    system.graph.append(0, [
      { shipment: 's', kind: 'DERIVED', ids: [], derived: derived([]) },
      { shipment: 's', kind: 'DERIVED', ids: [], derived: derived(['phase']) },
    ]);
    const told = async (own: string | null, exceptions?: readonly ['ROLLED']) => {
      const filter = exceptions ? { exceptions } : {};
      const { entries } = taken(await readChanges(system.services, question({ after: own === null ? after : withOwn(after, own), own, filter })));
      return entries.map(({ id, derived: change }) => [id, change?.opened, change?.own]);
    };
    expect(await told(null)).toEqual([['0.1.1', [], undefined]]);
    expect(await told('CARRIER')).toEqual([['0.1.1', [], undefined]]);
    expect(await told('FORWARDER')).toEqual([['0.1.0', ['a'], undefined], ['0.1.1', ['a'], undefined]]);
    expect(await told('CARRIER', ['ROLLED'])).toEqual([]);
    expect(await told('FORWARDER', ['ROLLED'])).toHaveLength(2);
    // Whose limits are others by now begins anew.
    expect(await readChanges(system.services, question({ after, own: 'FORWARDER' }))).toMatchObject({ reason: 'SIGHT_CHANGED' });
  });

  it('tells a member only of what opens to him, from when on, and that it closed', async () => {
    const system = open();
    const sight = ['PARTY:A'];
    const after = writeCursor(await positionAt(system.graph, { sight, own: null }, null));
    system.graph.append(0, [added('mine'), added('other')]);
    system.graph.append(0, [{ shipment: 'mine', kind: 'VISIBLE', ids: [], keys: sight }]);
    system.graph.append(0, [added('mine'), added('other')]);
    system.graph.sight.set('mine', [['PARTY:A', 2, null]]);
    const told = async () => taken(await readChanges(system.services, question({ after, sight }))).entries.map(({ id }) => id);
    expect(await told()).toEqual(['0.2.0', '0.3.0']);
    system.graph.append(0, [{ shipment: 'mine', kind: 'HIDDEN', ids: [], keys: sight }]);
    system.graph.sight.set('mine', [['PARTY:A', 2, 4]]);
    system.nudge(0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await told()).toEqual(['0.4.0']);
    expect(await readChanges(system.services, question({ after, sight: ['PARTY:B'] }))).toMatchObject({ reason: 'SIGHT_CHANGED' });
  });
}); // prettier-ignore
