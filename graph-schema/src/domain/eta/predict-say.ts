import { errorRatio } from './error-band.ts';
import type { Learned } from './learn-samples.ts';
import { COMPUTED_SOURCE, type EtaPrediction } from './predict.ts';
import type { PredictionPolicy } from './predict-policy.ts';

/** What was said last of an arrival. Instants in epoch milliseconds. */
export interface SaidEta {
  readonly saidAt: number;
  readonly eta: number;
  /** Whether it counts before what others estimate. */
  readonly isProven: boolean;
  /** Said once more already. */
  readonly isRepeated: boolean;
  /** Milliseconds by which it was moved the last time; earlier is negative, 0: never. */
  readonly movedBy: number;
}

const HOUR_MS = 3_600_000;

/**
 * What to say now, or null: it speaks again where the arrival has moved by much for its horizon, where it gains or loses the lead,
 * and once more to confirm itself. Between two words lies a repetition's time at least, but for a lost lead.
 */
export function sayNext(
  before: SaidEta | null,
  prediction: EtaPrediction | null,
  others: readonly string[],
  errors: Learned,
  policy: PredictionPolicy,
  now: number,
): SaidEta | null {
  // Without a position to go by it soon leads no longer; what it said stands as long as nobody knows better.
  if (!prediction) {
    const isLost = before?.isProven && now - before.saidAt >= policy.silentHoursMax * HOUR_MS;
    return isLost ? { ...before, saidAt: now, isProven: false, isRepeated: true } : null;
  }
  const isProven = leadsOver(
    others,
    (prediction.at - now) / HOUR_MS,
    errors,
    before?.isProven ?? null,
    policy,
  );
  const move = before ? prediction.at - before.eta : 0;
  const said: SaidEta = { saidAt: now, eta: prediction.at, isProven, isRepeated: false, movedBy: move };
  if (!before || before.isProven !== isProven) return said;
  if (now - before.saidAt < policy.repeatMinutes * 60_000) return null;
  // To take back what was said wants more than to go on in the same direction.
  const times = move * before.movedBy < 0 ? policy.backTimes : 1;
  if (Math.abs(move) >= times * movesBy(policy, prediction.at - now)) return said;
  const isDue = !before.isRepeated || now - before.saidAt >= policy.silentHoursMax * HOUR_MS;
  return isDue ? { ...before, saidAt: now, isRepeated: true } : null;
}

/** What was said last, out of all that was said so far, the first said first; null: nothing yet. */
export function lastSaidOf(told: readonly Pick<SaidEta, 'saidAt' | 'eta' | 'isProven'>[]): SaidEta | null {
  return told.reduce<SaidEta | null>((last, { saidAt, eta, isProven }) => {
    const movedBy = last ? eta - last.eta : 0;
    const isRepeated = last !== null && movedBy === 0 && last.isProven === isProven;
    return { saidAt, eta, isProven, isRepeated, movedBy: isRepeated ? last.movedBy : movedBy };
  }, null);
}

/**
 * Whether what is computed counts before what the others estimate: from here to the arrival its mean error was lower than that of each
 * of them by a share. It leads until it is worse by the second share, so that it does not gain and lose by turns. Nobody
 * else speaks: there is nothing to lead.
 */
export function leadsOver(
  others: readonly string[],
  aheadHours: number,
  errors: Learned,
  /** Whether it leads now; null: it has not spoken. */
  leads: boolean | null,
  policy: PredictionPolicy,
): boolean {
  const ratios = others.flatMap((over) => errorRatio(errors, { of: COMPUTED_SOURCE, over }, aheadHours, policy) ?? []); // prettier-ignore
  if (ratios.length === 0) return false;
  const percent = leads === true ? policy.leads.untilPercent : policy.leads.betterPercent;
  return Math.max(...ratios) <= 1 - percent / 100;
}

function movesBy({ speaks }: PredictionPolicy, aheadMs: number): number {
  const row = speaks.find(({ withinHours }) => withinHours === null || aheadMs <= withinHours * HOUR_MS);
  return (row?.moveMinutes ?? 0) * 60_000;
}
