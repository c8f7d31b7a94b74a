import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../src/domain/journey/facts.ts';
import { each, factsOf, ship, told } from '../../src/testing/journey-story.ts';
import { at, ningbo, rotterdam } from '../../src/testing/sample-locations.ts';

// Two boxes of one bill land together; one is picked up, emptied and returned while the other still lies at the quay.
const bill = 'MASTER_BILL:COSU6400000031';
const boxes = ['CSQU3054383', 'CBHU6142088'];
const [quick = '', slow = ''] = boxes;
const mother = ship('AURORA', '017E', '9321483');

const landed: FactClaim[] = [
  ...each(boxes, (box) => told('TERMINAL', 'LOADED', '2026-10-25 22:48', at(rotterdam, 'MV2'), { box, load: 'FULL', on: mother, paper: bill })),
  told('CARRIER', 'DEPARTED', '2026-10-26 06:30', rotterdam, { on: mother, paper: bill }),
  told('CARRIER', 'ARRIVED', '2026-11-20 09:10', ningbo, { on: mother, paper: bill }),
  ...each(boxes, (box) => told('TERMINAL', 'DISCHARGED', '2026-11-20 18:10', at(ningbo, 'BLCT3'), { box, load: 'FULL', on: mother, paper: bill })),
]; // prettier-ignore
const outQuick = told('TERMINAL', 'GATED_OUT', '2026-11-21 10:00', at(ningbo, 'BLCT3'), { box: quick, load: 'FULL', paper: bill }); // prettier-ignore
const backQuick = told('TERMINAL', 'GATED_IN', '2026-11-23 10:00', ningbo, {
  box: quick,
  load: 'EMPTY',
  paper: bill,
});
const backSlow = [
  told('TERMINAL', 'GATED_OUT', '2026-11-24 10:00', at(ningbo, 'BLCT3'), {
    box: slow,
    load: 'FULL',
    paper: bill,
  }),
  told('TERMINAL', 'GATED_IN', '2026-11-25 10:00', ningbo, { box: slow, load: 'EMPTY', paper: bill }),
];

const derive = (...claims: FactClaim[]) =>
  deriveJourney(factsOf(bill, claims), Date.parse('2026-11-30T00:00:00Z'));

describe('two boxes that part', () => {
  it('leaves the cargo at its destination while one of the boxes still lies there', () => {
    const journey = derive(...landed, outQuick);
    expect(journey.phase).toBe('AT_DESTINATION');
    expect(journey.next).toMatchObject({ code: 'GATED_OUT', place: { unLocode: 'CNNBO' } });
  });

  it('completes nothing by one empty box, and everything by the last', () => {
    expect(derive(...landed, outQuick, backQuick).phase).toBe('AT_DESTINATION');
    const done = derive(...landed, outQuick, backQuick, ...backSlow);
    expect([done.phase, done.next]).toEqual(['COMPLETED', null]);
  });

  it('says when a move that is dated ahead will begin to count', () => {
    const journey = deriveJourney(factsOf(bill, [...landed, outQuick]), Date.parse('2026-11-20T20:00:00Z'));
    expect(journey.phase).toBe('AT_DESTINATION');
    expect(new Date(journey.changesAt ?? 0).toISOString()).toBe('2026-11-21T01:45:00.000Z');
  });
});
