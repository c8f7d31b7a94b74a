import { describe, expect, it } from 'vitest';
import { each, ship, told } from '../../../src/testing/journey-story.ts';
import {
  at,
  ningbo,
  qinzhou,
  rotterdam,
  shanghai,
  singapore,
} from '../../../src/testing/sample-locations.ts';
import { showExceptions } from './show-exceptions.ts';

// 错卸: to be discharged at Rotterdam, put ashore in Singapore, taken on by the next ship.
const bill = 'MASTER_BILL:COSU6400000017';
const [box, other] = ['CSQU3054383', 'CBHU6142088'] as const;
const [meridian, sakura] = [ship('MERIDIAN', '012W', '9321483'), ship('SAKURA', '228W', '9074729')];
const aboard = [
  told('CARRIER', 'ARRIVED', '2026-11-20 09:10', rotterdam, { classifier: 'PLANNED', on: meridian, paper: bill, heard: '2026-10-01T00:00:00Z' }),
  ...each([box, other], (one) => told('TERMINAL', 'LOADED', '2026-10-25 22:48', ningbo, { box: one, load: 'FULL', on: meridian, paper: bill })),
  told('CARRIER', 'DEPARTED', '2026-10-26 06:30', ningbo, { on: meridian, paper: bill }),
]; // prettier-ignore
const ashore = told('TERMINAL', 'DISCHARGED', '2026-11-05 18:10', singapore, { box, load: 'FULL', on: meridian, paper: bill }); // prettier-ignore
const takenOn = told('TERMINAL', 'LOADED', '2026-11-09 07:00', singapore, { box, load: 'FULL', on: sakura, paper: bill }); // prettier-ignore

describe('a box put ashore where nobody planned it', () => {
  it('is in the wrong place until something takes it on; the box beside it is not', () => {
    const states = ['2026-11-05T10:09:00Z', '2026-11-05T10:10:00Z', '2026-11-07T10:10:00Z', '2026-11-10T00:00:00Z'].map(
      (instant) => `${instant.slice(5, 10)} ${showExceptions(bill, [...aboard, ashore, takenOn], instant)}`.trim(),
    ); // prettier-ignore
    expect(states.join('\n')).toMatchInlineSnapshot(`
      "11-05
      11-05 WARNING WRONG_PLACE OTHER_COUNTRY CSQU3054383 at SGSIN VOYAGE:9321483/012W by CARRIER since 2026-11-05T10:10Z planned=NLRTM [DISCHARGED 11-05T18:10, ~ARRIVED 11-20T09:10]
      11-07 CRITICAL WRONG_PLACE OTHER_COUNTRY CSQU3054383 at SGSIN VOYAGE:9321483/012W by CARRIER since 2026-11-05T10:10Z planned=NLRTM [DISCHARGED 11-05T18:10, ~ARRIVED 11-20T09:10]
      11-10 CRITICAL WRONG_PLACE OTHER_COUNTRY CSQU3054383 at SGSIN VOYAGE:9321483/012W by CARRIER since 2026-11-05T10:10Z till 2026-11-08T23:00Z planned=NLRTM [DISCHARGED 11-05T18:10, ~ARRIVED 11-20T09:10, LOADED 11-09T07:00]"
    `);
  });

  it('is not, where a plan known before takes it on from there', () => {
    const onward = told('CARRIER', 'DEPARTED', '2026-11-09 10:00', singapore, { classifier: 'PLANNED', on: sakura, paper: bill, heard: '2026-10-01T00:00:00Z' }); // prettier-ignore
    expect(showExceptions(bill, [...aboard, ashore, onward], '2026-11-06T00:00:00Z')).toBe('');
  });

  it('is no more, once a plan takes it on from there', () => {
    const onward = told('CARRIER', 'DEPARTED', '2026-11-09 10:00', singapore, { classifier: 'PLANNED', on: sakura, paper: bill, heard: '2026-11-06T04:00:00Z' }); // prettier-ignore
    expect(showExceptions(bill, [...aboard, ashore, onward], '2026-11-07T00:00:00Z')).toContain(
      'since 2026-11-05T10:10Z till 2026-11-06T04:00Z',
    );
  });

  it('is not, where the bill gives that port as the end', () => {
    const issued = told('CARRIER', 'BL_ISSUED', '2026-10-26 10:00', null, { paper: bill, to: singapore });
    expect(showExceptions(bill, [...aboard, issued, ashore], '2026-11-06T00:00:00Z')).toBe('');
  });

  it('weighs less in the planned country: it may be another code of the same port', () => {
    const planned = told('CARRIER', 'ARRIVED', '2026-11-20 09:10', shanghai, { classifier: 'PLANNED', on: sakura, paper: bill, heard: '2026-10-01T00:00:00Z' }); // prettier-ignore
    const off = told('TERMINAL', 'DISCHARGED', '2026-11-20 18:10', at(qinzhou, 'QZT'), { box, load: 'FULL', on: sakura, paper: bill }); // prettier-ignore
    expect(showExceptions(bill, [planned, off], '2026-11-21T00:00:00Z')).toMatch(
      /^INFO WRONG_PLACE SAME_COUNTRY/,
    );
  });
});
