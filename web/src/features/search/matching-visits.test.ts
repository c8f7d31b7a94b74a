import { expect, it } from 'vitest';
import { matchingVisits } from './matching-visits.ts';

const visits = ['COSU6412345678', '784-12345675', 'CSQU3054383'].map(
  (value) => ({ id: value, scheme: 'REFERENCE', value }) as const,
);
const shown = (typed: string) => matchingVisits(visits, typed).map(({ value }) => value);

it('are all while nothing is typed, and those with the typed part in them, however it is written', () => {
  expect(shown('')).toHaveLength(3);
  expect(shown('csqu 305')).toEqual(['CSQU3054383']);
  expect(shown('7841234')).toEqual(['784-12345675']);
  expect(shown('nothing')).toEqual([]);
});

it('are no more than fit under the box', () => {
  const many = Array.from({ length: 12 }, (_, index) => ({
    id: String(index),
    scheme: 'REFERENCE' as const,
    value: 'A',
  }));
  expect(matchingVisits(many, '')).toHaveLength(6);
});
