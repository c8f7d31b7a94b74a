import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../src/domain/journey/facts.ts';
import { factsOf, ship, told } from '../../src/testing/journey-story.ts';
import { ningbo, rotterdam } from '../../src/testing/sample-locations.ts';
import { showState } from '../../src/testing/show-journey.ts';

// One box, two trips for two owners; which claim is of which trip is decided before (cycle-cut.test.ts).
const box = 'CBHU9051171';
const out = ship('HORIZON', '008W', '9321483');
const back = ship('AURORA', '017E', '9074729');
const trip = (number: number, load: 'EMPTY' | 'FULL') => ({ box, trip: number, load }) as const;

const firstTrip: FactClaim[] = [
  told('TERMINAL', 'GATED_OUT', '2026-08-06 10:10', ningbo, trip(1, 'EMPTY')),
  told('TERMINAL', 'LOADED', '2026-08-12 03:26', ningbo, { ...trip(1, 'FULL'), on: out }),
  told('TERMINAL', 'DISCHARGED', '2026-09-12 21:45', rotterdam, { ...trip(1, 'FULL'), on: out }),
  told('TERMINAL', 'GATED_OUT', '2026-09-16 09:14', rotterdam, trip(1, 'FULL')),
  told('TERMINAL', 'GATED_IN', '2026-09-20 11:40', rotterdam, trip(1, 'EMPTY')),
];
const secondTrip: FactClaim[] = [
  told('TERMINAL', 'GATED_OUT', '2026-11-03 08:20', rotterdam, trip(2, 'EMPTY')),
  told('TERMINAL', 'LOADED', '2026-11-09 05:48', rotterdam, { ...trip(2, 'FULL'), on: back }),
  told('CARRIER', 'DEPARTED', '2026-11-09 18:00', rotterdam, { on: back }),
];
const now = Date.parse('2026-11-21T09:00:00Z');

describe('one box on two trips', () => {
  it('is completed for one owner while it is at sea for the other', () => {
    const first = deriveJourney(factsOf('MASTER_BILL:COSU6400000041', firstTrip), now);
    const second = deriveJourney(factsOf('MASTER_BILL:COSU6400000058', secondTrip), now);
    expect([showState(first), showState(second)].join('\n')).toMatchInlineSnapshot(`
      "COMPLETED at NLRTM
      IN_TRANSIT aboard AURORA 017E | next ARRIVED USUAL_ORDER"
    `);
  });

  it('shows both uses of the box apart where one shipment has both: the same place and load are not one happening', () => {
    const both = deriveJourney(factsOf('BOOKING:8200000041', [...firstTrip, ...secondTrip]), now);
    expect(both.containers.map((c) => `${c.reference} ${c.phase} ${c.steps.length} steps`)).toEqual([
      `${box} COMPLETED 5 steps`,
      `${box} IN_TRANSIT 2 steps`,
    ]);
  });
});
