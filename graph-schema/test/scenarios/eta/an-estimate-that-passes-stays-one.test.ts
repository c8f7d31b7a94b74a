import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../../src/domain/journey/derive-journey.ts';
import { factsOf, told } from '../../../src/testing/journey-story.ts';
import { rotterdam } from '../../../src/testing/sample-locations.ts';
import { bill, eta, etaAt, meridian, sailed, showBest, showHistory, showSeries } from './eta-story.ts';

const said = eta('2026-11-29 10:00', '2026-11-25 00:00');
const arrived = told('CARRIER', 'ARRIVED', '2026-11-30 08:30', rotterdam, { on: meridian, paper: bill, heard: '2026-11-30T09:00:00Z' }); // prettier-ignore

describe('an ETA that has passed', () => {
  it('is overdue from that minute on and stays an estimate: the cargo is still at sea', () => {
    const before = etaAt('2026-11-29 08:59', [...sailed, said]);
    expect(showBest(before)).toBe('NLRTM 11-29 10:00 ESTIMATED by CARRIER');
    expect(new Date(before.changesAt ?? 0).toISOString()).toBe('2026-11-29T09:00:00.000Z');
    const after = etaAt('2026-12-10 00:00', [...sailed, said]);
    expect(showBest(after)).toBe('NLRTM 11-29 10:00 ESTIMATED by CARRIER, overdue since 11-29 09:00');
    expect(after.changesAt).toBeNull();
    expect(deriveJourney(factsOf(bill, [...sailed, said]), Date.parse('2026-12-10T00:00:00Z')).phase).toBe('IN_TRANSIT'); // prettier-ignore
  });

  it('of a day alone has passed when that day is over there', () => {
    const day = eta('2026-11-29', '2026-11-05 00:00');
    expect(showBest(etaAt('2026-11-29 22:59', [...sailed, day]))).not.toContain('overdue');
    expect(showBest(etaAt('2026-11-29 23:00', [...sailed, day]))).toContain('overdue since 11-29 23:00');
  });

  it('gives way to what another source says of a time still ahead, at the minute it passes', () => {
    const other = eta('2026-11-30 09:00', '2026-11-28 00:00', { by: 'FORWARDER' });
    const story = [...sailed, said, other];
    expect(showBest(etaAt('2026-11-29 08:59', story))).toBe('NLRTM 11-29 10:00 ESTIMATED by CARRIER');
    const after = etaAt('2026-11-29 09:00', story);
    expect(showBest(after)).toBe('NLRTM 11-30 09:00 ESTIMATED by FORWARDER');
    expect(showHistory(after.history)).toMatch(/\n11-29 09:00 OVERDUE NLRTM 11-30 09:00$/);
  });

  it('gives way to a new one at once, be it by minutes', () => {
    const again = eta('2026-11-29 10:20', '2026-11-29 09:05');
    expect(showHistory(etaAt('2026-11-29 09:06', [...sailed, said, again]).history)).toMatch(
      /\n11-29 09:05 OVERDUE NLRTM 11-29 10:20$/,
    );
  });
});

describe('an arrival', () => {
  it('ends the ETA; its history stays, and shows how far off each source was', () => {
    const other = eta('2026-11-30 07:30', '2026-11-27 00:00', { by: 'FORWARDER' });
    const tooLate = eta('2026-11-30 08:30', '2026-11-30 10:00', { by: 'FORWARDER' });
    const answer = etaAt('2026-12-01 00:00', [...sailed, said, other, arrived, tooLate]);
    expect(showBest(answer)).toBe('none');
    expect(answer.changesAt).toBeNull();
    expect(showHistory(answer.history)).toMatchInlineSnapshot(`
      "11-25 00:00 FIRST NLRTM 11-29 10:00
      11-29 09:00 OVERDUE NLRTM 11-30 07:30"
    `);
    expect(showSeries(answer)).toMatchInlineSnapshot(`
      "CARRIER NLRTM 11-29 10:00 (error -1350)
      FORWARDER NLRTM 11-30 07:30, NLRTM 11-30 08:30 (error -60)"
    `);
  });

  it('that we hear of late ends it then: until then the answer was an ETA', () => {
    const story = [...sailed, said, arrived];
    expect(showBest(etaAt('2026-11-30 08:59', story))).toContain('overdue since');
    expect(showBest(etaAt('2026-11-30 09:00', story))).toBe('none');
  });
});
