import { describe, expect, it } from 'vitest';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { each, ship, told } from '../../../src/testing/journey-story.ts';
import { at, customsOffice, ningbo, rotterdam, singapore } from '../../../src/testing/sample-locations.ts';
import { showExceptions } from './show-exceptions.ts';

// Two boxes change ships at Singapore; the connection takes eleven days.
const bill = 'MASTER_BILL:COSU6400000017';
const boxes = ['CSQU3054383', 'CBHU6142088'];
const [kapok, meridian] = [ship('KAPOK', '114S', '9074729'), ship('MERIDIAN', '012W', '9321483')];
const toHub: FactClaim[] = [
  told('CARRIER', 'ARRIVED', '2026-11-29 10:00', rotterdam, { classifier: 'PLANNED', on: meridian, paper: bill, heard: '2026-10-01T00:00:00Z' }),
  ...each(boxes, (box) => told('TERMINAL', 'LOADED', '2026-10-25 22:48', ningbo, { box, load: 'FULL', on: kapok, paper: bill })),
  told('CARRIER', 'DEPARTED', '2026-10-26 06:30', ningbo, { on: kapok, paper: bill }),
  told('CARRIER', 'ARRIVED', '2026-10-30 09:10', singapore, { on: kapok, paper: bill }),
  ...each(boxes, (box) => told('TERMINAL', 'DISCHARGED', '2026-10-30 18:10', singapore, { box, load: 'FULL', on: kapok, paper: bill })),
  told('CARRIER', 'DEPARTED', '2026-10-31 06:00', singapore, { on: kapok, paper: bill }),
]; // prettier-ignore
const on = (box: string, when: string) =>
  told('TERMINAL', 'LOADED', when, singapore, { box, load: 'FULL', on: meridian, paper: bill });

describe('boxes at a hub', () => {
  it('lie too long after a week there, gravely after ten days, each until it is loaded itself', () => {
    const story = [...toHub, on('CSQU3054383', '2026-11-08 07:00'), on('CBHU6142088', '2026-11-10 19:00')];
    const states = ['2026-11-06T10:09:00Z', '2026-11-06T10:10:00Z', '2026-11-09T10:10:00Z', '2026-11-11T00:00:00Z'].map(
      (instant) => `${instant.slice(5, 10)}\n${showExceptions(bill, story, instant)}`.trim(),
    ); // prettier-ignore
    expect(states.join('\n')).toMatchInlineSnapshot(`
      "11-06
      11-06
      WARNING DWELL_OVER_LIMIT TRANSSHIPMENT CBHU6142088 at SGSIN by CARRIER since 2026-11-06T10:10Z since=2026-10-30T10:10:00Z limitHours=168 [DISCHARGED 10-30T18:10]
      WARNING DWELL_OVER_LIMIT TRANSSHIPMENT CSQU3054383 at SGSIN by CARRIER since 2026-11-06T10:10Z since=2026-10-30T10:10:00Z limitHours=168 [DISCHARGED 10-30T18:10]
      11-09
      CRITICAL DWELL_OVER_LIMIT TRANSSHIPMENT CBHU6142088 at SGSIN by CARRIER since 2026-11-06T10:10Z since=2026-10-30T10:10:00Z limitHours=168 [DISCHARGED 10-30T18:10]
      WARNING DWELL_OVER_LIMIT TRANSSHIPMENT CSQU3054383 at SGSIN by CARRIER since 2026-11-06T10:10Z till 2026-11-07T23:00Z since=2026-10-30T10:10:00Z limitHours=168 [DISCHARGED 10-30T18:10, LOADED 11-08T07:00]
      11-11
      CRITICAL DWELL_OVER_LIMIT TRANSSHIPMENT CBHU6142088 at SGSIN by CARRIER since 2026-11-06T10:10Z till 2026-11-10T11:00Z since=2026-10-30T10:10:00Z limitHours=168 [DISCHARGED 10-30T18:10, LOADED 11-10T19:00]
      WARNING DWELL_OVER_LIMIT TRANSSHIPMENT CSQU3054383 at SGSIN by CARRIER since 2026-11-06T10:10Z till 2026-11-07T23:00Z since=2026-10-30T10:10:00Z limitHours=168 [DISCHARGED 10-30T18:10, LOADED 11-08T07:00]"
    `);
  });

  it('are not let go by the ship that took another box', () => {
    const departed = told('CARRIER', 'DEPARTED', '2026-11-05 17:00', singapore, {
      on: meridian,
      paper: bill,
    });
    const story = [...toHub, on('CSQU3054383', '2026-11-05 07:00'), departed];
    expect(showExceptions(bill, story, '2026-11-07T00:00:00Z')).toMatch(/^WARNING DWELL_OVER_LIMIT TRANSSHIPMENT CBHU6142088 at SGSIN [^\n]*$/); // prettier-ignore
  });
});

describe('boxes at the ends of the way', () => {
  it('may wait longer for their first ship, whatever customs do with them', () => {
    const box = 'CSQU3054383';
    const story = [
      told('TERMINAL', 'GATED_IN', '2026-10-01 14:00', at(ningbo, 'BLCT3'), { box, load: 'FULL', paper: bill }),
      told('CUSTOMS', 'INSPECTED', '2026-10-10 10:00', customsOffice('3104'), { box, paper: bill }),
    ]; // prettier-ignore
    expect(showExceptions(bill, story, '2026-10-15T05:59:00Z')).toBe('');
    expect(showExceptions(bill, story, '2026-10-15T06:00:00Z')).toMatch(/^INFO DWELL_OVER_LIMIT ORIGIN/);
  });

  it('wait for the consignee at the destination', () => {
    const box = 'CSQU3054383';
    const off = told('TERMINAL', 'DISCHARGED', '2026-11-30 03:00', rotterdam, { box, load: 'FULL', on: meridian, paper: bill }); // prettier-ignore
    const out = told('TERMINAL', 'GATED_OUT', '2026-12-12 08:00', rotterdam, { box, load: 'FULL', paper: bill }); // prettier-ignore
    expect(showExceptions(bill, [off, out], '2026-12-11T00:00:00Z')).toMatch(/^INFO DWELL_OVER_LIMIT DESTINATION .* by CONSIGNEE since 2026-12-10T02:00Z since=/); // prettier-ignore
    expect(showExceptions(bill, [off, out], '2026-12-13T00:00:00Z')).toContain('till 2026-12-12T07:00Z');
  });
});
