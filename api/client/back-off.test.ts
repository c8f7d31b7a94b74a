import { expect, it } from 'vitest';
import { backOffMs, pause } from './back-off.ts';

it('waits longer each time, up to a quarter of a minute, and never as long as everybody else', () => {
  const shortest = [1, 2, 3, 4, 5, 6, 7, 8, 50].map((failures) => backOffMs(failures, () => 0));
  expect(shortest).toEqual([125, 250, 500, 1000, 2000, 4000, 7500, 7500, 7500]);
  const longest = [1, 2, 3, 4, 5, 6, 7, 8, 50].map((failures) => backOffMs(failures, () => 1));
  expect(longest).toEqual([250, 500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000]);
});

it('is over at once when whoever waits has left', async () => {
  const leave = new AbortController();
  const waited = pause(3_600_000, leave.signal);
  leave.abort();
  await waited;
  await pause(3_600_000, leave.signal);
});
