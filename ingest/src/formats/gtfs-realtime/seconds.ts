import { readTime } from '../../claims/json/iso-time.ts';

const LAST_SECOND = 253_402_300_799;

/** Seconds since 1970; null for none and for what no calendar has. */
export function timeOf(seconds: number | null): ReturnType<typeof readTime> {
  if (seconds === null || seconds <= 0 || seconds > LAST_SECOND) return null;
  return readTime(new Date(Math.floor(seconds) * 1000).toISOString(), null, 'UTC');
}
