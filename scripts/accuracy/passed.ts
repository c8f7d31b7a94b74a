import { ETA_VOICES, type EtaModeReport, type EtaReport } from './eta-report.ts';
import type { Verdicts } from './judge.ts';

/** Of what could be decided, this share at most may wait for more. */
const PARKED_SHARE = 0.02;
/** Of one number of days before, the worst tenth may be so much worse than the carrier's; of all days together it may not be worse. */
const P90_SLACK = 1.25;
/** What the page relies on may be so much worse than what is computed: it follows changes later, so as not to flap. */
const BEST_SLACK = 1.1;
/** The band says 0.8. */
const BAND = { min: 0.7, max: 0.9 };

export function attributionPassed({ wrong, parked, total }: Verdicts): boolean {
  return total > 0 && wrong === 0 && parked < PARKED_SHARE * total;
}

/** In which way computed arrivals are not what they are computed for, a sentence each; empty: they are. */
export function etaFailures({ sea, rail }: Pick<EtaReport, 'sea' | 'rail'>): string[] {
  return [...failuresOf('sea', sea), ...failuresOf('rail', rail)];
}

/** Of the command: 0 passed, 1 did not. */
export function exitCode(worlds: readonly Verdicts[], eta: EtaReport): 0 | 1 {
  return worlds.every(attributionPassed) && etaFailures(eta).length === 0 ? 0 : 1;
}

function failuresOf(mode: string, { errors, inBand }: EtaModeReport): string[] {
  const failures: string[] = [];
  for (const { daysBefore, carrier, plain, computed, best } of errors) {
    const say = (what: string) => failures.push(`${mode}, ${daysBefore} days before: ${what}`);
    if (computed.meanHours >= plain.meanHours) say('on average no better than distance by speed');
    if (computed.p90Hours >= plain.p90Hours) say('the worst tenth is no better than distance by speed');
    if (computed.meanHours >= carrier.meanHours) say('on average no better than the carrier');
    if (computed.p90Hours > carrier.p90Hours * P90_SLACK) say('the worst tenth is far worse than the carrier’s');
    if (best.meanHours > computed.meanHours * BEST_SLACK) say('the page relies on worse than what is computed');
  }
  const [ofCarrier, , ofComputed] = ETA_VOICES.map((voice) =>
    errors.reduce((sum, row) => sum + row[voice].p90Hours, 0),
  );
  if ((ofComputed ?? 0) >= (ofCarrier ?? 0)) failures.push(`${mode}: the worst tenth is no better than the carrier’s`);
  if (inBand < BAND.min || inBand > BAND.max) failures.push(`${mode}: the band says 0.8 and holds ${inBand}`);
  return failures;
} // prettier-ignore
