import { describe, expect, it } from 'vitest';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { ship, told } from '../../../src/testing/journey-story.ts';
import { at, ningbo, rotterdam, singapore } from '../../../src/testing/sample-locations.ts';
import { showExceptions as showAll } from './show-exceptions.ts';

/** That no word came of the ship that was missed is an exception of its own. */
const showExceptions = (...asked: Parameters<typeof showAll>) =>
  showAll(...asked).split('\n').filter((line) => !line.includes('STEP_OVERDUE')).join('\n'); // prettier-ignore

// 甩柜: booked on KAPOK, left behind, and carried a week later by MERIDIAN.
const bill = 'MASTER_BILL:COSU6400000017';
const box = 'CSQU3054383';
const [kapok, meridian] = [ship('KAPOK', '114S', '9074729'), ship('MERIDIAN', '012W', '9321483')];
const plan = (on: typeof kapok, when: string, heard: string) =>
  told('CARRIER', 'DEPARTED', when, ningbo, { classifier: 'PLANNED', on, paper: bill, heard });
const gatedIn = told('TERMINAL', 'GATED_IN', '2026-10-23 14:05', at(ningbo, 'BLCT3'), {
  box,
  load: 'FULL',
  paper: bill,
});
const loaded = told('TERMINAL', 'LOADED', '2026-11-06 22:00', at(ningbo, 'BLCT3'), {
  box,
  load: 'FULL',
  on: meridian,
  paper: bill,
});
const onKapok = plan(kapok, '2026-10-26 06:00', '2026-10-01T03:00:00Z');
const onMeridian = plan(meridian, '2026-11-07 17:00', '2026-10-27T02:00:00Z');
const atEach = (story: readonly FactClaim[], instants: readonly string[]) =>
  instants
    .map((instant) => `${instant.slice(5, 10)} ${showExceptions(bill, story, instant)}`.trim())
    .join('\n');

describe('cargo that its carrier plans on a later ship', () => {
  const story = [onKapok, gatedIn, onMeridian, loaded];

  it('is rolled from the new plan on, gravely after a week, until it is loaded', () => {
    const states = atEach(story, [
      '2026-10-26T12:00:00Z',
      '2026-10-27T02:00:00Z',
      '2026-11-03T02:00:00Z',
      '2026-11-06T14:00:00Z',
    ]);
    expect(states).toMatchInlineSnapshot(`
      "10-26
      10-27 WARNING ROLLED REPLANNED at CNNBO VOYAGE:9074729/114S by CARRIER since 2026-10-27T02:00Z from=VOYAGE:9074729/114S to=VOYAGE:9321483/012W delayHours=299 [~DEPARTED 10-26T06:00, ~DEPARTED 11-07T17:00]
      11-03 CRITICAL ROLLED REPLANNED at CNNBO VOYAGE:9074729/114S by CARRIER since 2026-10-27T02:00Z from=VOYAGE:9074729/114S to=VOYAGE:9321483/012W delayHours=299 [~DEPARTED 10-26T06:00, ~DEPARTED 11-07T17:00]
      11-06 CRITICAL ROLLED REPLANNED at CNNBO VOYAGE:9074729/114S by CARRIER since 2026-10-27T02:00Z till 2026-11-06T14:00Z from=VOYAGE:9074729/114S to=VOYAGE:9321483/012W delayHours=299 [~DEPARTED 10-26T06:00, ~DEPARTED 11-07T17:00, LOADED 11-06T22:00]
      INFO DWELL_OVER_LIMIT ORIGIN CSQU3054383 at CNNBO by CARRIER since 2026-11-06T06:05Z till 2026-11-06T14:00Z since=2026-10-23T06:05:00Z limitHours=336 [GATED_IN 10-23T14:05, LOADED 11-06T22:00]"
    `);
  });

  it('is not rolled by a sailing a day later, nor by another voyage number of it', () => {
    const nextDay = plan(meridian, '2026-10-27 09:00', '2026-10-20T02:00:00Z');
    expect(showExceptions(bill, [onKapok, nextDay, gatedIn], '2026-10-28T00:00:00Z')).toBe('');
  });

  it('is not rolled when the former ship is named again, or took it', () => {
    const again = plan(kapok, '2026-10-26 07:00', '2026-10-28T02:00:00Z');
    expect(showExceptions(bill, [onKapok, onMeridian, again, gatedIn], '2026-10-29T00:00:00Z')).toBe('');
    const took = told('TERMINAL', 'LOADED', '2026-10-25 22:00', ningbo, { box, load: 'FULL', on: kapok, paper: bill }); // prettier-ignore
    expect(showExceptions(bill, [onKapok, took, onMeridian, gatedIn], '2026-10-29T00:00:00Z')).toBe('');
  });

  it('is rolled in part, where one box caught the ship and the other did not', () => {
    const caught = told('TERMINAL', 'LOADED', '2026-10-25 22:00', ningbo, { box: 'CBHU6142088', load: 'FULL', on: kapok, paper: bill }); // prettier-ignore
    expect(showExceptions(bill, [onKapok, gatedIn, caught, onMeridian], '2026-10-28T00:00:00Z')).toMatch(
      /^WARNING ROLLED REPLANNED CSQU3054383 at CNNBO .* since 2026-10-27T02:00Z from=/,
    );
  });

  it('is not rolled when two sources never agreed on the ship', () => {
    const forwarder = told('FORWARDER', 'DEPARTED', '2026-11-07 17:00', ningbo, { classifier: 'PLANNED', on: meridian, paper: bill, heard: '2026-10-05T00:00:00Z' }); // prettier-ignore
    expect(showExceptions(bill, [onKapok, forwarder, gatedIn], '2026-10-25T00:00:00Z')).toBe('');
  });

  it('and a plan from the next port on is no roll', () => {
    const onward = told('CARRIER', 'DEPARTED', '2026-11-07 17:00', singapore, { classifier: 'PLANNED', on: meridian, paper: bill, heard: '2026-10-05T00:00:00Z' }); // prettier-ignore
    expect(showExceptions(bill, [onKapok, onward, gatedIn], '2026-10-25T00:00:00Z')).toBe('');
  });

  it('of two bookings planned apart, neither is', () => {
    const [one, two] = ['BOOKING:8200000017', 'BOOKING:8200000025'] as const;
    const first = told('CARRIER', 'DEPARTED', '2026-10-26 06:00', ningbo, { classifier: 'PLANNED', on: kapok, paper: one, heard: '2026-10-01T00:00:00Z' }); // prettier-ignore
    const second = told('CARRIER', 'DEPARTED', '2026-11-07 17:00', ningbo, { classifier: 'PLANNED', on: meridian, paper: two, heard: '2026-10-02T00:00:00Z' }); // prettier-ignore
    expect(showExceptions(bill, [first, second, gatedIn], '2026-10-25T00:00:00Z')).toBe('');
  });
});

