import type { WallClock } from 'graph-schema/domain/event-time';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { readOffset, wallClock } from '../wall-clock.ts';

export const ZONE_NAMES = loadCodeList('edifact/zone-names');

/** `YY` is 1970–2069: no message of this century is older, none looks further ahead. */
function fullYear(twoDigits: string): string {
  return Number(twoDigits) >= 70 ? `19${twoDigits}` : `20${twoDigits}`;
}

const DIGITS_AND_ZONE = /^(\d{6,14})\s*([A-Za-z]{1,5}|[+-]\d\d:?(?:\d\d)?)?$/;

/**
 * Reads the value of a DTM by its format code (UN/EDIFACT 2379): 101 YYMMDD, 102 CCYYMMDD, 201 YYMMDDHHMM,
 * 203 CCYYMMDDHHMM, 204 CCYYMMDDHHMMSS, 205 CCYYMMDDHHMMZHHMM, 303 CCYYMMDDHHMMZZZ. Without a code, or with one
 * that does not fit the digits, the number of digits decides: senders get the code wrong more often than the value.
 * Null when it is no point in time (401 HHMM has no date, 718 is a period). Midnight is kept as sent; `2400` is the
 * next day at 00:00.
 */
export function parseEdifactDateTime(value: string, format: string | null): WallClock | null {
  if (format === '401' || format === '718') return null;
  const [, digits, zone] = DIGITS_AND_ZONE.exec(value.trim()) ?? [];
  if (!digits) return null;
  const full =
    digits.length === 6 || digits.length === 10 ? fullYear(digits.slice(0, 2)) + digits.slice(2) : digits;
  const date = `${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6, 8)}`;
  const explicitZone = zone === undefined ? null : (readOffset(zone) ?? offsetOf(zone));
  if (full.length === 8) return wallClock(date, null, explicitZone);
  if (full.length !== 12 && full.length !== 14) return null;
  const time = { hour: full.slice(8, 10), minute: full.slice(10, 12), second: full.slice(12) || '00' };
  return wallClock(date, time, explicitZone);
}

/** The offset that a name stands for whatever the place: `HKT`. `CST` is three zones, so the clock of the place holds. */
function offsetOf(name: string): string | null {
  return readOffset(ZONE_NAMES.find(name.toUpperCase())?.canonical ?? '');
}

/** The name of a zone that nobody can tell the offset of, so that the clock of the place is taken; null when there is none. */
export function unreadZone(value: string): string | null {
  const name = /[A-Za-z]\s*$/.test(value)
    ? DIGITS_AND_ZONE.exec(value.trim())?.[2]?.toUpperCase()
    : undefined;
  if (name === undefined || readOffset(name) !== null) return null;
  const row = ZONE_NAMES.find(name);
  const isTold = row !== null && (row.canonical === null || readOffset(row.canonical) !== null);
  return isTold ? null : name;
}
