import { describe, expect, it } from 'vitest';
import { getPredictionPolicy } from '../../reference/eta-prediction.ts';
import { errorKey } from './learn-keys.ts';
import { withSamples, type Learned } from './learn-samples.ts';
import { COMPUTED_SOURCE, type EtaPrediction } from './predict.ts';
import { leadsOver, sayNext, type SaidEta } from './predict-say.ts';

const HOUR_MS = 3_600_000;
const NOW = Date.parse('2026-11-10T00:00:00Z');
const policy = getPredictionPolicy();
const NOTHING: Learned = new Map();

const arrives = (hoursAhead: number): EtaPrediction => ({
  at: NOW + hoursAhead * HOUR_MS,
  p10: NOW,
  p90: NOW + 2 * hoursAhead * HOUR_MS,
  band: { p10Hours: -1, p90Hours: 1, closed: 0 },
  fixAt: NOW,
  milesLeft: 1000,
  parts: { movingHours: hoursAhead, dwellHours: 0 },
  rests: { stays: 0, passages: 0 },
  stops: [],
});

/** Each source always so wrong, at all horizons. */
function wrongBy(hours: Readonly<Record<string, number>>): Learned {
  const entries = Object.entries(hours).flatMap(([source, value]) =>
    policy.horizonHours.flatMap(
      (horizon) =>
      Array.from({ length: policy.closedMin }, (_, leg) => ({ key: errorKey(source, horizon), leg: `${leg}`, closedAt: leg, value })), // prettier-ignore
    ),
  );
  return withSamples(NOTHING, entries, policy.keepErrors);
}

const said = (hoursAhead: number, more: Partial<SaidEta> = {}): SaidEta => ({
  saidAt: NOW - 6 * HOUR_MS,
  eta: NOW + hoursAhead * HOUR_MS,
  isProven: false,
  isRepeated: true,
  movedBy: 0,
  ...more,
});

const next = (before: SaidEta | null, hoursAhead: number, errors = NOTHING, others: string[] = []) =>
  sayNext(before, arrives(hoursAhead), others, errors, policy, NOW);

describe('what is computed', () => {
  it('is said at first, and then where it has moved by much for its horizon', () => {
    expect(next(null, 200)?.eta).toBe(NOW + 200 * HOUR_MS);
    expect(next(said(200), 202)).toBeNull();
    expect(next(said(200), 210)).toMatchObject({ eta: NOW + 210 * HOUR_MS, movedBy: 10 * HOUR_MS });
    expect(next(said(20), 22)).not.toBeNull();
    expect(next(said(20, { saidAt: NOW - HOUR_MS }), 22)).toBeNull();
  });

  it('is taken back only for a larger move than the one that goes on', () => {
    const rising = said(200, { movedBy: 5 * HOUR_MS });
    const step = policy.speaks.at(-1)?.moveMinutes ?? 0;
    expect(next(rising, 200 + step / 60)).not.toBeNull();
    expect(next(rising, 200 - step / 60)).toBeNull();
    expect(next(rising, 200 - (policy.backTimes * step) / 60)).not.toBeNull();
  });

  it('is said once more if it still holds, and again after days of silence', () => {
    expect(next(said(200, { isRepeated: false }), 201)).toMatchObject({
      eta: NOW + 200 * HOUR_MS,
      isRepeated: true,
    });
    expect(next(said(200), 201)).toBeNull();
    const days = policy.silentHoursMax * HOUR_MS;
    expect(next(said(200, { saidAt: NOW - days }), 201)?.eta).toBe(NOW + 200 * HOUR_MS);
  });

  it('leads where it was nearer to the truth by a share, and does not give the lead up at once', () => {
    const lead = (ours: number, theirs: number, leads: boolean | null) =>
      leadsOver(['maeu'], 100, wrongBy({ [COMPUTED_SOURCE]: ours, maeu: theirs }), leads, policy);
    expect(lead(5, 10, null)).toBe(true);
    expect(lead(9.8, 10, null)).toBe(false);
    expect(lead(9.8, 10, true)).toBe(true);
    expect(lead(10.5, 10, true)).toBe(true);
    expect(lead(13, 10, true)).toBe(false);
    const known = wrongBy({ [COMPUTED_SOURCE]: 5, maeu: 10, good: 2 });
    expect(leadsOver(['maeu', 'good'], 100, known, null, policy)).toBe(false);
    expect(leadsOver([], 100, known, null, policy)).toBe(false);
    expect(leadsOver(['maeu'], 100, NOTHING, null, policy)).toBe(false);
  });

  it('says that it leads no longer when it has lost sight of the ship for long', () => {
    const lost = (before: SaidEta | null) => sayNext(before, null, ['maeu'], NOTHING, policy, NOW);
    const saidAt = NOW - policy.silentHoursMax * HOUR_MS;
    expect(lost(said(200, { isProven: true, saidAt }))).toMatchObject({
      isProven: false,
      eta: NOW + 200 * HOUR_MS,
    });
    expect(lost(said(200, { isProven: true }))).toBeNull();
    expect(lost(said(200, { saidAt }))).toBeNull();
    expect(lost(null)).toBeNull();
  });
});
