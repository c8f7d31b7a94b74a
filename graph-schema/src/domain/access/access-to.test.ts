import { describe, expect, it } from 'vitest';
import { getAccessRules } from '../../reference/access-rules.ts';
import { factsOf, ship, told } from '../../testing/journey-story.ts';
import { at, customsOffice, ningbo, rotterdam } from '../../testing/sample-locations.ts';
import type { FactClaim, JourneyFacts } from '../journey/facts.ts';
import type { PartyRef } from '../tracking-event.ts';
import { accessTo, isSummedFor } from './access-to.ts';
import { NOBODY, OPERATOR, shipmentKey, type Asker } from './asker.ts';
import { sightOf } from './sight.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');
const DAY = 86_400_000;
const rules = getAccessRules();
const bill = 'MASTER_BILL:COSU6412345678';
const house = 'HOUSE_BILL:NBHX0001';
const box = 'CBHU4185502';
const usci = '91330200MA2AGJ5K1X';
const consignee: PartyRef = { role: 'CONSIGNEE', name: 'Chenghai', id: { scheme: 'USCC', code: usci } };

function naming(claim: FactClaim, parties: readonly PartyRef[], papers: readonly string[] = []): FactClaim {
  const more = papers.map((key) => {
    const [scheme = '', number = ''] = key.split(':');
    return { scheme: scheme as 'HOUSE_BILL', number, issuer: null, declaredAs: null };
  });
  return { ...claim, event: { ...claim.event, parties, documents: [...claim.event.documents, ...more] } };
}

const issued = told('CARRIER', 'BL_ISSUED', '2026-11-01 10:00', ningbo, { paper: bill });
const holder = (...sight: string[]): Asker => ({ ...NOBODY, kind: 'MEMBER', organisation: 'org_a', sight });
const seen = (facts: JourneyFacts, asker: Asker, now = NOW) => {
  const access = accessTo(facts, asker, rules, now);
  return access === null || access === 'ALL' ? access : [...access.groups].sort();
};

describe('a party', () => {
  const facts = factsOf(bill, [naming(issued, [consignee])]);
  const key = `PARTY:USCC:${usci}`;

  it('that a carrier names on the bill by its number sees everything of it', () => {
    expect(sightOf(facts, rules)).toContain(key);
    expect(seen(facts, holder(key))).toEqual([...rules.relations.get('OWNER')!.groups].sort());
  });

  it('is not made by a name, nor by a code of the sender’s own', () => {
    const named = [
      { ...consignee, id: null },
      { ...consignee, id: { scheme: 'LOCAL', code: usci } },
    ];
    const only = factsOf(bill, [naming(issued, named)]);
    expect(sightOf(only, rules)).toEqual([shipmentKey('s1')]);
  });

  it('is not made by who is not trusted for it', () => {
    const byTerminal = told('TERMINAL', 'BL_ISSUED', '2026-11-01 10:00', ningbo, { paper: bill });
    expect(seen(factsOf(bill, [naming(byTerminal, [consignee])]), holder(key))).toBeNull();
  });

  it('does not open cargo to itself', () => {
    const itself = { ...holder(key), sources: ['carrier'] };
    expect(seen(facts, itself)).toBeNull();
    const byCustoms = told('CUSTOMS', 'MANIFEST_ACCEPTED', '2026-11-02 10:00', null, { paper: bill });
    expect(seen(factsOf(bill, [...facts.claims, naming(byCustoms, [consignee])]), itself)).not.toBeNull();
  });

  it('of a house is none of its master, of a master none of its houses', () => {
    const manifest = naming(issued, [consignee], [house]);
    const master = { ...factsOf(bill, [manifest]), houses: [house] } as const;
    expect(seen(master, holder(key))).toBeNull();
    const own = { ...factsOf(house, [manifest]), master: bill, documents: [house, bill] } as const;
    expect(seen(own, holder(key))).not.toBeNull();
    const ofMaster = { ...factsOf(house, [naming(issued, [consignee])]), master: bill, documents: [house, bill] } as const;
    expect(seen(ofMaster, holder(key))).toBeNull();
  }); // prettier-ignore

  it('of one bill of a shared declaration is none of the other', () => {
    const declared = told('CUSTOMS', 'DECL_RELEASED', '2026-11-20 10:00', null, { paper: 'DECLARATION:310420261234567890' });
    const tied = (other: string) => naming({ ...declared, id: other, voices: declared.voices }, [], [other]);
    const parties = naming(declared, [consignee]);
    const documents = [bill, 'DECLARATION:310420261234567890'] as const;
    const alone = { ...factsOf(bill, [tied(bill), parties]), documents };
    expect(seen(alone, holder(key))).not.toBeNull();
    const two = { ...factsOf(bill, [tied(bill), tied('MASTER_BILL:COSU6400000000'), parties]), documents };
    expect(seen(two, holder(key))).toBeNull();
  }); // prettier-ignore
});

