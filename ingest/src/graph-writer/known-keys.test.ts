import { expect, it } from 'vitest';
import { KnownKeys, KnownPairs } from './known-keys.ts';

it('remembers at least as many keys as it was told, the latest ones, and never more than twice that', () => {
  const known = new KnownKeys(100);
  const keys = Array.from({ length: 1000 }, (_, i) => `CONTAINER:${i}`);
  for (const key of keys) known.add(key);
  expect(keys.slice(-100).every((key) => known.has(key))).toBe(true);
  expect(keys.filter((key) => known.has(key)).length).toBeLessThanOrEqual(200);
});

it('remembers pairs of keys in the same way, each as it was told', () => {
  const known = new KnownPairs(100);
  const pairs = Array.from({ length: 1000 }, (_, i): [string, string] => [
    `BOOKING:${i % 7}`,
    `CONTAINER:${i}`,
  ]);
  for (const [a, b] of pairs) {
    expect(known.add(a, b)).toBe(true);
    expect(known.add(a, b)).toBe(false);
  }
  expect(known.has('BOOKING:1', 'CONTAINER:999')).toBe(false);
  expect(pairs.slice(-100).every(([a, b]) => known.has(a, b))).toBe(true);
  expect(pairs.filter(([a, b]) => known.has(a, b)).length).toBeLessThanOrEqual(200);
});
