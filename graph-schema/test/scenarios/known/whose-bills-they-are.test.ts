import { expect, it } from 'vitest';
import { tell } from '../../stories/telling.ts';
import { concludeAll } from '../../../src/domain/known/conclude-all.ts';
import { standingAt } from '../../../src/domain/known/standing-at.ts';
import type { IdentifierKey } from '../../../src/domain/identifier.ts';
import { ownPapers } from '../../../src/domain/access/bearing.ts';

const [bill, air, house, sister] = ['MASTER_BILL:COSU6400000017', 'AWB:17612345675', 'HOUSE_BILL:SHFW260701', 'HOUSE_BILL:SHFW260702'] as const; // prettier-ignore

function ownOf(anchor: IdentifierKey, text: string): string[] {
  const { claims, retractions } = tell(text);
  const { shipments } = concludeAll(standingAt(claims, retractions, Date.parse('2027-01-01T00:00:00Z')));
  const facts = shipments.find((one) => one.anchor === anchor);
  return facts ? [...ownPapers(facts)].sort() : [];
}

it('a cargo by sea and by air has both bills for its own, though a house is named with the one', () => {
  const told = `
    CARRIER 2026-07-02 10:00 CNNBO BL_ISSUED ${bill} ${air}
    FORWARDER 2026-07-02 11:00 CNNBO BL_ISSUED ${house} ${bill}`;
  expect(ownOf(air, told)).toEqual([air, bill]);
  expect(ownOf(house, told)).toEqual([house]);
});

it('a house that goes by both masters owns neither', () => {
  const told = `
    FORWARDER 2026-07-02 11:00 CNNBO BL_ISSUED ${house} ${bill}
    FORWARDER 2026-07-02 11:30 CNNBO BL_ISSUED ${sister} ${bill}
    FORWARDER 2026-07-22 11:00 AEDXB BL_ISSUED ${house} ${air}`;
  expect(ownOf(house, told)).toEqual([house]);
});
