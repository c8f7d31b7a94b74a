import { describe, expect, it } from 'vitest';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { each, ship, told } from '../../../src/testing/journey-story.ts';
import { at, longBeach, ningbo, rotterdam } from '../../../src/testing/sample-locations.ts';
import { reasoned, showExceptions } from './show-exceptions.ts';

// Discharged at Rotterdam; free in the terminal up to and with 7 December, out of it up to and with the 14th.
const bill = 'MASTER_BILL:COSU6400000017';
const [box, other] = ['CSQU3054383', 'CBHU6142088'] as const;
const meridian = ship('MERIDIAN', '012W', '9321483');
type Charge = 'DEMURRAGE' | 'DETENTION';
const free = (charge: Charge, until: string, more: { box?: string; heard?: string; by?: 'CARRIER' | 'TERMINAL' } = {}) =>
  reasoned(
    told(more.by ?? 'CARRIER', 'FREE_TIME_ENDS', until, rotterdam, { classifier: 'PLANNED', paper: bill, heard: more.heard ?? '2026-11-28T00:00:00Z', ...(more.box ? { box: more.box } : {}) }),
    'FREE_TIME',
    charge,
  ); // prettier-ignore
const off = each([box, other], (one) =>
  told('TERMINAL', 'DISCHARGED', '2026-11-30 03:00', at(rotterdam, 'ECT'), { box: one, load: 'FULL', on: meridian, paper: bill }),
); // prettier-ignore
const out = (one: string, when: string) =>
  told('TERMINAL', 'GATED_OUT', when, at(rotterdam, 'ECT'), { box: one, load: 'FULL', paper: bill });
const back = (one: string, when: string) =>
  told('TERMINAL', 'GATED_IN', when, rotterdam, { box: one, load: 'EMPTY' });
const atEach = (story: readonly FactClaim[], instants: readonly string[]) =>
  instants
    .map((instant) => `${instant.slice(5, 10)} ${showExceptions(bill, story, instant)}`.trim())
    .join('\n');

describe('free time', () => {
  it('of the terminal ends with the last free day there: told two days before, grave from midnight on, over when the last box is out', () => {
    const story = [free('DEMURRAGE', '2026-12-07'), ...off, out(box, '2026-12-06 09:00'), out(other, '2026-12-09 09:00')]; // prettier-ignore
    const states = atEach(story, [
      '2026-12-05T22:59:59Z',
      '2026-12-05T23:00:00Z',
      '2026-12-07T22:59:59Z',
      '2026-12-07T23:00:00Z',
      '2026-12-09T08:00:00Z',
    ]);
    expect(states).toMatchInlineSnapshot(`
      "12-05
      12-05 WARNING LAST_FREE_DAY DEMURRAGE at NLRTM by CONSIGNEE since 2026-12-05T23:00Z until=2026-12-07T23:00:00.000Z [~FREE_TIME_ENDS 12-07T00:00]
      12-07 WARNING LAST_FREE_DAY DEMURRAGE at NLRTM by CONSIGNEE since 2026-12-05T23:00Z until=2026-12-07T23:00:00.000Z [~FREE_TIME_ENDS 12-07T00:00]
      12-07 CRITICAL LAST_FREE_DAY DEMURRAGE at NLRTM by CONSIGNEE since 2026-12-05T23:00Z until=2026-12-07T23:00:00.000Z [~FREE_TIME_ENDS 12-07T00:00]
      12-09 CRITICAL LAST_FREE_DAY DEMURRAGE at NLRTM by CONSIGNEE since 2026-12-05T23:00Z till 2026-12-09T08:00Z until=2026-12-07T23:00:00.000Z [~FREE_TIME_ENDS 12-07T00:00, GATED_OUT 12-09T09:00]"
    `);
  });

  it('of the box ends with the empty return, not with the gate', () => {
    const story = [free('DETENTION', '2026-12-14', { box }), ...off, out(box, '2026-12-06 09:00'), out(other, '2026-12-06 09:00'), back(box, '2026-12-13 10:00')]; // prettier-ignore
    expect(showExceptions(bill, story, '2026-12-13T08:00:00Z')).toMatch(/^WARNING LAST_FREE_DAY DETENTION CSQU3054383 at NLRTM by CONSIGNEE since 2026-12-12T23:00Z until=/); // prettier-ignore
    expect(showExceptions(bill, story, '2026-12-13T09:00:00Z')).toContain('till 2026-12-13T09:00Z');
  });

  it('that was not used up never was one, and neither is one of a box that is still at sea', () => {
    const early = [free('DEMURRAGE', '2026-12-07'), ...off, out(box, '2026-12-03 09:00'), out(other, '2026-12-04 09:00')]; // prettier-ignore
    expect(showExceptions(bill, early, '2026-12-20T00:00:00Z')).toBe('');
    expect(showExceptions(bill, [free('DEMURRAGE', '2026-12-07')], '2026-12-20T00:00:00Z')).toBe('');
  });

  it('is not ended by a gate of the port where it came from', () => {
    const atOrigin = told('TERMINAL', 'GATED_OUT', '2026-10-24 09:00', ningbo, { box, load: 'FULL', paper: bill }); // prettier-ignore
    const story = [atOrigin, free('DEMURRAGE', '2026-12-07', { box }), ...off];
    expect(showExceptions(bill, story, '2026-12-07T00:00:00Z')).toMatch(/^WARNING LAST_FREE_DAY DEMURRAGE/);
  });

  it('prolonged by who set it ends later; of two who set it, the earlier end binds', () => {
    const prolonged = free('DEMURRAGE', '2026-12-12', { heard: '2026-12-01T00:00:00Z' });
    const first = free('DEMURRAGE', '2026-12-07');
    expect(showExceptions(bill, [first, prolonged, ...off], '2026-12-08T00:00:00Z')).toBe('');
    const terminal = free('DEMURRAGE', '2026-12-06', { by: 'TERMINAL' });
    expect(showExceptions(bill, [first, prolonged, terminal, ...off], '2026-12-08T00:00:00Z')).toMatch(
      /^CRITICAL .* until=2026-12-06T23:00:00.000Z/,
    );
  });

  it('ends with the day at the place, an hour sooner where clocks have gone forward that night', () => {
    const west = told('CARRIER', 'FREE_TIME_ENDS', '2026-03-08', longBeach, { classifier: 'PLANNED', paper: bill, heard: '2026-03-01T00:00:00Z' }); // prettier-ignore
    const ashore = told('TERMINAL', 'DISCHARGED', '2026-03-02 03:00', longBeach, { box, load: 'FULL', on: meridian, paper: bill }); // prettier-ignore
    expect(showExceptions(bill, [west, ashore], '2026-03-08T12:00:00Z')).toContain('until=2026-03-09T07:00:00.000Z'); // prettier-ignore
  });
});
