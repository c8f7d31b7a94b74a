import { expect, it } from 'vitest';
import { isOnBeijingTime } from './beijing-time.ts';

it.each([
  ['Ningbo', 29.93, 121.84, true],
  ['Alashankou', 45.17, 82.57, true],
  ['Kashgar', 39.47, 75.99, true],
  ['Dostyk', 45.25, 82.48, false],
  ['Duisburg', 51.43, 6.73, false],
  ['the Pole', 90, 0, false],
])('%s at %d, %d: %s', (_, latitude, longitude, expected) =>
  expect(isOnBeijingTime(latitude, longitude)).toBe(expected),
);
