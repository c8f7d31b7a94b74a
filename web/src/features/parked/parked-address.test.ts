import { PARK_REASONS } from 'graph-schema/domain/cycle-parking';
import { expect, it } from 'vitest';
import { questionOf, REASONS } from './parked-address.ts';

it('asks what the address says, and nothing that no filter knows', () => {
  expect(questionOf({ reason: 'NO_CYCLE', source: ' ningbo-terminal ', after: '1 a', evil: '1' })).toEqual({
    reason: 'NO_CYCLE',
    source: 'ningbo-terminal',
    after: '1 a',
  });
  expect(questionOf({ reason: 'LOUD', source: ' ' })).toEqual({ reason: null, source: null, after: null });
});

it('offers every reason', () => {
  expect([...REASONS].toSorted()).toEqual([...PARK_REASONS].toSorted());
});
