import type { Locale } from '../i18n/routing.ts';

/** The part of an event time that is shown; the shape of the API's `EventTime`. */
export interface ReportedTime {
  readonly instant: string;
  readonly local: string;
  readonly zone: string;
  readonly precision: 'MINUTE' | 'DAY';
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdays: Record<Locale, readonly string[]> = {
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
};

/**
 * Dates are put together here and not by Intl, whose spelling differs between Node and browsers and would make the
 * page jump when it comes alive. `reference` is the service's now: its year is left out.
 */
export function formatDay(local: string, locale: Locale, reference: number): string {
  const [year, month, day] = datePart(local);
  const sameYear = new Date(reference).getUTCFullYear() === year;
  if (locale === 'zh-CN') return `${sameYear ? '' : `${year}年`}${month}月${day}日`;
  return `${day} ${months[month - 1] ?? month}${sameYear ? '' : ` ${year}`}`;
}

export function formatWeekday(local: string, locale: Locale): string {
  const [year, month, day] = datePart(local);
  return weekdays[locale][new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
}

/** `09:28`, or null for a time that is known to the day only. */
export function formatMinute(time: ReportedTime): string | null {
  return time.precision === 'DAY' ? null : time.local.slice(11, 16);
}

/** `21 Nov 09:28`. */
export function formatWallClock(time: ReportedTime, locale: Locale, reference: number): string {
  const day = formatDay(time.local, locale, reference);
  const minute = formatMinute(time);
  return minute ? `${day} ${minute}` : day;
}

/** `2026-11-21 01:28:00 UTC`: the same in every language. */
export function formatUtc(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`;
}

/** `+08:00` from the wall clock and its instant, so that it needs no zone table; null where only the day is known. */
export function offsetOf(time: ReportedTime): string | null {
  if (time.precision === 'DAY') return null;
  const minutes = Math.round((Date.parse(`${time.local}Z`) - Date.parse(time.instant)) / 60_000);
  if (Number.isNaN(minutes) || Math.abs(minutes) > 15 * 60) return null;
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '−' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

/** An instant on a clock that many minutes ahead of UTC. */
export function atOffset(instant: string, minutes: number): ReportedTime {
  const local = new Date(Date.parse(instant) + minutes * 60_000).toISOString().slice(0, 19);
  return { instant, local, zone: '', precision: 'MINUTE' };
}

/** `2026-11-21`: what the two lines are aligned by. */
export function localDate(time: ReportedTime): string {
  return time.local.slice(0, 10);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function datePart(local: string): [year: number, month: number, day: number] {
  return [Number(local.slice(0, 4)), Number(local.slice(5, 7)), Number(local.slice(8, 10))];
}
