import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../../src/domain/journey/derive-journey.ts';
import { isDerived, type FactClaim } from '../../../src/domain/journey/facts.ts';
import { getJourneyRules } from '../../../src/reference/journey-rules.ts';
import { factsOf, ship, told } from '../../../src/testing/journey-story.ts';
import { ningbo, singapore } from '../../../src/testing/sample-locations.ts';
import { showLine, showState } from '../../../src/testing/show-journey.ts';

const bill = 'MASTER_BILL:COSU6400000017';
const box = 'CSQU3054383';
const kapok = ship('KAPOK', '114S', '9074729');
const loaded = told('TERMINAL', 'LOADED', '2026-10-05 09:00', ningbo, { box, load: 'FULL', on: kapok, paper: bill }); // prettier-ignore
const of = (kind: 'INTERNAL' | 'TERMINAL' | 'CARRIER', code: FactClaim['event']['code'], when: string) =>
  told(kind, code, when, singapore, { on: kapok, inherited: true });

const journey = (...claims: FactClaim[]) =>
  deriveJourney(
    factsOf(bill, [loaded, ...claims]),
    Date.parse('2026-10-12T00:00:00Z'),
    getJourneyRules(Infinity),
  );
const line = (...claims: FactClaim[]) =>
  showLine(journey(...claims).logistics.filter(({ code }) => code !== 'LOADED'));

describe('what this service derives from positions', () => {
  const derived = of('INTERNAL', 'BERTHED', '2026-10-11 04:15');

  it('stands where nobody says anything', () => {
    expect(line(derived)).toBe('10-11 04:15 SGSIN BERTHED KAPOK 114S (inherited) (derived)');
    expect(journey(derived).logistics.flatMap(({ claims }) => claims.map(isDerived))).toContain(true);
  });

  it('yields to whoever says so, and contradicts nobody however far off it is', () => {
    const terminal = of('TERMINAL', 'BERTHED', '2026-10-11 09:40');
    expect(line(derived, terminal)).toBe(
      '10-11 09:40 SGSIN BERTHED KAPOK 114S (inherited) by TERMINAL, INTERNAL',
    );
    const carrier = of('CARRIER', 'BERTHED', '2026-10-11 15:00');
    expect(line(derived, terminal, carrier)).toMatch(
      /^10-11 09:40 .* by TERMINAL, CARRIER, INTERNAL DISAGREE$/,
    );
  });

  it('brings the cargo where its plan ends, though only the ship was seen', () => {
    const planned = told('CARRIER', 'ARRIVED', '2026-10-10 09:00', singapore, { on: kapok, paper: bill, classifier: 'PLANNED' }); // prettier-ignore
    const arrived = of('INTERNAL', 'ARRIVED', '2026-10-11 03:15');
    expect(showState(journey(planned, arrived, derived))).toBe(
      'AT_DESTINATION at SGSIN | next DISCHARGED SGSIN USUAL_ORDER',
    );
  });

  it('ends no carriage: a ship that lies in the roads has brought nothing yet', () => {
    const anchored = of('INTERNAL', 'ANCHORED', '2026-10-11 04:15');
    const arrived = of('INTERNAL', 'ARRIVED', '2026-10-11 03:15');
    expect(showState(journey(arrived, anchored))).toMatch(/^IN_TRANSIT/);
  });
});
