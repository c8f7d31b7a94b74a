import { describe, expect, it } from 'vitest';
import { chargesAhead } from '../../../src/domain/free-time/charges-ahead.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { ningbo, rotterdam } from '../../../src/testing/sample-locations.ts';
import { box, clocksOf, discharged, free, gateOut, other, terms } from './money-story.ts';

const story = [
  discharged(box, '2026-11-30 03:00', ningbo),
  discharged(other, '2026-11-30 03:00', ningbo, '22G1'),
];
const ahead = (claims: readonly FactClaim[], instant: string, days = 3) =>
  chargesAhead(clocksOf(claims), days, Date.parse(instant))
    .map(({ date, container, kind, day, amount, currency }) => `${date} ${container} ${kind} day ${day}: ${amount} ${currency}`)
    .join('\n'); // prettier-ignore

describe('the days ahead', () => {
  it('cost nothing while they are free, then what the tariff of each box says', () => {
    expect(ahead(story, '2026-12-01T00:00:00Z')).toBe('');
    expect(ahead(story, '2026-12-06T00:00:00Z')).toMatchInlineSnapshot(`
      "2026-12-08 CBHU6142088 DEMURRAGE day 1: 160 CNY
      2026-12-08 CSQU3054383 DEMURRAGE day 1: 320 CNY"
    `);
  });

  it('begin with today there: past four in the afternoon UTC it is tomorrow at Ningbo', () => {
    expect(ahead(story, '2026-12-07T15:59:00Z', 1)).toBe('');
    expect(ahead(story, '2026-12-07T16:00:00Z', 1)).toMatch(
      /^2026-12-08 CBHU6142088 DEMURRAGE day 1: 160 CNY\n/,
    );
  });

  it('cost more from the eleventh day on', () => {
    expect(ahead(story, '2026-12-17T00:00:00Z', 2)).toMatchInlineSnapshot(`
      "2026-12-17 CBHU6142088 DEMURRAGE day 10: 160 CNY
      2026-12-17 CSQU3054383 DEMURRAGE day 10: 320 CNY
      2026-12-18 CBHU6142088 DEMURRAGE day 11: 320 CNY
      2026-12-18 CSQU3054383 DEMURRAGE day 11: 640 CNY"
    `);
  });

  it('cost nothing for a box that has gone', () => {
    const gone = [...story, gateOut(box, '2026-12-09 09:00', ningbo)];
    expect(ahead(gone, '2026-12-10T00:00:00Z', 1)).toBe('2026-12-10 CBHU6142088 DEMURRAGE day 3: 160 CNY');
  });

  it('of a term that is told cost what the tariff of the port says; without one, an amount that is not known', () => {
    const off = discharged(box, '2026-11-30 03:00', rotterdam);
    const notice = [off, free('DEMURRAGE', '2026-12-04', { box })];
    expect(ahead(notice, '2026-12-05T12:00:00Z', 1)).toBe('2026-12-05 CSQU3054383 DEMURRAGE day 1: 60 EUR');
    const [unknown] = chargesAhead(clocksOf(notice, terms([])), 1, Date.parse('2026-12-05T12:00:00Z'));
    expect(unknown).toMatchObject({ day: 1, amount: null, currency: null });
  });

  it('of a term for all boxes are counted for each that is still there', () => {
    const all = [...story, free('DEMURRAGE', '2026-12-04', { where: ningbo })];
    const charges = chargesAhead(clocksOf(all), 1, Date.parse('2026-12-05T00:00:00Z'));
    expect(charges.map(({ container }) => container)).toEqual(['CBHU6142088', 'CSQU3054383']);
    const gone = [...all, gateOut(box, '2026-12-04 09:00', ningbo)];
    expect(chargesAhead(clocksOf(gone), 1, Date.parse('2026-12-05T00:00:00Z')).map(({ container }) => container)).toEqual(['CBHU6142088']); // prettier-ignore
  });
});
