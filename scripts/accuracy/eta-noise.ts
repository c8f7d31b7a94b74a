import { Random } from './random.ts';

/** One number from 0 up to 1 for these numbers and words, the same on every machine. */
export function hashOf(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const char of parts.join('|')) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193) >>> 0;
  return new Random(hash).next();
}

/** A smooth course over time from 0 to 1, with a new value each `periodHours`. */
export function courseOf(at: number, periodHours: number, ...parts: readonly (string | number)[]): number {
  const step = at / (periodHours * 3_600_000);
  const [low, share] = [Math.floor(step), step - Math.floor(step)];
  const bend = share * share * (3 - 2 * share);
  return hashOf(low, ...parts) * (1 - bend) + hashOf(low + 1, ...parts) * bend;
}

/** Normally spread around 0 with deviation 1, by the sum of twelve. */
export function normal(random: Random): number {
  let sum = -6;
  for (let times = 0; times < 12; times += 1) sum += random.next();
  return sum;
}

/** Around 1, skewed to the long side: most stays are near the usual one, few far beyond. */
export function skewed(random: Random, deviation: number): number {
  return Math.exp(deviation * normal(random) - (deviation * deviation) / 2);
}
