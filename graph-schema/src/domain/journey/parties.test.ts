import { describe, expect, it } from 'vitest';
import { factsOf, told } from '../../testing/journey-story.ts';
import { ningbo } from '../../testing/sample-locations.ts';
import { party } from '../claim.ts';
import { standingAt } from '../known/standing-at.ts';
import type { PartyRef } from '../tracking-event.ts';
import type { FactClaim } from './facts.ts';
import { partiesOf } from './parties.ts';

const bill = 'MASTER_BILL:COSU6412345678';
const declaration = 'DECLARATION:310420269999999999';

const naming = (claim: FactClaim, ...parties: PartyRef[]): FactClaim => ({
  ...claim,
  id: `${claim.id} ${JSON.stringify(parties)}`,
  event: { ...claim.event, parties },
});
const issued = (by: Parameters<typeof told>[0], heard: string, ...parties: PartyRef[]) =>
  naming(
    told(by, 'BL_ISSUED', '2026-11-01', ningbo, { paper: bill, heard: `2026-11-${heard}:00Z` }),
    ...parties,
  );
const consignee = (name: string | null, id: PartyRef['id'] = null) => party('CONSIGNEE', { name, id });
const uscc = (code: string) => ({ scheme: 'USCC', code });

/** `CONSIGNEE! Name / other name [USCC 9133…] by carrier, customs`; `!`: somebody names another. */
function shown(...claims: FactClaim[]): string[] {
  return partiesOf(factsOf(bill, claims)).map(({ role, name, otherNames, ids, isDisputed, sayings }) => {
    const names = [name ?? '-', ...otherNames].join(' / ');
    const numbers = ids.map(({ scheme, code }) => ` [${scheme} ${code}]`).join('');
    const by = sayings.map(({ voice }) => voice.source.id).join(', ');
    return `${role}${isDisputed ? '!' : ''} ${names}${numbers} by ${by}`;
  });
}

