import { expect, it } from 'vitest';
import { intakeWords } from './intake-words.ts';

it('says how many wait, and of the others only those that there are', () => {
  expect(intakeWords({ isReady: true, waiting: 0, active: 0, delayed: 0 })).toEqual({
    state: 'isReady',
    counts: [['waiting', 0]],
  });
  expect(intakeWords({ isReady: true, waiting: 1200, active: 4, delayed: 2 }).counts).toEqual([
    ['waiting', 1200],
    ['active', 4],
    ['delayed', 2],
  ]);
});

it('makes no count of what is not known, as where intake does not answer', () => {
  const silent = { isReady: false, waiting: null, active: null, delayed: null };
  expect(intakeWords(silent)).toEqual({ state: 'isNotReady', counts: [] });
  expect(intakeWords(null)).toEqual({ state: 'isAsked', counts: [] });
});
