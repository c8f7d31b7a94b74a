import { endOf } from '../event-time.ts';
import { rankOfVoice } from '../journey/precedence.ts';
import { isSamePlace } from '../journey/destination.ts';
import type { EtaPolicy } from './policy.ts';
import { ARRIVAL_CODES, type EtaTelling } from './telling.ts';

/** Minutes between two told times; a day alone is as near as its nearest minute. */
export function minutesApart(a: EtaTelling, b: EtaTelling): number {
  const gap = Math.max(startOf(a) - lastOf(b), startOf(b) - lastOf(a), 0);
  return Math.round(gap / 60_000);
}

/** Epoch milliseconds from which on it can be seen that it has not come true. */
export function passesAt({ time }: EtaTelling): number {
  return endOf(time);
}

export function startOf({ time }: EtaTelling): number {
  return Date.parse(time.instant);
}

/** The last minute of a day, or the time itself. */
function lastOf(telling: EtaTelling): number {
  return telling.time.precision === 'DAY' ? passesAt(telling) - 60_000 : startOf(telling);
}

/** An estimate before a plan, what is proven before both, then an arrival before a discharge. Lower counts first. */
export function weightOf({ basis, code, isProven }: EtaTelling, { order }: EtaPolicy): number {
  const basisAt = isProven ? -1 : order.indexOf(basis);
  return basisAt * ARRIVAL_CODES.length + ARRIVAL_CODES.indexOf(code);
}

/** Whose word counts first for an arrival, as for all else that is told of it. Lower counts first. */
export function rankOf({ code, voice }: EtaTelling): number {
  return rankOfVoice(code, voice.source);
}

export function isSameSource(a: EtaTelling, b: EtaTelling): boolean {
  return a.voice.source.id === b.voice.source.id;
}

/** Two terminals of one port are one place. */
export function isAtSamePort(a: EtaTelling, b: EtaTelling): boolean {
  return !a.place || !b.place || isSamePlace(a.place, b.place);
}

export function isOnSameRun(a: EtaTelling, b: EtaTelling): boolean {
  return a.run === null || b.run === null || a.run === b.run;
}

/** Nothing that a reader would see differs. */
export function isSameAnswer(a: EtaTelling, b: EtaTelling): boolean {
  return (
    a.time.instant === b.time.instant &&
    a.time.precision === b.time.precision &&
    a.basis === b.basis &&
    isAtSamePort(a, b) &&
    isOnSameRun(a, b)
  );
}
