import { expect, it } from 'vitest';
import { factsOf, told } from '../../testing/journey-story.ts';
import { at, ningbo } from '../../testing/sample-locations.ts';
import { container } from '../claim.ts';
import { deriveJourney } from './derive-journey.ts';
import type { FactClaim } from './facts.ts';

const bill = 'MASTER_BILL:COSU6412345678';
const box = 'CBHU4185502';

function sealsTold(...claims: FactClaim[]): readonly string[] | undefined {
  return deriveJourney(factsOf(bill, claims), Date.parse('2026-11-10T00:00:00Z')).containers[0]?.seals;
}

it('a box has the seals that its moves told last, and without any those of the paper that was heard last', () => {
  const gate = told('TERMINAL', 'GATED_IN', '2026-11-02 10:00', at(ningbo, 'BLCT3'), { box, paper: bill });
  const listing = (heard: string, seal: string) => {
    const issued = told('CARRIER', 'BL_ISSUED', '2026-11-01', ningbo, { paper: bill, heard });
    return { ...issued, id: seal, event: { ...issued.event, contents: [container(box, { seals: [seal] })] } };
  };
  const papers = [listing('2026-11-03T00:00:00Z', 'B2'), listing('2026-11-01T00:00:00Z', 'A1')];
  expect(sealsTold(gate)).toEqual([]);
  expect(sealsTold(gate, ...papers)).toEqual(['B2']);
  const sealed = { ...gate, event: { ...gate.event, equipment: container(box, { seals: ['C3'] }) } };
  expect(sealsTold(sealed, ...papers)).toEqual(['C3']);
});
