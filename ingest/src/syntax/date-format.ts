import type { WallClock } from 'graph-schema/domain/event-time';
import { wallClock } from './wall-clock.ts';

/**
 * Dates and times in a way that somebody says, because the text alone is ambiguous (`03/04/2026`):
 *
 *   YYYY YY   year            MM M   month     MMM  its English name, cut to three letters
 *   DD D      day             HH H   hour      hh h  hour of half a day, with A (AM or PM)
 *   mm m      minute          ss s   second    anything else stands for itself
 */
export function readDateFormat(text: string, format: string): WallClock | null {
  if (text.length > 64) return null;
  const { pattern, tokens } = compiled(format);
  const found = pattern.exec(text.normalize('NFKC').trim());
  if (!found) return null;
  const parts = new Map(tokens.map((token, index) => [token.charAt(0), found[index + 1] ?? '']));
  const year = parts.get('Y') ?? '';
  const month = monthOf(parts.get('M') ?? '');
  const day = parts.get('D');
  if (year === '' || month === null || day === undefined) return null;
  const date = `${year.length === 2 ? `20${year}` : year}-${month}-${day.padStart(2, '0')}`;
  const hour = hourOf(parts);
  if (hour === null) return wallClock(date, null);
  const two = (token: string): string => (parts.get(token) ?? '0').padStart(2, '0');
  return wallClock(date, { hour, minute: two('m'), second: two('s') });
}

const TOKEN = /YYYY|YY|MMM|MM|M|DD|D|HH|H|hh|h|mm|m|ss|s|A/g;
const SHAPES: Readonly<Record<string, string>> = {
  YYYY: '(\\d{4})',
  YY: '(\\d{2})',
  MMM: '([A-Za-z]{3})[a-z]*',
  A: '([AaPp])[Mm]',
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

interface Compiled {
  readonly pattern: RegExp;
  readonly tokens: readonly string[];
}

const known = new Map<string, Compiled>();
const KNOWN_MOST = 500;

function compiled(format: string): Compiled {
  const before = known.get(format);
  if (before) return before;
  const tokens = format.match(TOKEN) ?? [];
  const literals = format
    .split(TOKEN)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+'));
  const source = literals.map(
    (literal, index) =>
      literal + (index < tokens.length ? (SHAPES[tokens[index] ?? ''] ?? '(\\d{1,2})') : ''),
  );
  const made = { pattern: new RegExp(`^${source.join('')}$`), tokens };
  if (known.size < KNOWN_MOST) known.set(format, made);
  return made;
}

function monthOf(written: string): string | null {
  if (/^\d+$/.test(written)) return written.padStart(2, '0');
  const index = MONTHS.indexOf(written.toLowerCase());
  return index < 0 ? null : String(index + 1).padStart(2, '0');
}

function hourOf(parts: ReadonlyMap<string, string>): string | null {
  const hour = parts.get('H');
  if (hour !== undefined) return hour.padStart(2, '0');
  const half = parts.get('h');
  if (half === undefined) return null;
  const isAfternoon = /^p/i.test(parts.get('A') ?? 'a');
  return String((Number(half) % 12) + (isAfternoon ? 12 : 0)).padStart(2, '0');
}
