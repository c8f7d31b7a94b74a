import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customsOffice, ningbo, rotterdam, singapore } from '../../testing/sample-locations.ts';
import { factsOf, ship, told, train } from '../../testing/journey-story.ts';
import { getJourneyRules } from '../../reference/journey-rules.ts';
import { party, placeRef } from '../claim.ts';
import { deriveJourney } from '../journey/derive-journey.ts';
import type { FactClaim } from '../journey/facts.ts';
import { isBehind } from '../journey/phase.ts';
import { townAsTold } from '../journey/towns.ts';
import type { PartyRef } from '../tracking-event.ts';
import { facet, folded } from './facet.ts';
import { facetsOf } from './facets.ts';
import { partyFacets } from './party-facets.ts';
import { listOrderOf } from './list-order.ts';

const bill = 'MASTER_BILL:COSU6400000017';
const declaration = 'DECLARATION:310420260000012345';
const box = 'CSQU3054383';
const kapok = ship('KAPOK', '114S', '9074729');
const meridian = ship('MERIDIAN', '012W', '9321483');

const by = (one: FactClaim, parties: readonly PartyRef[]): FactClaim => ({
  ...one,
  event: { ...one.event, parties },
});
const trader = party('CONSIGNOR', {
  name: '宁波海通贸易有限公司',
  id: { scheme: 'USCC', code: '91330200TEST00001X' },
});

const story: readonly FactClaim[] = [
  by(told('CUSTOMS', 'DECL_SUBMITTED', '2026-10-21 09:00', customsOffice('3104'), { paper: declaration }), [trader, party('NOTIFY', { name: 'Somebody' })]),
  told('CUSTOMS', 'DECL_RELEASED', '2026-10-22 10:00', customsOffice('3104'), { paper: declaration }),
  told('TERMINAL', 'LOADED', '2026-10-25 22:48', ningbo, { box, load: 'FULL', on: kapok, paper: bill }),
  told('CARRIER', 'DEPARTED', '2026-10-26 06:00', ningbo, { box, load: 'FULL', on: kapok, paper: bill }),
  told('TERMINAL', 'DISCHARGED', '2026-10-30 18:10', singapore, { box, load: 'FULL', on: kapok, paper: bill, heard: '2026-10-30T12:00:00Z' }),
  told('CARRIER', 'ARRIVED', '2026-11-29 10:00', rotterdam, { classifier: 'PLANNED', on: meridian, paper: bill, heard: '2026-10-01T00:00:00Z' }),
]; // prettier-ignore
const facts = { ...factsOf(bill, story), documents: [bill, declaration] as const };
const now = Date.parse('2026-11-07T00:00:00Z');
const journey = deriveJourney(facts, now, getJourneyRules(now));

describe('what a shipment is found by', () => {
  const found = facetsOf(facts, journey, townAsTold);

  it('is its numbers, the ports and ships of its way, its offices and parties, how far it is and what is wrong', () => {
    expect(found).toEqual(
      expect.arrayContaining([
        'MASTER_BILL:COSU6400000017', 'DECLARATION:310420260000012345', 'CONTAINER:CSQU3054383',
        'PORT:CNNBO', 'PORT:SGSIN', 'PORT:NLRTM', 'ORIGIN:CNNBO', 'DESTINATION:NLRTM', 'OFFICE:3104',
        'VESSEL:KAPOK', 'VESSEL:9074729', 'VOYAGE:114S', 'VOYAGE:KAPOK/114S', 'VOYAGE:9074729/114S', 'VESSEL:MERIDIAN',
        'CONSIGNOR:ID/91330200TEST00001X', 'CONSIGNOR:ID/USCC/91330200TEST00001X',
        'PHASE:AT_TRANSSHIPMENT', 'EXCEPTION:DWELL_OVER_LIMIT',
      ]),
    ); // prettier-ignore
    expect(found.filter((term) => term.startsWith('ATTENTION:'))).toHaveLength(1);
    expect(found).toEqual([...new Set(found)].sort());
  });

  it('is a name from each word on, in full or half width, and nobody who was only to be told', () => {
    expect(found).toEqual(expect.arrayContaining(['CONSIGNOR:NAME/海通贸易有限公司']));
    expect(found.join()).not.toContain('SOMEBODY');
    const terms = partyFacets(party('CONSIGNEE', { name: 'Ｎingbo  Hai-tong Co., Ltd.' }));
    expect(terms).toContain('CONSIGNEE:NAME/NINGBO HAI TONG CO LTD');
    expect(terms).toContain('CONSIGNEE:NAME/TONG CO LTD');
  });

  it('is not the ship that it missed', () => {
    const missed = ship('LATECOMER', '001E', '9000003');
    const planned = told('CARRIER', 'LOADED', '2026-10-24 08:00', ningbo, { classifier: 'PLANNED', box, on: missed, paper: bill, heard: '2026-10-01T00:00:00Z' }); // prettier-ignore
    const withPlan = factsOf(bill, [planned, ...story]);
    const terms = facetsOf(withPlan, deriveJourney(withPlan, now, getJourneyRules(now)), townAsTold);
    expect(terms).toContain('VESSEL:KAPOK');
    expect(terms).not.toContain('VESSEL:LATECOMER');
  });

  it('is a train by its number alone and of one day, and the town that its station lies in', () => {
    const rail = factsOf('RAIL_NOTE:26638154', [
      told('RAIL', 'DEPARTED', '2026-10-20 08:00', placeRef({ railStation: 'XAP' }), { on: train('X8024', '2026-10-20'), paper: 'RAIL_NOTE:26638154' }),
    ]); // prettier-ignore
    const terms = facetsOf(rail, deriveJourney(rail, now), ({ railStation }) => railStation && 'CNXIA');
    expect(terms).toEqual(
      expect.arrayContaining(['TRAIN:X8024', facet('TRAIN', 'X8024', '2026-10-20'), 'PORT:CNXIA']),
    );
  });

  it('does not depend on the order in which it was told', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...facts.claims], { minLength: facts.claims.length }), (claims) => {
        const other = { ...facts, claims };
        expect(facetsOf(other, deriveJourney(other, now, getJourneyRules(now)), townAsTold)).toEqual(found);
      }),
      { numRuns: 30 },
    );
  });
});

