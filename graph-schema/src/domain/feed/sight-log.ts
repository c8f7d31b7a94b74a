import type { Asker, SightKey } from '../access/asker.ts';

/** From which batch on a key opened a shipment, and from which on it did not any more; null: it still does. */
export type SightSpan = readonly [key: SightKey, from: number, until: number | null];

/** Who could see a shipment when: numbers are those of its lane. */
export type SightLog = readonly SightSpan[];

/** Spans that ended longest ago are forgotten beyond so many. */
const ENDED_MAX = 200;

export interface SightChange {
  readonly gained: readonly SightKey[];
  readonly lost: readonly SightKey[];
}

export function sightChange(log: SightLog, now: readonly SightKey[]): SightChange {
  const open = new Set(log.filter(([, , until]) => until === null).map(([key]) => key));
  const held = new Set(now);
  return {
    gained: [...held].filter((key) => !open.has(key)).sort(),
    lost: [...open].filter((key) => !held.has(key)).sort(),
  };
}

/** The log after a change that is told in the batch `seq`. */
export function noteSight(log: SightLog, { gained, lost }: SightChange, seq: number): SightLog {
  const gone = new Set(lost);
  const spans = log.map((span): SightSpan => {
    const [key, from, until] = span;
    return until === null && gone.has(key) ? [key, from, seq] : span;
  });
  const ended = spans.filter(([, , until]) => until !== null);
  const forgotten = new Set(ended.slice(0, Math.max(ended.length - ENDED_MAX, 0)));
  return [
    ...spans.filter((span) => !forgotten.has(span)),
    ...gained.map((key): SightSpan => [key, seq, null]),
  ];
}

/** Whether one of the keys opened it in the batch `seq`. */
export function couldSee(log: SightLog, keys: readonly SightKey[], seq: number): boolean {
  return log.some(
    ([key, from, until]) => from <= seq && (until === null || seq < until) && keys.includes(key),
  );
}

export function canSee(log: SightLog, keys: readonly SightKey[]): boolean {
  return log.some(([key, , until]) => until === null && keys.includes(key));
}

/**
 * Whether an entry is the asker's: he could see the shipment then and still can. That it opened to him, or closed, he is
 * told where it did by none of his other keys. Who sees everything is told neither.
 */
export function isForAsker(
  { kind, keys }: { readonly kind: string; readonly keys: readonly SightKey[] },
  seq: number,
  log: SightLog,
  sight: Asker['sight'],
): boolean {
  if (kind === 'VISIBLE' || kind === 'HIDDEN') {
    if (sight === 'ALL' || !keys.some((key) => sight.includes(key))) return false;
    if (kind === 'VISIBLE') return canSee(log, sight) && !couldSee(log, sight, seq - 1);
    return !couldSee(log, sight, seq);
  }
  return sight === 'ALL' || (couldSee(log, sight, seq) && canSee(log, sight));
}
