import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../src/domain/journey/derive-journey.ts';
import { getJourneyRules } from '../../src/reference/journey-rules.ts';
import { factsOf } from '../../src/testing/journey-story.ts';
import { showLegs, showLine, showState } from '../../src/testing/show-journey.ts';
import { bill, story } from './stories/customs-transit.ts';

function asOf(instant: string) {
  const heard = story.filter((c) =>
    c.voices.some((voice) => voice.receivedAt <= new Date(instant).toISOString()),
  );
  return deriveJourney(factsOf(bill, heard), Date.parse(instant), getJourneyRules(Infinity));
}

describe('a box in customs transit', () => {
  it('is released at the port by its transit and at the destination by its declaration; neither stands for the other', () => {
    const states = [
      '2026-11-18T23:00:00Z',
      '2026-11-19T16:30:00Z',
      '2026-11-21T00:00:00Z',
      '2026-11-24T12:00:00Z',
      '2026-11-25T04:00:00Z',
      '2026-11-26T12:00:00Z',
    ].map((instant) => `${instant.slice(5, 10)} ${showState(asOf(instant))}`);
    expect(states.join('\n')).toMatchInlineSnapshot(`
      "11-18 AT_DESTINATION at CNSGH/YSGD | next GATED_OUT CNSGH/YSGD USUAL_ORDER
      11-19 ON_CARRIAGE at CNSGH/YSGD | next DELIVERED USUAL_ORDER
      11-21 ON_CARRIAGE aboard X8712 | next ARRIVED CUSTOMS:7902 USUAL_ORDER
      11-24 ON_CARRIAGE aboard X8712 | next ARRIVED CUSTOMS:7902 USUAL_ORDER | blocked by TRANSIT_OVERDUE
      11-25 AT_DESTINATION at CUSTOMS:7902 | next GATED_OUT CUSTOMS:7902 USUAL_ORDER | blocked by DECL_SELECTED
      11-26 AT_DESTINATION at CUSTOMS:7902 | next GATED_OUT CUSTOMS:7902 USUAL_ORDER"
    `);
  });

  it('keeps the papers apart on their own line', () => {
    expect(showLine(asOf('2026-11-27T00:00:00Z').documents)).toMatchInlineSnapshot(`
      "11-17 09:40 CUSTOMS:2202 TRANSIT_DECLARED TRANSIT:2202202600000017
      11-18 14:20 CUSTOMS:2202 TRANSIT_RELEASED TRANSIT:2202202600000017
      11-24 09:00 CUSTOMS:2202 TRANSIT_OVERDUE TRANSIT:2202202600000017
      11-25 09:00 CUSTOMS:7902 TRANSIT_ARRIVED TRANSIT:2202202600000017
      11-25 11:00 CUSTOMS:7902 DECL_SELECTED DECLARATION:790220261000000019
      11-26 11:00 CUSTOMS:7902 DECL_RELEASED DECLARATION:790220261000000019"
    `);
  });

  it('went by road between the quay and the train, from gate to gate', () => {
    expect(showLegs(asOf('2026-11-21T00:00:00Z').legs)).toMatchInlineSnapshot(`
      "VESSEL DONE BRSSZ 10-13 22:15 → CNSGH/YSGD 11-16 07:40 SAKURA 228W
      TRUCK DONE CNSGH/YSGD 11-20 00:07 → RAIL:XAP 11-20 01:07
      RAIL UNDERWAY RAIL:XAP 11-20 11:07 → CUSTOMS:7902 X8712"
    `);
  });
});
