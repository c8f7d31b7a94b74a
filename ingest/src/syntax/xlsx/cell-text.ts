/**
 * Numbers of cells as text. A date is a number with a format that says so (ECMA-376 part 1, 18.8.30): days since the
 * end of 1899, or of 1903 in workbooks of old Macs; 1900 is taken for a leap year, as spreadsheets do.
 */
export interface DateFormat {
  readonly hasDay: boolean;
  readonly hasClock: boolean;
}

/** Built-in formats that are dates or times, with those of the East Asian editions. */
const BUILT_IN: Readonly<Record<number, DateFormat>> = Object.fromEntries([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [
    id,
    { hasDay: true, hasClock: false },
  ]),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id) => [
    id,
    { hasDay: false, hasClock: true },
  ]),
  [22, { hasDay: true, hasClock: true }],
]);

/** What a number format makes of a number; null where it stays a number. */
export function dateFormat(id: number, code: string | null): DateFormat | null {
  if (code === null) return BUILT_IN[id] ?? null;
  // Without quoted words, escaped characters, colours and conditions; `[h]` and its like are clocks. Only the first section.
  const bare = (code.split(';', 1)[0] ?? '')
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase();
  if (/general/.test(bare)) return null;
  const hasClock = /[hs]|am\/pm|上午/.test(bare);
  const hasDay = /[yd]/.test(bare) || (/m/.test(bare) && !hasClock);
  return hasDay || hasClock ? { hasDay, hasClock } : null;
}

const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** The last day that spreadsheets know, 31 December 9999. */
const LAST_DAY = 2_958_466;

/** `2026-11-21 09:28`, `2026-11-21` for a day without a clock, `09:28` for a clock without a day. */
export function dateText(serial: number, format: DateFormat, is1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= LAST_DAY) return null;
  // 29 February 1900 is day 60; days before it are one off.
  const days = !is1904 && serial < 60 ? serial + 1 : serial;
  const seconds = Math.round((days * DAY_MS) / 1000);
  const at = new Date((is1904 ? EPOCH_1904 : EPOCH_1900) + seconds * 1000).toISOString();
  const clock = at.endsWith(':00.000Z') ? at.slice(11, 16) : at.slice(11, 19);
  if (serial < 1 && !format.hasDay) return clock;
  // A clock that the format hides still counts, unless it is midnight.
  return format.hasClock || seconds % 86_400 !== 0 ? `${at.slice(0, 10)} ${clock}` : at.slice(0, 10);
}

/** A number as a person would write it: no exponents for long numbers, no digits that only binary arithmetic has. */
export function numberText(written: string): string {
  const value = Number(written);
  if (written === '' || !Number.isFinite(value)) return written;
  if (Number.isInteger(value))
    return Math.abs(value) < 1e21
      ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 0 })
      : written;
  return String(Number(value.toPrecision(15)));
}
