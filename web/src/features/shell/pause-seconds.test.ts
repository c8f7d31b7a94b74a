import { expect, it } from 'vitest';
import { pauseSeconds } from './pause-seconds.ts';

it('asks a silent service soon, then ever more rarely, but at least once a minute', () => {
  expect([0, 1, 2, 3, 4, 5, 60].map(pauseSeconds)).toEqual([3, 6, 12, 24, 48, 60, 60]);
});
