import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RateLimit } from './rate-limit.ts';

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-21T09:07:18Z') }));
afterEach(() => void vi.useRealTimers());

it('counts each for a minute from his first request on', async () => {
  const limit = new RateLimit(2);
  expect(await limit.take('a')).toEqual({ isOver: false, limit: 2, remaining: 1, resetSeconds: 60 });
  vi.advanceTimersByTime(18_000);
  expect(await limit.take('a')).toMatchObject({ isOver: false, remaining: 0, resetSeconds: 42 });
  expect(await limit.take('a')).toMatchObject({ isOver: true, remaining: 0, resetSeconds: 42 });
  expect(await limit.take('b')).toMatchObject({ isOver: false, remaining: 1, resetSeconds: 60 });
  vi.advanceTimersByTime(42_000);
  expect(await limit.take('a')).toMatchObject({ isOver: false, remaining: 1, resetSeconds: 60 });
});

it('counts names beyond its memory as one, until the minute is over; whoever is known keeps his place', async () => {
  const limit = new RateLimit(3, 2);
  await limit.take('a');
  await limit.take('b');
  for (const name of ['c', 'd', 'e']) expect((await limit.take(name)).isOver).toBe(false);
  expect((await limit.take('f')).isOver).toBe(true);
  expect((await limit.take('a')).remaining).toBe(1);
  vi.advanceTimersByTime(60_000);
  expect((await limit.take('f')).remaining).toBe(2);
});
