import { errorKey } from './learn-keys.ts';
import { summaryOf, type Learned, type Sample, type Summary } from './learn-samples.ts';
import type { PredictionPolicy } from './predict-policy.ts';

/** Hours around a told time within which it came true in eight of ten cases: never past the time, never before it. */
export interface ErrorBand {
  readonly p10Hours: number;
  readonly p90Hours: number;
  /** Legs at the nearest known horizon that it rests on; 0: the house value. */
  readonly closed: number;
}

type Policy = Pick<PredictionPolicy, 'horizonHours' | 'closedMin' | 'band'>;

/**
 * The band of a source so many hours ahead, out of its own past errors there; where too little is known, a share of the hours
 * ahead. It only widens with the hours ahead: what is uncertain tomorrow is not certain next week.
 */
export function bandAt(errors: Learned, source: string, aheadHours: number, policy: Policy): ErrorBand {
  const known = rowsOf(errors, source, policy);
  const house = Math.max(policy.band.hoursMin, (Math.max(0, aheadHours) * policy.band.percent) / 100);
  if (known.length === 0) return { p10Hours: -house, p90Hours: house, closed: 0 };
  const widest = (pick: (row: Row) => number) => {
    let most = 0;
    return known.map((row) => ({ hours: row.hours, value: (most = Math.max(most, pick(row))) }));
  };
  const early = between(
    widest(({ p10 }) => -p10),
    aheadHours,
  );
  const late = between(
    widest(({ p90 }) => p90),
    aheadHours,
  );
  const nearest = [...known].sort((a, b) => Math.abs(a.hours - aheadHours) - Math.abs(b.hours - aheadHours))[0]; // prettier-ignore
  return { p10Hours: 0 - early, p90Hours: late, closed: nearest?.count ?? 0 };
}

/** The band of a source so many hours ahead by what was over at an instant (epoch milliseconds); null: too little was known. */
export type PastErrors = (source: string, aheadHours: number, at: number) => ErrorBand | null;

/** Bands as they would have been answered at any instant, so that what followed from one does not change with what comes after. */
export function pastErrors(errors: Learned, policy: Policy): PastErrors {
  return (source, aheadHours, at) => {
    const known = policy.horizonHours.flatMap((hours): [string, readonly Sample[]][] => {
      const key = errorKey(source, hours);
      const samples = errors.get(key)?.filter(({ closedAt }) => closedAt <= at) ?? [];
      return samples.length > 0 ? [[key, samples]] : [];
    });
    const band = bandAt(new Map(known), source, aheadHours, policy);
    return band.closed > 0 ? band : null;
  };
}

/**
 * Mean error of a source over that of another, from so many hours ahead down to the arrival, at horizons where both are known: below 1
 * the first was nearer. Null where they never are. All horizons that are still to come count alike, so that one that few
 * runs ever had says little.
 */
export function errorRatio(
  errors: Learned,
  sources: { readonly of: string; readonly over: string },
  aheadHours: number,
  policy: Policy,
): number | null {
  const others = new Map(rowsOf(errors, sources.over, policy).map(({ hours, size }) => [hours, size]));
  const both = rowsOf(errors, sources.of, policy).filter(({ hours }) => others.has(hours));
  const [nearest] = both;
  if (!nearest) return null;
  const ahead = both.filter(({ hours }) => hours <= Math.max(aheadHours, nearest.hours));
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
  const [ours, theirs] = [sum(ahead.map(({ size }) => size)), sum(ahead.map(({ hours }) => others.get(hours) ?? 0))]; // prettier-ignore
  return theirs === 0 ? (ours === 0 ? 1 : Infinity) : ours / theirs;
}

interface Row extends Summary {
  readonly hours: number;
}

/** Horizons at which enough legs are known, the nearest first. */
function rowsOf(errors: Learned, source: string, { horizonHours, closedMin }: Policy): Row[] {
  return horizonHours.flatMap((hours) => {
    const summary = summaryOf(errors, errorKey(source, hours));
    return summary && summary.count >= closedMin ? [{ hours, ...summary }] : [];
  });
}

/** Straight between two horizons; outside of all what the nearest says. */
function between(rows: readonly { readonly hours: number; readonly value: number }[], at: number): number {
  const after = rows.findIndex(({ hours }) => hours >= at);
  const [low, high] = [rows[after - 1], rows[after]];
  if (!high) return rows.at(-1)?.value ?? 0;
  if (!low) return high.value;
  return low.value + ((at - low.hours) / (high.hours - low.hours)) * (high.value - low.value);
}
