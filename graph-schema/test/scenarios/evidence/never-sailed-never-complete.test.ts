import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../../src/domain/journey/derive-journey.ts';
import { factsOf, told } from '../../../src/testing/journey-story.ts';
import { ningbo } from '../../../src/testing/sample-locations.ts';
import { showState } from '../../../src/testing/show-journey.ts';

const bill = 'MASTER_BILL:COSU6400000017';
const box = 'CSQU3054383';

describe('a box that came full to the port, was taken back and returned empty', () => {
  const story = [
    told('TERMINAL', 'GATED_OUT', '2026-10-20 09:00', ningbo, { box, load: 'EMPTY', paper: bill }),
    told('TERMINAL', 'GATED_IN', '2026-10-23 14:05', ningbo, { box, load: 'FULL', paper: bill }),
    told('TERMINAL', 'GATED_OUT', '2026-10-25 14:05', ningbo, { box, load: 'FULL', paper: bill }),
    told('TERMINAL', 'GATED_IN', '2026-10-26 14:05', ningbo, { box, load: 'EMPTY', paper: bill }),
  ];

  it('has not sailed, is not complete, and nobody knows what comes next', () => {
    const journey = deriveJourney(factsOf(bill, story), Date.parse('2026-10-28T00:00:00Z'));
    expect(showState(journey)).toBe('AT_ORIGIN at CNNBO');
    expect(journey.next).toBeNull();
    expect(journey.containers.map((c) => c.phase)).toEqual(['AT_ORIGIN']);
  });
});
