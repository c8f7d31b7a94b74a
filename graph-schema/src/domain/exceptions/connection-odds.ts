import type { ErrorBand } from '../eta/error-band.ts';

/** On what odds rest: the usual errors of such words or those of who tells it; or it has come, or not come in time. */
export type OddsBasis = 'HOUSE_BAND' | 'PAST_ERRORS' | 'ARRIVED' | 'PASSED';

/** A connection as it stands when somebody says something new of it. Epoch milliseconds. */
export interface ConnectionNow {
  /** When what brings the cargo is told to come. */
  readonly arrivesAt: number;
  /** Hours around it within which such a word came true in eight of ten cases. */
  readonly band: Pick<ErrorBand, 'p10Hours' | 'p90Hours'>;
  /** When the cargo must be there: before the departure by the time that a transfer takes, and not after a cut-off. */
  readonly neededAt: number;
}

const HOUR_MS = 3_600_000;
/** Quantile of the standard normal distribution at nine tenths. */
const TENTH = 1.2815515655446004;

/**
 * The odds that a connection is missed, 0 to 1: that it arrives later than it must. Errors are taken as normal to either side
 * of the told time, early ones and late ones each as wide as the band says.
 */
export function oddsOfMissing({ arrivesAt, band, neededAt }: ConnectionNow): number {
  const slackHours = (neededAt - arrivesAt) / HOUR_MS;
  const width = slackHours >= 0 ? band.p90Hours : -band.p10Hours;
  // What is certain is either in time or not.
  if (width <= 0) return slackHours >= 0 ? 0 : 1;
  return 1 - normalBelow((slackHours / width) * TENTH);
}

/** The normal distribution function, to seven digits (Abramowitz and Stegun 26.2.17). */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = Math.exp((-z * z) / 2) * 0.3989422804014327 * series;
  return z >= 0 ? 1 - tail : tail;
}
