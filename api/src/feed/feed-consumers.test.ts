import { writeCursor } from 'graph-schema/domain/feed/feed-position';
import { expect, it } from 'vitest';
import { listConsumers } from './feed-consumers.ts';

type Services = Parameters<typeof listConsumers>[0];

const AT = '2026-11-21T09:07:00.000Z';

/** A feed of one lane with a million batches, of three entries each, from a batch on counted. */
function feedOf(called: { readonly seq: number; readonly done: number }, countedFrom = 0): Services {
  const cursor = writeCursor({ epoch: 'e', sight: 'all', lanes: [{ ...called, mark: '' }] });
  const unread = ([consumer, , from, to]: [string, number, number, number]) => ({
    consumer,
    oldestAt: AT,
    entries: from < countedFrom ? null : 3 * (to - from + 1),
  });
  const run = ({ name }: { name: string }, { places }: { places: [string, number, number, number][] }) =>
    Promise.resolve(name === 'laneStates' ? [{ lane: 0, epoch: 'e', seq: 1_000_000, floor: 1, mark: null }] : places.map(unread));
  const row = { id: 'whk_1', form: 'STANDARD', organisation: null, url: 'https://a.example/x', description: '', state: 'PAUSED', cursor, failingSince: null, isCalled: false };
  return {
    graph: { run },
    access: { accounts: { read: () => Promise.resolve([row]) } },
    feed: { followers: { list: () => [] } },
    now: () => Date.parse(AT) + 1000,
    clockRate: 1,
  } as unknown as Services;
} // prettier-ignore

it.each([
  [{ seq: 999_990, done: 0 }, 10, 30],
  [{ seq: 999_990, done: 2 }, 11, 31],
  [{ seq: 0, done: 0 }, 1_000_000, 3_000_000],
  [{ seq: 1_000_000, done: 0 }, 0, 0],
])('counts the entries behind %o without reading them, however many', async (place, batches, entries) => {
  expect(await listConsumers(feedOf(place))).toMatchObject([{ batches, entries }]);
});

it('does not know how many there are where some were written before they were counted', async () => {
  const place = { seq: 10, done: 0 };
  expect(await listConsumers(feedOf(place, 20))).toMatchObject([{ batches: 999_990, entries: null }]);
});