describe('a party', () => {
  const first = issued('CARRIER', '01T09:00', consignee('Polder Wonen B.V.'));
  const amended = issued('CARRIER', '03T09:00', consignee('Delta Specialchemie B.V.'));

  it('is whom a source named last: who amends a bill takes back whom he named before', () => {
    expect(shown(first)).toEqual(['CONSIGNEE Polder Wonen B.V. by carrier']);
    expect(shown(first, amended)).toEqual(['CONSIGNEE Delta Specialchemie B.V. by carrier']);
    expect(shown(amended, first)).toEqual(shown(first, amended));
  });

  it('told box by box under a bill is whom the bill names since, and what another says of the box stays', () => {
    const atGate = (by: 'CARRIER' | 'TERMINAL', heard: string, name: string) =>
      naming(told(by, 'GATED_IN', '2026-11-02', ningbo, { box: 'CSQU3054383', paper: bill, heard: `2026-11-${heard}:00Z` }), consignee(name));
    const early = atGate('CARRIER', '02T09:00', 'Polder Wonen B.V.');
    expect(shown(early)).toEqual(['CONSIGNEE Polder Wonen B.V. by carrier']);
    expect(shown(early, amended)).toEqual(['CONSIGNEE Delta Specialchemie B.V. by carrier']);
    expect(shown(amended, early)).toEqual(shown(early, amended));
    // What is told of the box later is said beside it.
    const late = atGate('CARRIER', '04T09:00', 'Polder Wonen B.V.');
    expect(shown(amended, late)).toEqual(['CONSIGNEE! Polder Wonen B.V. by carrier', 'CONSIGNEE! Delta Specialchemie B.V. by carrier']);
    const other = atGate('TERMINAL', '02T09:00', 'Polder Wonen B.V.');
    expect(shown(amended, other)).toHaveLength(2);
  }); // prettier-ignore

  it('is the former one again where the later word was taken back', () => {
    const said = [first, amended].map(({ id, event, voices }, index) => ({
      id,
      event,
      said: voices.map((voice) => ({ voice, thread: `bl ${index}`, version: 1, replaces: false })),
    }));
    const taken = { thread: 'bl 1', cancelled: 1, replaced: -1, receivedAt: '2026-11-04T09:00:00Z' };
    const asOf = (at: string) => shown(...standingAt(said, [taken], Date.parse(at)));
    expect(asOf('2026-11-03T12:00:00Z')).toEqual(['CONSIGNEE Delta Specialchemie B.V. by carrier']);
    expect(asOf('2026-11-04T12:00:00Z')).toEqual(['CONSIGNEE Polder Wonen B.V. by carrier']);
  });

  it('is not named anew by who only repeats what he said before', () => {
    const again = { ...first, voices: [...first.voices, ...issued('CARRIER', '05T09:00').voices] };
    expect(shown(again, amended)).toEqual(['CONSIGNEE Delta Specialchemie B.V. by carrier']);
  });

  it('of a bill that was voided is none', () => {
    const voided = told('CARRIER', 'BL_VOIDED', '2026-11-04', ningbo, { paper: bill });
    expect(shown(first, voided)).toEqual([]);
  });

  it('of the bill that replaced a voided one stays', () => {
    const old = 'MASTER_BILL:COSU6412300000';
    const replacing = naming(
      {
        ...first,
        event: {
          ...first.event,
          documents: [...first.event.documents, { scheme: 'MASTER_BILL', number: 'COSU6412300000', issuer: null, declaredAs: null }],
          reason: { scheme: 'REPLACES', code: 'COSU6412300000', text: null },
        },
      },
      consignee('Polder Wonen B.V.'),
    );
    const voided = told('CARRIER', 'BL_VOIDED', '2026-11-04', ningbo, { paper: old });
    const facts = { ...factsOf(bill, [replacing, voided]), documents: [bill, old] as const };
    expect(partiesOf(facts).map(({ name }) => name)).toEqual(['Polder Wonen B.V.']);
  });

  it('of a second declaration stays where the first one was cancelled, though both name the bill', () => {
    const withBill = (claim: FactClaim): FactClaim => ({
      ...claim,
      event: { ...claim.event, documents: [...claim.event.documents, ...first.event.documents] },
    });
    const [one, two] = ['DECLARATION:310420269999999999', 'DECLARATION:310420268888888888'] as const;
    const lodged = (paper: typeof one | typeof two) => withBill(told('CUSTOMS', 'DECL_RECEIVED', '2026-11-02 10:00', ningbo, { paper }));
    const declared = (paper: typeof one | typeof two, name: string) => naming(lodged(paper), party('DECLARANT', { name, id: null }));
    const ended = withBill(told('CUSTOMS', 'DECL_CANCELLED', '2026-11-03 10:00', ningbo, { paper: one }));
    const facts = factsOf(bill, [declared(one, 'First Broker'), declared(two, 'Second Broker'), ended]);
    expect(partiesOf({ ...facts, documents: [bill, one, two] }).map(({ name }) => name)).toEqual(['Second Broker']);
  });

  it('that two sources tell differently is told twice, the last said first, and marked', () => {
    const others = issued('FORWARDER', '02T09:00', consignee('Delta Specialchemie B.V.'));
    expect(shown(first, others)).toEqual([
      'CONSIGNEE! Delta Specialchemie B.V. by forwarder',
      'CONSIGNEE! Polder Wonen B.V. by carrier',
    ]);
  });

  it('that two sources write in two ways is one, with every way', () => {
    const spelled = issued('FORWARDER', '02T09:00', consignee('POLDER WONEN BV'));
    expect(shown(first, spelled)).toEqual(['CONSIGNEE POLDER WONEN BV / Polder Wonen B.V. by forwarder, carrier']);
  });

  it('has its number beside its names, by which a Chinese and a Latin name are one', () => {
    const code = uscc('91330200MA2AGXX017');
    const latin = issued('CARRIER', '01T09:00', consignee('Ningbo Chenghai Coffee Co., Ltd.', code));
    const chinese = issued('CUSTOMS', '02T09:00', consignee('宁波澄海咖啡有限公司', uscc('91330200ma2agxx017')));
    expect(shown(latin, chinese)).toEqual([
      'CONSIGNEE 宁波澄海咖啡有限公司 / Ningbo Chenghai Coffee Co., Ltd. [USCC 91330200MA2AGXX017] by customs, carrier',
    ]);
  });

  it('in Chinese speaks neither for nor against one in Latin letters', () => {
    const chinese = issued('CUSTOMS', '02T09:00', consignee('宁波澄海咖啡有限公司'));
    expect(shown(first, chinese)).toEqual([
      'CONSIGNEE 宁波澄海咖啡有限公司 by customs',
      'CONSIGNEE Polder Wonen B.V. by carrier',
    ]);
  });

  it('with another number of the same register is another, whatever it is called', () => {
    const one = issued('CARRIER', '01T09:00', consignee('宁波澄海咖啡有限公司', uscc('91330200MA2AGXX017')));
    const two = issued('CUSTOMS', '02T09:00', consignee('宁波澄海咖啡有限公司', uscc('91330200MA2AGXX025')));
    expect(shown(one, two)).toEqual([
      'CONSIGNEE! 宁波澄海咖啡有限公司 [USCC 91330200MA2AGXX025] by customs',
      'CONSIGNEE! 宁波澄海咖啡有限公司 [USCC 91330200MA2AGXX017] by carrier',
    ]);
  });

  it('to order is shown as told, and disputes nobody', () => {
    const toOrder = issued('FORWARDER', '02T09:00', consignee('TO ORDER OF ISSUING BANK'));
    expect(shown(first, toOrder)).toEqual([
      'CONSIGNEE TO ORDER OF ISSUING BANK by forwarder',
      'CONSIGNEE Polder Wonen B.V. by carrier',
    ]);
  });

  it('with a code of the sender alone is known by it to nobody else', () => {
    const local = (name: string | null) => consignee(name, { scheme: 'LOCAL', code: '1001' });
    expect(shown(issued('CARRIER', '01T09:00', local('Meridian Trading')), issued('FORWARDER', '02T09:00', local('Halcyon Trading')))).toEqual([
      'CONSIGNEE! Halcyon Trading [LOCAL 1001] by forwarder',
      'CONSIGNEE! Meridian Trading [LOCAL 1001] by carrier',
    ]);
  });

  it('that only a number names has no name', () => {
    expect(shown(issued('CARRIER', '01T09:00', party('CARRIER', { id: { scheme: 'SCAC', code: 'COSU' } })))).toEqual([
      'CARRIER - [SCAC COSU] by carrier',
    ]);
  });

  it('may be one of several of its role, and each paper has a declarant of its own', () => {
    const notify = (name: string) => party('NOTIFY', { name });
    const declared = (heard: string, name: string, paper: typeof declaration | `TRANSIT:${string}`) =>
      naming(told('CUSTOMS', 'DECL_SUBMITTED', '2026-11-05', ningbo, { paper, heard: `2026-11-${heard}:00Z` }), party('DECLARANT', { name }));
    const both = issued('CARRIER', '01T09:00', notify('Meridian'), notify('Halcyon'));
    const one = issued('FORWARDER', '02T09:00', notify('Halcyon'));
    expect(shown(both, one)).toEqual(['NOTIFY Halcyon by forwarder, carrier', 'NOTIFY Meridian by carrier']);
    const facts = factsOf(bill, [declared('05T09:00', 'Meridian', declaration), declared('06T09:00', 'Halcyon', 'TRANSIT:3104202600000001')]);
    const documents = [bill, declaration, 'TRANSIT:3104202600000001'] as const;
    const tied = facts.claims.map((claim) => ({ ...claim, event: { ...claim.event, documents: [...claim.event.documents, { scheme: 'MASTER_BILL' as const, number: 'COSU6412345678', issuer: null, declaredAs: null }] } }));
    expect(partiesOf({ ...facts, documents, claims: tied }).map(({ name, isDisputed }) => [name, isDisputed])).toEqual([['Halcyon', false], ['Meridian', false]]);
  });
}); // prettier-ignore

it('a house has its own parties, and its master has neither these nor gives it his', () => {
  const house = 'HOUSE_BILL:NBHX0001';
  const ofMaster = issued('CARRIER', '01T09:00', consignee('The forwarder'));
  const own = naming(told('FORWARDER', 'BL_ISSUED', '2026-11-01', ningbo, { paper: house }), consignee('The trader'));
  const both = { ...own, event: { ...own.event, documents: [...own.event.documents, ...ofMaster.event.documents] } };
  const names = (facts: Parameters<typeof partiesOf>[0]) => partiesOf(facts).map(({ name }) => name);
  expect(names({ ...factsOf(house, [ofMaster, both]), master: bill, documents: [house, bill] })).toEqual(['The trader']);
  expect(names({ ...factsOf(bill, [ofMaster, both]), houses: [house] })).toEqual(['The forwarder']);
}); // prettier-ignore