describe('cargo loaded on a ship that nobody had planned', () => {
  it('was rolled from the departure of the ship that it missed', () => {
    expect(showExceptions(bill, [onKapok, gatedIn, loaded], '2026-11-05T00:00:00Z')).toBe('');
    expect(showExceptions(bill, [onKapok, gatedIn, loaded], '2026-11-07T00:00:00Z')).toMatchInlineSnapshot(`
      "CRITICAL ROLLED REPLANNED CSQU3054383 at CNNBO VOYAGE:9074729/114S by CARRIER since 2026-10-25T22:00Z till 2026-11-06T14:00Z from=VOYAGE:9074729/114S to=VOYAGE:9321483/012W delayHours=280 [~DEPARTED 10-26T06:00, LOADED 11-06T22:00]
      INFO DWELL_OVER_LIMIT ORIGIN CSQU3054383 at CNNBO by CARRIER since 2026-11-06T06:05Z till 2026-11-06T14:00Z since=2026-10-23T06:05:00Z limitHours=336 [GATED_IN 10-23T14:05, LOADED 11-06T22:00]"
    `);
  });
});

describe('cargo that is said to be left behind', () => {
  const leftBehind = told('CUSTOMS', 'ROLLED', '2026-10-26 09:00', ningbo, { paper: bill, on: kapok });

  it('is rolled until it sails; a new plan is further evidence of the same', () => {
    const states = atEach([onKapok, gatedIn, leftBehind, onMeridian, loaded], [
      '2026-10-26T00:59:00Z',
      '2026-10-26T01:00:00Z',
      '2026-11-02T01:00:00Z',
      '2026-11-08T00:00:00Z',
    ]); // prettier-ignore
    expect(states).toMatchInlineSnapshot(`
      "10-26
      10-26 WARNING ROLLED TOLD at CNNBO VOYAGE:9074729/114S by CARRIER since 2026-10-26T01:00Z [ROLLED 10-26T09:00]
      11-02 CRITICAL ROLLED TOLD at CNNBO VOYAGE:9074729/114S by CARRIER since 2026-10-26T01:00Z from=VOYAGE:9074729/114S to=VOYAGE:9321483/012W delayHours=299 [ROLLED 10-26T09:00, ~DEPARTED 10-26T06:00, ~DEPARTED 11-07T17:00]
      11-08 CRITICAL ROLLED TOLD at CNNBO VOYAGE:9074729/114S by CARRIER since 2026-10-26T01:00Z till 2026-11-06T14:00Z from=VOYAGE:9074729/114S to=VOYAGE:9321483/012W delayHours=299 [ROLLED 10-26T09:00, ~DEPARTED 10-26T06:00, ~DEPARTED 11-07T17:00, LOADED 11-06T22:00]
      INFO DWELL_OVER_LIMIT ORIGIN CSQU3054383 at CNNBO by CARRIER since 2026-11-06T06:05Z till 2026-11-06T14:00Z since=2026-10-23T06:05:00Z limitHours=336 [GATED_IN 10-23T14:05, LOADED 11-06T22:00]"
    `);
  });

  it('in part concerns the boxes named', () => {
    const other = 'CBHU6142088';
    const sails = told('TERMINAL', 'LOADED', '2026-10-25 22:00', ningbo, { box: other, load: 'FULL', on: kapok, paper: bill }); // prettier-ignore
    const stays = told('CARRIER', 'ROLLED', '2026-10-26 09:00', ningbo, { box, on: kapok, paper: bill });
    const arrives = told('CARRIER', 'ARRIVED', '2026-11-20 09:00', rotterdam, { on: kapok, paper: bill });
    expect(showExceptions(bill, [gatedIn, sails, stays, arrives], '2026-11-21T00:00:00Z'))
      .toMatchInlineSnapshot(`
        "CRITICAL ROLLED TOLD CSQU3054383 at CNNBO VOYAGE:9074729/114S by CARRIER since 2026-10-26T01:00Z [ROLLED 10-26T09:00]
        CRITICAL DWELL_OVER_LIMIT ORIGIN CSQU3054383 at CNNBO by CARRIER since 2026-11-06T06:05Z since=2026-10-23T06:05:00Z limitHours=336 [GATED_IN 10-23T14:05]"
      `);
  });
});
