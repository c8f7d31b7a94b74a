import { describe, expect, it } from 'vitest';
import { placeRef } from '../claim.ts';
import { factsOf, told } from '../../testing/journey-story.ts';
import { at, ningbo, rotterdam } from '../../testing/sample-locations.ts';
import type { FactClaim, JourneyFacts } from '../journey/facts.ts';
import { FIELD_GROUPS, type FieldGroup } from './access-rules.ts';
import type { Access } from './access-to.ts';
import { seenFacts } from './seen-facts.ts';

const bill = 'MASTER_BILL:COSU6412345678';
const other = 'MASTER_BILL:COSU6499999999';
const declaration = 'DECLARATION:310420269999999999';
const box = 'CBHU4185502';
const holds = new Set(['CUSTOMS_HOLD_PLACED', 'CUSTOMS_HOLD_LIFTED']);
const all: Access = { groups: new Set(FIELD_GROUPS), facilities: null, sources: [] };
const mask = (id: string) => `mask of ${id.length}`;

function see(facts: JourneyFacts, access: Partial<Access> = {}): JourneyFacts {
  return seenFacts(facts, { ...all, ...access }, holds, mask);
}

const only = (...groups: FieldGroup[]): Partial<Access> => ({ groups: new Set(groups) });

/** A claim of somebody else's cargo with everything that could give it away. */
function loaded(claim: FactClaim): FactClaim {
  return {
    ...claim,
    event: {
      ...claim.event,
      parties: [{ role: 'CONSIGNEE', name: 'SECRET Trading', id: { scheme: 'USCC', code: 'SECRET1' } }],
      goods: [{ description: 'SECRET goods', hsCode: '90909090', pieces: 9090, packageType: null, grossKg: 90_909, unNumber: null }],
      quantity: { pieces: 9090, grossKg: 90_909, ofPieces: null },
      reason: { scheme: null, code: 'SECRETCODE', text: 'SECRET reason' },
      rawCode: 'SECRETRAW',
      from: placeRef({ raw: 'SECRET place' }),
    },
    voices: claim.voices.map((voice) => ({ ...voice, messageRef: 'SECRET ref' })),
  };
} // prettier-ignore

describe('of a shared box', () => {
  const mine = told('CARRIER', 'LOADED', '2026-11-10 10:00', ningbo, { box, paper: bill });
  const theirs = loaded(told('TERMINAL', 'DISCHARGED', '2026-11-20 10:00', rotterdam, { box, paper: other }));
  const held = loaded(told('CUSTOMS', 'CUSTOMS_HOLD_PLACED', '2026-11-20 12:00', null, { box, paper: declaration }));
  const filed = loaded(told('CUSTOMS', 'DECL_SUBMITTED', '2026-11-20 11:00', null, { box, paper: declaration }));
  const facts = factsOf(bill, [mine, theirs, filed, held]);

  it('moves are seen, and that it is held for another consignment', () => {
    const codes = see(facts).claims.map(({ event }) => event.code);
    expect(codes).toEqual(['LOADED', 'DISCHARGED', 'CUSTOMS_HOLD_PLACED']);
    const [hold] = see(facts).claims.filter(({ event }) => event.code === 'CUSTOMS_HOLD_PLACED');
    expect(hold?.event.reason?.text).toContain('held for another consignment in this box');
  });

  it('nothing of the other’s bills, parties, pieces, weights, declarations and words is', () => {
    const text = JSON.stringify(see(facts));
    for (const secret of ['SECRET', '9090', '6499999999', '310420269999999999', theirs.id, held.id])
      expect(text).not.toContain(secret);
    expect(see(facts).claims.flatMap(({ voices }) => voices).map(({ readable }) => readable)).toEqual(['SPAN', 'NOTHING', 'NOTHING']);
  });

  it('what names no paper is the box’s: its weight is not a part’s', () => {
    const weighed = loaded(told('TERMINAL', 'WEIGHED', '2026-11-09 10:00', ningbo, { box }));
    const inShared = see(factsOf(bill, [mine, theirs, weighed]));
    expect(inShared.claims.find(({ event }) => event.code === 'WEIGHED')?.event.quantity).toBeNull();
    const inOwn = see(factsOf(bill, [mine, weighed]));
    expect(inOwn.claims.find(({ event }) => event.code === 'WEIGHED')?.event.quantity?.pieces).toBe(9090);
  });
}); // prettier-ignore

