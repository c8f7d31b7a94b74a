import { describe, expect, it } from 'vitest';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';

/** A carrier tells days, a terminal minutes: of two steps on one day the usual order says which came first. */
const BILL = 'MASTER_BILL:COSU6400000017';
const sea = `
  TERMINAL 2026-07-04 22:00 CNNBO LOADED FULL CSQU3054383 on KAPOK/114S ${BILL}
  TERMINAL 2026-07-29 02:00 NLRTM DISCHARGED FULL CSQU3054383 on KAPOK/114S ${BILL}`;
const state = (more: string, at: string) => asked(tell(sea + more), BILL, at).split('\n')[0];

describe('on one day', () => {
  it.each([
    ['both bare', '2026-08-01', '2026-08-01'],
    ['the first with its time', '2026-08-01 10:00', '2026-08-01'],
    ['the second with its time', '2026-08-01', '2026-08-01 10:00'],
  ])('out of the gate and delivered, %s', (_, out, delivered) => {
    const told = `
  CARRIER ${out} NLRTM GATED_OUT FULL CSQU3054383 ${BILL}
  CARRIER ${delivered} NLRTM DELIVERED FULL CSQU3054383 ${BILL}`;
    expect(state(told, '2026-08-03 12:00')).toMatch(/^DELIVERED at NLRTM \| next GATED_IN/);
  });

  it('out of the gate full and back empty', () => {
    const told = `
  CARRIER 2026-07-30 NLRTM GATED_OUT FULL CSQU3054383 ${BILL}
  CARRIER 2026-07-30 NLRTM GATED_IN EMPTY CSQU3054383 ${BILL}`;
    expect(state(told, '2026-08-03 12:00')).toMatch(/^COMPLETED/);
  });

  it('off the ship in the night and out of the gate: nothing is asked for the days after', () => {
    const told = tell(`${sea}
  CARRIER 2026-07-29 NLRTM GATED_OUT FULL CSQU3054383 ${BILL}`);
    const answer = asked(told, BILL, '2026-08-03 12:00');
    expect(answer).toMatch(/^ON_CARRIAGE at NLRTM \| next DELIVERED/);
    expect(answer.match(/^.*DEMURRAGE.*$/gm)).toEqual([expect.stringMatching(/^\$ DEMURRAGE .* stopped /)]);
  });

  it('gated in, loaded and sailed, in any order of telling', () => {
    const steps = ['GATED_IN FULL CSQU3054383', 'LOADED FULL CSQU3054383 on KAPOK/114S', 'DEPARTED CSQU3054383 on KAPOK/114S'];
    const lines = steps.map((step) => `\n  CARRIER 2026-07-04 CNNBO ${step} ${BILL}`);
    const answers = [lines, lines.toReversed()].map((told) => asked(tell(told.join('')), BILL, '2026-07-06 12:00'));
    expect(answers[0]).toMatch(/^IN_TRANSIT aboard KAPOK 114S/);
    expect(answers[1]).toBe(answers[0]);
    expect([...(answers[0] ?? '').matchAll(/GATED_IN|LOADED|DEPARTED/g)].slice(0, 3).map(([code]) => code)).toEqual(['GATED_IN', 'LOADED', 'DEPARTED']);
  });
}); // prettier-ignore
