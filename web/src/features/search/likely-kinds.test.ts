import { classifyNumber } from 'graph-schema/identifiers';
import { expect, it } from 'vitest';
import { likelyKinds, mistypedReading } from './likely-kinds.ts';

const named = (number: string) =>
  likelyKinds(classifyNumber(number)).map(({ scheme, checkDigit }) => `${scheme} ${checkDigit}`);

it('names a container with a right check digit and nothing far-fetched beside it', () => {
  expect(named('CSQU3054383')).toEqual(['CONTAINER PASS']);
});

it('says that a check digit fails even where a bill is the likelier reading', () => {
  expect(named('CSQU3054384')).toContain('CONTAINER FAIL');
});

it('shows each kind once and at most three', () => {
  const kinds = likelyKinds(classifyNumber('6412345678')).map(({ scheme }) => scheme);
  expect(new Set(kinds).size).toBe(kinds.length);
  expect(kinds.length).toBeLessThanOrEqual(3);
});

it('has nothing to say of no candidates', () => {
  expect(likelyKinds([])).toEqual([]);
});

it('tells a mistyped number from one that only looks like it', () => {
  const mistyped = (number: string) => mistypedReading(classifyNumber(number))?.scheme ?? null;
  expect(mistyped('CSQU3054384')).toBe('CONTAINER');
  expect(mistyped('784-12345676')).toBe('AWB');
  expect(mistyped('CSQU3054383')).toBeNull();
  expect(mistyped('COSU6412345678')).toBeNull();
  expect(mistyped('hello')).toBeNull();
});
