import { OPERATOR, type Asker } from 'graph-schema/domain/access/asker';
import { writeCursor } from 'graph-schema/domain/feed/feed-position';
import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { FeedHub } from './feed-hub.ts';
import { positionAt, sightName } from './find-position.ts';
import { readOn } from './read-on.ts';
import { ResyncError } from './resync-error.ts';
import { FakeFeed } from './testing/fake-feed.ts';

const hubs: FeedHub[] = [];
afterEach(() => {
  for (const hub of hubs.splice(0)) hub.close();
});

const NOBODY_ELSE: Asker = { ...OPERATOR, kind: 'MEMBER', sight: ['PARTY:A'] };

/** What somebody is told who stopped when he saw this, by these limits, and reads on with what he sees now, by none of his own. */
async function readAgain(before: Parameters<typeof sightName>[0], anewWith: Parameters<typeof readOn>[4]['anewWith']) {
  const graph = new FakeFeed(1);
  graph.append(0, [{ shipment: 's', kind: 'ADDED', ids: [] }]);
  graph.sight.set('s', [['PARTY:A', 0, null]]);
  const feed = new FeedHub(graph, { onFeed: () => () => undefined }, pino({ level: 'silent' }));
  hubs.push(feed);
  feed.use();
  await feed.look();
  const start = await positionAt(graph, before, null);
  const cursor = writeCursor({ ...start, sight: sightName(before), lanes: [{ seq: 0, done: 0, mark: '' }] });
  const reading = { graph, accounts: { read: () => Promise.resolve([]) }, feed };
  const read = await readOn(reading, { cursor, position: null }, NOBODY_ELSE, { cursor, filter: '{}' }, { first: 10, anewWith });
  return read instanceof ResyncError ? read.reason : read.page.entries.map(({ id }) => id);
} // prettier-ignore

const SAME = { sight: ['PARTY:A'], own: null };
const OTHER_SIGHT = { sight: ['PARTY:B'], own: null };
const OTHER_LIMITS = { sight: ['PARTY:A'], own: 'FORWARDER' };
const BOTH = { sight: ['PARTY:B'], own: 'FORWARDER' };

it.each([
  ['SIGHT', SAME, ['0.1.0']],
  ['SIGHT', OTHER_SIGHT, 'SIGHT_CHANGED'],
  ['SIGHT', OTHER_LIMITS, 'SIGHT_CHANGED'],
  ['LIMITS', SAME, ['0.1.0']],
  ['LIMITS', OTHER_SIGHT, ['0.1.0']],
  ['LIMITS', OTHER_LIMITS, 'SIGHT_CHANGED'],
  ['LIMITS', BOTH, 'SIGHT_CHANGED'],
  ['NEITHER', OTHER_SIGHT, ['0.1.0']],
  ['NEITHER', OTHER_LIMITS, ['0.1.0']],
] as const)('who begins anew with other %s reads on from %o', async (anewWith, before, expected) => {
  expect(await readAgain(before, anewWith)).toEqual(expected);
});
