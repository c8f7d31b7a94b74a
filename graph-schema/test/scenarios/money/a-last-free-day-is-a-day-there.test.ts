import { describe, expect, it } from 'vitest';
import { longBeach, ningbo, rotterdam } from '../../../src/testing/sample-locations.ts';
import { box, clocksOf, discharged, free, lastFreeDays, showClocks, terms } from './money-story.ts';

const onlyTold = terms([]);

describe('a last free day', () => {
  it('told as a bare date is that date at the place, and ends with its midnight: never a day early', () => {
    const dates = [rotterdam, longBeach, ningbo].map((where) =>
      showClocks(clocksOf([discharged(box, '2026-11-30 23:30', where), free('DEMURRAGE', '2026-12-07', { where, box })], onlyTold)),
    ); // prettier-ignore
    expect(dates.join('\n')).toMatchInlineSnapshot(`
      "* DEMURRAGE CSQU3054383 ARRIVAL_NOTICE 2026-12-07 (till 12-07T23:00Z) at NLRTM
      * DEMURRAGE CSQU3054383 ARRIVAL_NOTICE 2026-12-07 (till 12-08T08:00Z) at USLGB
      * DEMURRAGE CSQU3054383 ARRIVAL_NOTICE 2026-12-07 (till 12-07T16:00Z) at CNNBO"
    `);
  });

  it('told as the midnight after it is the same day', () => {
    const [bare, midnight] = ['2026-12-07', '2026-12-08 00:00'].map((until) =>
      clocksOf([discharged(box, '2026-11-30 23:30', rotterdam), free('DEMURRAGE', until, { box })], onlyTold),
    );
    expect(midnight?.[0]?.lastFreeDay).toBe('2026-12-07');
    expect(midnight?.[0]?.endsAt).toBe(bare?.[0]?.endsAt);
  });

  it('counted by a tariff begins with the day of the discharge there, not with that of UTC', () => {
    // Half past seven in the morning of the 30th at Ningbo is still the 29th in UTC.
    const story = [discharged(box, '2026-11-30 07:30', ningbo)];
    expect(showClocks(clocksOf(story))).toBe('* DEMURRAGE CSQU3054383 TARIFF DEM-CN-40 2026-12-07 (till 12-07T16:00Z) at CNNBO'); // prettier-ignore
    expect(lastFreeDays(story, '2026-12-05T15:59:59Z')).toBe('');
    expect(lastFreeDays(story, '2026-12-05T16:00:00Z')).toBe('INFO DEMURRAGE CSQU3054383 until 2026-12-07T16:00'); // prettier-ignore
    // Nobody has told a term: that it costs now is not certain, and no alarm.
    expect(lastFreeDays(story, '2026-12-08T16:00:00Z')).toBe('INFO DEMURRAGE CSQU3054383 until 2026-12-07T16:00'); // prettier-ignore
  });

  it('of a day that is 23 hours long ends an hour sooner', () => {
    const story = [discharged(box, '2026-03-02 03:00', longBeach), free('DEMURRAGE', '2026-03-08', { where: longBeach, box })]; // prettier-ignore
    expect(showClocks(clocksOf(story, onlyTold))).toContain('2026-03-08 (till 03-09T07:00Z)');
  });
});