it('folds any text to one short spelling that folds to itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const once = folded(text);
      expect(folded(once)).toBe(once);
      expect([...once].length).toBeLessThanOrEqual(80);
    }),
  );
});

describe('what lists are limited and sorted by', () => {
  it('is when it left, when it comes, when it was declared and released, and when it was last heard of', () => {
    const { departedAt, arrivesAt, declaredAt, releasedAt, changedAt } = listOrderOf(facts, journey);
    const shown = [departedAt, arrivesAt, declaredAt, releasedAt, changedAt].map((at) => new Date(at ?? 0).toISOString().slice(0, 16)); // prettier-ignore
    expect(shown).toEqual([
      '2026-10-25T22:00', '2026-11-29T09:00', '2026-10-21T01:00', '2026-10-22T02:00', '2026-10-30T12:00',
    ]); // prettier-ignore
  });

  it('is how grave it is before when it changed', () => {
    const at = (instant: string, claims = story) => {
      const those = factsOf(bill, claims);
      const then = Date.parse(instant);
      return listOrderOf(those, deriveJourney(those, then, getJourneyRules(then))).urgency;
    };
    const late = at('2026-11-07T00:00:00Z');
    const soon = at('2026-10-31T00:00:00Z');
    expect(late).toBeGreaterThan(soon);
    expect(late).toBeGreaterThan(at('2026-10-31T00:00:00Z', story.slice(0, 3)));
    expect(Number.isSafeInteger(late)).toBe(true);
  });

  it('is how far on in its life it is, and of one phase what changed last first', () => {
    const at = (claims: typeof story) => {
      const those = factsOf(bill, claims);
      const derived = deriveJourney(those, now, getJourneyRules(now));
      return { ...listOrderOf(those, derived), phase: derived.phase };
    };
    const stages = story.map((_, index) => at(story.slice(0, index + 1)));
    expect(stages[0]).toMatchObject({ phase: 'BOOKED' });
    expect(new Set(stages.map(({ phase }) => phase)).size).toBeGreaterThan(2);
    for (const [index, one] of stages.entries()) {
      const before = stages[index - 1] ?? one;
      if (isBehind(before.phase, one.phase)) expect(one.progress).toBeGreaterThan(before.progress);
      else expect(one.progress).toBeLessThanOrEqual(before.progress);
      expect(Number.isSafeInteger(one.progress)).toBe(true);
    }
  });

  it('is null where nobody told', () => {
    const alone = factsOf(bill, [told('CARRIER', 'BOOKED', '2026-10-01 09:00', null, { paper: bill })]);
    expect(listOrderOf(alone, deriveJourney(alone, now))).toMatchObject({
      departedAt: null,
      arrivesAt: null,
      declaredAt: null,
      releasedAt: null,
    });
    const terms = facetsOf(alone, deriveJourney(alone, now), townAsTold);
    expect(terms).toEqual(expect.arrayContaining(['UNDATED:departedAt', 'UNDATED:releasedAt']));
  });
});
