import { anyPaceKey, carrierKey, laneKey } from './learn-keys.ts';
import { shrunk, valuesOf, type Learned } from './learn-samples.ts';
import type { PredictionPolicy } from './predict-policy.ts';
import type { Progress } from './predict-way.ts';

const HOUR_MS = 3_600_000;
/** Less than this made good says nothing of a pace. */
const NM_MIN = 15;

/** Hours for a mile between two stops: of the lane and of the ship, each as far as it is known. */
export function usualPace(
  paces: Learned,
  way: { readonly mode: 'VESSEL' | 'RAIL'; readonly carrier: string | null },
  from: string,
  to: string,
  { knots, elsewhere }: PredictionPolicy,
): number {
  const { mode, carrier } = way;
  const any = shrunk(paces, anyPaceKey(mode), 1 / knots[mode].usual, elsewhere);
  const lane = shrunk(paces, laneKey(mode, from, to), any, elsewhere);
  // What a ship does elsewhere says less than what ships do here.
  return carrier === null ? lane : (2 * lane + shrunk(paces, carrierKey(mode, carrier), lane, elsewhere)) / 3;
}

/** Past passages that say how fast it usually goes between two stops: there, else anywhere; 0: none do. */
export function passagesKnown(paces: Learned, mode: 'VESSEL' | 'RAIL', from: string, to: string): number {
  return valuesOf(paces, laneKey(mode, from, to)).length || valuesOf(paces, anyPaceKey(mode)).length;
}

/** What was made good in a stretch of the way, standing left out. */
export interface MadeGood {
  readonly nm: number;
  readonly hours: number;
}

/** Between two places along the way, since an instant; null where it is too little to go by. */
export function madeGood(
  progress: readonly Progress[],
  within: { readonly fromNm: number; readonly toNm: number; readonly since: number },
  movingKnots: number,
): MadeGood | null {
  let [nm, hours] = [0, 0];
  progress.forEach((now, index) => {
    const before = progress[index - 1];
    if (!before || before.alongNm < within.fromNm || now.alongNm > within.toNm || before.at < within.since)
      return;
    const [miles, time] = [now.alongNm - before.alongNm, (now.at - before.at) / HOUR_MS];
    if (miles < time * movingKnots) return;
    nm += miles;
    hours += time;
  });
  return nm < NM_MIN ? null : { nm, hours };
}

/**
 * Hours for the miles that are left of a passage. The pace of the last hours wears off, that of the passage so far
 * counts the more the longer it is, and the rest is as usual. More miles never take less time.
 */
export function passageHours(
  nm: number,
  pace: { readonly usual: number; readonly passage: MadeGood | null; readonly recent: MadeGood | null },
  { passageNm, recent: { share, lastsHours } }: PredictionPolicy,
): number {
  const { usual, passage, recent } = pace;
  const base = passage ? (passage.hours + usual * passageNm) / (passage.nm + passageNm) : usual;
  if (!recent) return nm * base;
  const excess = recent.hours / recent.nm / base - 1;
  return nm * base + share * excess * lastsHours * (1 - Math.exp((-nm * base) / lastsHours));
}
