import { expect, it } from 'vitest';
import { listAge } from './list-age.ts';

const at = '2026-11-28T08:00:30Z';
const after = (seconds: number) => Date.parse(at) + seconds * 1000;

it('is told from a minute on', () => {
  const fetched = { at, clockRate: 1 };
  expect(listAge(fetched, after(0))).toBeNull();
  expect(listAge(fetched, after(59))).toBeNull();
  expect(listAge(fetched, after(60))).toEqual({ direction: 'past', unit: 'minute', count: 1 });
  expect(listAge(fetched, after(3 * 3600))).toMatchObject({ unit: 'hour', count: 3 });
});

it('waits a minute of whoever looks where the clock of the service runs faster, and is told in its time', () => {
  const fetched = { at, clockRate: 60 };
  expect(listAge(fetched, after(59 * 60))).toBeNull();
  expect(listAge(fetched, after(3600))).toMatchObject({ unit: 'hour', count: 1 });
});

it('is none where the clock of the browser lags', () => {
  expect(listAge({ at, clockRate: 1 }, after(-5))).toBeNull();
});
