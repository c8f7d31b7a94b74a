import { describe, expect, it } from 'vitest';
import { rotterdam } from '../../../src/testing/sample-locations.ts';
import { eta, etaAt, sailed, showBest, showHistory, showSeries } from './eta-story.ts';

describe('an ETA told by several', () => {
  it('stays with the source that is followed, while another says something else every other hour', () => {
    const story = [
      ...sailed,
      eta('2026-11-29 10:00', '2026-11-05 00:00'),
      eta('2026-11-28 10:00', '2026-11-05 01:00', { by: 'FORWARDER' }),
      eta('2026-11-29 10:00', '2026-11-05 02:00'),
      eta('2026-11-28 10:00', '2026-11-05 03:00', { by: 'FORWARDER' }),
    ];
    const answer = etaAt('2026-11-05 04:00', story);
    expect(showBest(answer)).toBe('NLRTM 11-29 10:00 ESTIMATED by CARRIER');
    expect(showHistory(answer.history)).toBe('11-05 00:00 FIRST NLRTM 11-29 10:00');
    expect(showSeries(answer)).toMatchInlineSnapshot(`
      "CARRIER NLRTM 11-29 10:00, NLRTM 11-29 10:00
      FORWARDER NLRTM 11-28 10:00, NLRTM 11-28 10:00"
    `);
  });

  it('goes over to a source whose word counts before, once, and does not come back', () => {
    const story = [
      ...sailed,
      eta('2026-11-28 10:00', '2026-11-05 00:00', { by: 'FORWARDER' }),
      eta('2026-11-29 10:00', '2026-11-05 01:00'),
      eta('2026-11-28 10:00', '2026-11-05 02:00', { by: 'FORWARDER' }),
    ];
    expect(showHistory(etaAt('2026-11-05 04:00', story).history)).toMatchInlineSnapshot(`
      "11-05 00:00 FIRST NLRTM 11-28 10:00
      11-05 01:00 BETTER_SOURCE NLRTM 11-29 10:00"
    `);
  });

  it('leaves a source that has been silent for more than a week for one that speaks', () => {
    const story = [
      ...sailed,
      eta('2026-11-29 10:00', '2026-11-05 00:00'),
      eta('2026-12-01 10:00', '2026-11-11 00:00', { by: 'FORWARDER' }),
      eta('2026-12-01 10:00', '2026-11-13 00:00', { by: 'FORWARDER' }),
    ];
    expect(showBest(etaAt('2026-11-11 00:00', story))).toBe('NLRTM 11-29 10:00 ESTIMATED by CARRIER');
    expect(showHistory(etaAt('2026-11-13 00:00', story).history)).toMatchInlineSnapshot(`
      "11-05 00:00 FIRST NLRTM 11-29 10:00
      11-13 00:00 FRESHER_SOURCE NLRTM 12-01 10:00"
    `);
  });

  it('is never a plan while any estimate stands, whoever told it and whenever', () => {
    const plan = eta('2026-11-27 08:00', '2026-10-20 00:00', { as: 'PLANNED' });
    const replanned = eta('2026-11-27 20:00', '2026-11-06 00:00', { as: 'PLANNED', by: 'TERMINAL' });
    const estimate = eta('2026-11-29 10:00', '2026-11-05 00:00', { by: 'FORWARDER' });
    const answer = etaAt('2026-11-07 00:00', [...sailed, plan, replanned, estimate]);
    expect(showBest(answer)).toBe('NLRTM 11-29 10:00 ESTIMATED by FORWARDER');
    expect(showHistory(answer.history)).toMatchInlineSnapshot(`
      "10-20 00:00 FIRST NLRTM 11-27 08:00
      11-05 00:00 BETTER_KIND NLRTM 11-29 10:00"
    `);
    expect(showBest(etaAt('2026-11-07 00:00', [...sailed, plan, replanned]))).toBe(
      'NLRTM 11-27 20:00 PLANNED by TERMINAL',
    );
  });

  it('is the arrival, not the berthing or the discharge that the same message tells for later', () => {
    const story = [
      ...sailed,
      eta('2026-11-29 18:00', '2026-11-05 00:00', { code: 'BERTHED' }),
      eta('2026-11-30 09:00', '2026-11-05 00:00', { code: 'DISCHARGED' }),
      eta('2026-11-29 10:00', '2026-11-05 00:00'),
    ];
    const answer = etaAt('2026-11-06 00:00', story);
    expect(showHistory(answer.history)).toBe('11-05 00:00 FIRST NLRTM 11-29 10:00');
    expect(answer.series[0]?.tellings).toHaveLength(3);
  });

  it('of what this system computed gives way to what somebody estimates', () => {
    const story = [
      ...sailed,
      eta('2026-11-30 10:00', '2026-11-05 00:00', { by: 'INTERNAL', where: rotterdam }),
      eta('2026-11-29 10:00', '2026-11-06 00:00', { by: 'FORWARDER' }),
      eta('2026-11-30 12:00', '2026-11-07 00:00', { by: 'INTERNAL' }),
    ];
    expect(showBest(etaAt('2026-11-05 12:00', story))).toBe('NLRTM 11-30 10:00 COMPUTED by INTERNAL');
    expect(showBest(etaAt('2026-11-08 00:00', story))).toBe('NLRTM 11-29 10:00 ESTIMATED by FORWARDER');
  });
});
