import { describe, expect, it } from 'vitest';
import type { EtaSeries, EtaTelling } from './eta.graphql.ts';
import { isWorthShowing, latestTelling } from './latest-telling.ts';
import { sampleSeries, sampleTelling } from './testing/sample-telling.ts';

const said = (eventId: string, given: Partial<EtaTelling> = {}): EtaTelling =>
  sampleTelling(eventId, '2026-11-05T00:00:00Z', '2026-11-29T10:00', given);
const series = (...tellings: EtaTelling[]): EtaSeries => sampleSeries('carrier', ...tellings);

describe('what a source stands by', () => {
  it('is its last estimate, not a plan that it repeats later, nor what it told of another ship', () => {
    const all = series(said('a'), said('b'), said('plan', { basis: 'PLANNED' }), said('x', { isOnTarget: false })); // prettier-ignore
    expect(latestTelling(all)?.eventId).toBe('b');
    expect(latestTelling(series(said('plan', { basis: 'PLANNED' })))?.eventId).toBe('plan');
    expect(latestTelling(series(said('x', { isOnTarget: false })))?.eventId).toBe('x');
    expect(latestTelling(series())).toBeNull();
  });
});

describe('a list of voices', () => {
  it('is shown for a second word, or for how far off the only one was', () => {
    expect(isWorthShowing([series(said('a'))])).toBe(false);
    expect(isWorthShowing([series(said('a'), said('b'))])).toBe(true);
    expect(isWorthShowing([{ ...series(said('a')), errorMinutes: -180 }])).toBe(true);
  });
});