it('a house does not see what its master holds of others', () => {
  const house = 'HOUSE_BILL:NBHX0001';
  const ofMaster = loaded(told('CARRIER', 'BL_ISSUED', '2026-11-01 10:00', ningbo, { paper: bill }));
  const own = told('FORWARDER', 'BL_ISSUED', '2026-11-01 11:00', ningbo, { paper: house });
  const facts = { ...factsOf(house, [ofMaster, own]), master: bill, documents: [house, bill] } as const;
  const seen = see(facts).claims.find(({ event }) => event.documents[0]?.scheme === 'MASTER_BILL');
  expect(seen?.event).toMatchObject({ parties: [], goods: [], quantity: null });
  expect(JSON.stringify(seen)).not.toContain('SECRET Trading');
});

describe('a group that is withheld', () => {
  const issued = loaded(told('CARRIER', 'BL_ISSUED', '2026-11-01 10:00', ningbo, { paper: bill }));
  const gate = loaded(told('TERMINAL', 'GATED_IN', '2026-11-02 10:00', at(ningbo, 'BLCT3'), { box, paper: bill }));
  const facts = factsOf(bill, [issued, gate]);

  it('leaves no number of a paper where papers are withheld, not even in the name of the shipment', () => {
    const seen = see(facts, only('MILESTONES'));
    expect(seen.claims.map(({ event }) => event.code)).toEqual(['GATED_IN']);
    expect(seen.anchor).toBe(`CONTAINER:${box}`);
    for (const secret of ['6412345678', 'SECRET reason', '9090', 'SECRET Trading', issued.id, gate.id])
      expect(JSON.stringify(seen)).not.toContain(secret);
    expect(see(factsOf('AWB:172-26114686', []), only('MILESTONES')).anchor).toBe('AWB:…');
  });

  it('shows papers without parties and goods', () => {
    const text = JSON.stringify(see(facts, only('MILESTONES', 'PAPERS')));
    expect(text).toContain('6412345678');
    for (const secret of ['SECRET Trading', 'SECRET goods', '9090']) expect(text).not.toContain(secret);
  });

  it('lets the own source’s words be read', () => {
    const seen = see(facts, { ...only('MILESTONES'), sources: ['terminal'] });
    expect(seen.claims.flatMap(({ voices }) => voices.map(({ readable }) => readable))).toEqual(['AROUND']);
    expect(seen.claims[0]?.voices).toEqual([{ ...gate.voices[0], readable: 'AROUND' }]);
  });

  it('tells no hash of a message that may not be read as a whole: what it is made of could be guessed', () => {
    const [theirs] = see(facts, only('MILESTONES')).claims.flatMap(({ voices }) => voices);
    expect(theirs).toMatchObject({ sha256: '', messageRef: null, readable: 'NOTHING' });
    expect(theirs?.rawId).not.toBe(gate.voices[0]?.rawId);
    const [span] = see(facts).claims.flatMap(({ voices }) => voices);
    expect(span).toMatchObject({ sha256: '', rawId: issued.voices[0]?.rawId, readable: 'SPAN' });
  });

  it('leaves an operator of a facility the moves there', () => {
    const away = told('TERMINAL', 'DISCHARGED', '2026-11-20 10:00', rotterdam, { box });
    const seen = see(factsOf(bill, [issued, gate, away]), { facilities: ['FACILITY:CNNBO/BLCT3'] });
    expect(seen.claims.map(({ event }) => event.code)).toEqual(['GATED_IN']);
    expect(JSON.stringify(seen)).not.toContain('6412345678');
  });
}); // prettier-ignore
