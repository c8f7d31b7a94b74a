import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../src/domain/journey/derive-journey.ts';
import type { EventCode } from '../../src/domain/event-code.ts';
import type { IdentifierKey } from '../../src/domain/identifier.ts';
import type { FactClaim } from '../../src/domain/journey/facts.ts';
import { getJourneyRules } from '../../src/reference/journey-rules.ts';
import { factsOf, ship, told } from '../../src/testing/journey-story.ts';
import { customsOffice, ningbo, santos } from '../../src/testing/sample-locations.ts';
import { showState } from '../../src/testing/show-journey.ts';

const bill = 'MASTER_BILL:COSU6400000082';
const [declaration, other] = ['DECLARATION:310420261000000014', 'DECLARATION:310420261000000022'] as const;
const box = 'CSQU3054383';
const beilun = customsOffice('3104');
const on = ship('ATLANTICA', '045E', '9074729');
const afloat: FactClaim[] = [
  told('CARRIER', 'LOADED', '2026-10-15 04:10', santos, { box, load: 'FULL', on, paper: bill }),
  told('CARRIER', 'DEPARTED', '2026-10-15 21:30', santos, { on, paper: bill }),
];
const landed: FactClaim[] = [
  ...afloat,
  told('CARRIER', 'ARRIVED', '2026-11-17 05:20', ningbo, { on, paper: bill }),
  told('TERMINAL', 'DISCHARGED', '2026-11-17 17:35', ningbo, { box, load: 'FULL', on, paper: bill }),
];
const customs = (code: EventCode, when: string, paper: IdentifierKey = declaration) =>
  told('CUSTOMS', code, when, beilun, { paper });

function blockers(...claims: FactClaim[]): string[] {
  const journey = deriveJourney(
    factsOf(bill, claims),
    Date.parse('2026-11-25T00:00:00Z'),
    getJourneyRules(Infinity),
  );
  return journey.blockers.map((blocker) => `${blocker.code} since ${blocker.since}`);
}

describe('提前申报: released before the ship arrives', () => {
  it('is right, and stops nothing', () => {
    const journey = deriveJourney(
      factsOf(bill, [...afloat, customs('DECL_RECEIVED', '2026-11-10 09:00'), customs('DECL_RELEASED', '2026-11-10 11:00')]),
      Date.parse('2026-11-12T00:00:00Z'),
      getJourneyRules(Infinity),
    ); // prettier-ignore
    expect(journey.blockers).toEqual([]);
    expect(journey.documents.map((m) => m.code)).toEqual(['DECL_RECEIVED', 'DECL_RELEASED']);
    expect(showState(journey)).toMatchInlineSnapshot(
      `"IN_TRANSIT aboard ATLANTICA 045E | next ARRIVED USUAL_ORDER"`,
    );
  });
});

describe('a hold', () => {
  const selected = customs('DECL_SELECTED', '2026-11-18 14:05');

  it('stands until it is lifted', () => {
    expect(blockers(...landed, selected)).toEqual(['DECL_SELECTED since 2026-11-18T06:05:00Z']);
    expect(blockers(...landed, selected, customs('DECL_INSPECTED', '2026-11-20 19:07'))).toEqual([]);
  });

  it('on one paper is not lifted by the release of another', () => {
    const released = customs('DECL_RELEASED', '2026-11-20 10:00', other);
    expect(blockers(...landed, selected, released)).toEqual(['DECL_SELECTED since 2026-11-18T06:05:00Z']);
  });

  it('is not lifted by what came before it', () => {
    const again = customs('DECL_SELECTED', '2026-11-21 09:00');
    expect(blockers(...landed, selected, customs('DECL_INSPECTED', '2026-11-20 19:07'), again)).toEqual([
      'DECL_SELECTED since 2026-11-21T01:00:00Z',
    ]);
  });

  it('on each of two papers is two holds', () => {
    const both = blockers(...landed, selected, customs('DECL_SELECTED', '2026-11-19 08:00', other));
    expect(both).toHaveLength(2);
  });

  it('of duty ends with the payment, of a rejection with the next filing', () => {
    const due = customs('DUTY_DUE', '2026-11-18 11:41');
    const rejected = customs('MANIFEST_REJECTED', '2026-11-12 10:00', bill);
    expect(blockers(due, rejected)).toHaveLength(2);
    const accepted = customs('MANIFEST_ACCEPTED', '2026-11-12 12:00', bill);
    expect(blockers(due, customs('DUTY_PAID', '2026-11-19 10:00'), rejected, accepted)).toEqual([]);
  });

  it('that is only estimated stops nothing', () => {
    const expected = told('CUSTOMS', 'DECL_SELECTED', '2026-11-26 09:00', beilun, { paper: declaration, classifier: 'ESTIMATED' }); // prettier-ignore
    expect(blockers(...landed, expected)).toEqual([]);
  });

  it('of the terminal on one box stands while another box is let go', () => {
    const held = (reference: string) =>
      told('TERMINAL', 'HELD', '2026-11-18 09:00', ningbo, { box: reference });
    const lifted = told('TERMINAL', 'HOLD_LIFTED', '2026-11-19 09:00', ningbo, { box });
    expect(blockers(held(box), lifted)).toEqual([]);
    expect(blockers(held(box), held('CBHU6142088'), lifted)).toHaveLength(1);
  });
});
