import { expect, it } from 'vitest';
import { KnownKeys } from './known-keys.ts';

it('remembers at least as many keys as it was told, the latest ones, and never more than twice that', () => {
  const known = new KnownKeys(100);
  const keys = Array.from({ length: 1000 }, (_, i) => `CONTAINER:${i}`);
  for (const key of keys) known.add(key);
  expect(keys.slice(-100).every((key) => known.has(key))).toBe(true);
  expect(keys.filter((key) => known.has(key)).length).toBeLessThanOrEqual(200);
});
