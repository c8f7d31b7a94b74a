import type { WallClock } from 'graph-schema/domain/event-time';
import { readWallClock } from '../../syntax/wall-clock.ts';

const SECONDS = /^\d{10}$/;
const MILLISECONDS = /^\d{13}$/;
/** JT/T 808 clocks are six bytes of decimal digits: YYMMDDhhmmss. */
const SIX_BYTES = /^\d{12}$/;

/** A time as platforms write it: Unix seconds or milliseconds, JT/T 808 digits, else a date as Chinese systems have it. */
export function readMoment(written: string): WallClock | null {
  const epoch = SECONDS.test(written)
    ? Number(written) * 1000
    : MILLISECONDS.test(written)
      ? Number(written)
      : null;
  if (epoch !== null) {
    const local = new Date(epoch).toISOString().slice(0, 19);
    return { local, precision: 'MINUTE', explicitZone: 'UTC' };
  }
  if (SIX_BYTES.test(written) && !isDated(written)) return readWallClock(`20${written}`);
  return readWallClock(written);
}

/** Twelve digits that begin with a year of this century and a month: CCYYMMDDHHMM. */
function isDated(digits: string): boolean {
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6, 8));
  return digits.startsWith('20') && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
