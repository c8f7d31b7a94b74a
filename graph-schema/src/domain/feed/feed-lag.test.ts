import { expect, it } from 'vitest';
import { batchesIn, unreadFrom } from './feed-lag.ts';
import type { FeedPosition } from './feed-position.ts';

const lanes = [
  { lane: 0, epoch: 'e', seq: 9, floor: 3 },
  { lane: 1, epoch: 'e', seq: 4, floor: 1 },
];
const at = (...read: [seq: number, done: number][]): FeedPosition => ({
  epoch: 'e',
  sight: 'whoever',
  lanes: read.map(([seq, done]) => ({ seq, done, mark: 'm' })),
});

it('is nothing at the end, and what follows in each lane before it', () => {
  expect(unreadFrom(at([9, 0], [4, 0]), lanes)).toEqual([]);
  const unread = unreadFrom(at([7, 0], [4, 0]), lanes);
  expect(unread).toEqual([{ lane: 0, from: 8, to: 9, done: 0 }]);
  expect(batchesIn(unread ?? [])).toBe(2);
});

it('takes in the batch that was read in part', () => {
  expect(unreadFrom(at([9, 0], [4, 2]), lanes)).toEqual([{ lane: 1, from: 4, to: 4, done: 2 }]);
});

it('is unknown where one cannot go on: no cursor, another feed, a feed that was set back, what is not kept', () => {
  expect(unreadFrom(null, lanes)).toBeNull();
  expect(unreadFrom({ ...at([9, 0], [4, 0]), epoch: 'other' }, lanes)).toBeNull();
  expect(unreadFrom(at([10, 0], [4, 0]), lanes)).toBeNull();
  expect(unreadFrom(at([1, 0], [4, 0]), lanes)).toBeNull();
});