describe('an authority', () => {
  it('sees what names its office on a paper, without what it costs', () => {
    const released = told('CUSTOMS', 'DECL_RELEASED', '2026-11-20 10:00', customsOffice('3104'), {
      paper: bill,
    });
    const groups = seen(factsOf(bill, [released]), holder('OFFICE:3104'));
    expect(groups).toContain('RELEASE');
    expect(groups).not.toContain('MONEY');
    expect(seen(factsOf(bill, [released]), holder('OFFICE:3105'))).toBeNull();
  });

  it('of a port sees the way of what a ship loads there, and no paper', () => {
    const loaded = told('TERMINAL', 'LOADED', '2026-11-20 10:00', ningbo, { box, on: ship('EVER', '037W') });
    const planned = told('CARRIER', 'DISCHARGED', '2026-12-20', rotterdam, { box, on: ship('EVER', '037W'), classifier: 'PLANNED' }); // prettier-ignore
    const facts = factsOf(bill, [loaded, planned]);
    expect(seen(facts, holder('PORT:CNNBO'))).toEqual(['ETA', 'MILESTONES', 'POSITIONS']);
    expect(seen(facts, holder('PORT:NLRTM'))).toEqual(['ETA', 'MILESTONES', 'POSITIONS']);
    expect(seen(facts, holder('PORT:SGSIN'))).toBeNull();
  });

  it('of a port counts it among what waits there, unless its key is not for releases; nobody else does', () => {
    const loaded = told('TERMINAL', 'LOADED', '2026-11-20 10:00', ningbo, { box, on: ship('EVER', '037W') });
    const facts = factsOf(bill, [loaded]);
    const isCounted = (asker: Asker, key = 'PORT:CNNBO') => isSummedFor(facts, asker, rules, NOW, { key, group: 'RELEASE' });
    expect(isCounted(holder('PORT:CNNBO'))).toBe(true);
    expect(isCounted(holder('PORT:SGSIN'))).toBe(false);
    expect(isCounted(holder('PORT:SGSIN'), 'PORT:SGSIN')).toBe(false);
    expect(isCounted({ ...holder('PORT:CNNBO'), groups: ['MILESTONES'] })).toBe(false);
    expect(isSummedFor(facts, holder('PORT:CNNBO'), rules, NOW, { key: 'PORT:CNNBO', group: 'MONEY' })).toBe(false);
  }); // prettier-ignore
});

describe('an operator of a facility', () => {
  const key = 'FACILITY:CNNBO/BLCT3';
  const facts = factsOf(bill, [
    told('TERMINAL', 'GATED_IN', '2026-11-20 10:00', at(ningbo, 'BLCT3'), { box }),
  ]);

  it('sees its own moves until 90 days after the last', () => {
    expect(accessTo(facts, holder(key), rules, NOW)).toMatchObject({ facilities: [key] });
    const last = Date.parse('2026-11-20T02:00:00Z');
    expect(accessTo(facts, holder(key), rules, last + 90 * DAY - 1)).not.toBeNull();
    expect(accessTo(facts, holder(key), rules, last + 90 * DAY)).toBeNull();
  });
});

describe('what is granted', () => {
  const facts = factsOf(bill, [issued]);
  const granted = (until: number | null): Asker => ({
    ...holder(shipmentKey('s1')),
    granted: [{ shipment: 's1', groups: ['MILESTONES', 'RELEASE'], until }],
  });

  it('shows the groups that were chosen, as far as they can be told alone, until its end', () => {
    expect(seen(facts, granted(null))).toEqual(['MILESTONES']);
    expect(seen(facts, granted(NOW))).toBeNull();
    expect(seen(facts, granted(NOW + 1))).toEqual(['MILESTONES']);
  });

  it('is not had by knowing the id', () => {
    expect(seen(facts, holder(shipmentKey('s1')))).toBeNull();
  });

  it('is no more than the key of an API asks for', () => {
    const facts2 = factsOf(bill, [naming(issued, [consignee])]);
    const asker: Asker = { ...holder(`PARTY:USCC:${usci}`), groups: ['MILESTONES', 'ETA'] };
    expect(seen(facts2, asker)).toEqual(['ETA', 'MILESTONES']);
    expect(seen(facts2, { ...asker, groups: ['ETA'] })).toEqual(['ETA', 'MILESTONES']);
    expect(seen(facts2, { ...asker, groups: [] })).toEqual(['MILESTONES']);
  });
});

it('an operator sees all, nobody nothing', () => {
  const facts = factsOf(bill, [naming(issued, [consignee])]);
  expect(seen(facts, OPERATOR)).toBe('ALL');
  expect(seen(facts, NOBODY)).toBeNull();
});
