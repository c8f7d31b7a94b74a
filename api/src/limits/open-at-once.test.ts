import { expect, it } from 'vitest';
import { OpenAtOnce } from './open-at-once.ts';

it('has so many places for each, and one more when one is given back', () => {
  const places = new OpenAtOnce(2);
  const [first, second] = [places.take('one'), places.take('one')];
  expect([first, second]).not.toContain(null);
  expect(places.take('one')).toBeNull();
  expect(places.take('another')).not.toBeNull();
  first?.();
  expect(places.take('one')).not.toBeNull();
  expect(places.take('one')).toBeNull();
});
