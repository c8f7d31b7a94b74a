import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../src/domain/journey/derive-journey.ts';
import { factsOf } from '../../src/testing/journey-story.ts';
import { showLegs, showState } from '../../src/testing/show-journey.ts';
import { bill, story } from './stories/rail-and-sea.ts';

function asOf(instant: string) {
  const heard = story.filter((c) =>
    c.voices.some((voice) => voice.receivedAt <= new Date(instant).toISOString()),
  );
  return deriveJourney(factsOf(bill, heard), Date.parse(instant));
}

describe('rail, sea and rail under one bill', () => {
  it('knows carriage before and after the sea from the sea itself', () => {
    const states = [
      '2026-10-18T08:00:00Z',
      '2026-10-22T00:00:00Z',
      '2026-10-24T00:00:00Z',
      '2026-11-01T00:00:00Z',
      '2026-11-30T03:00:00Z',
      '2026-12-01T13:00:00Z',
      '2026-12-02T00:00:00Z',
    ].map((instant) => `${instant.slice(5, 10)} ${showState(asOf(instant))}`);
    expect(states.join('\n')).toMatchInlineSnapshot(`
      "10-18 PRE_CARRIAGE at CNCKG/CKGD1 | next GATED_IN USUAL_ORDER
      10-22 IN_TRANSIT aboard X9563 | next ARRIVED CNQZH USUAL_ORDER
      10-24 AT_ORIGIN at CNQZH/QZT | next LOADED CNQZH/QZT USUAL_ORDER
      11-01 IN_TRANSIT aboard MERIDIAN 012W | next ARRIVED USUAL_ORDER
      11-30 AT_DESTINATION at NLRTM | next GATED_OUT NLRTM USUAL_ORDER
      12-01 ON_CARRIAGE aboard 41370 | next ARRIVED RAIL:DUI USUAL_ORDER
      12-02 AT_DESTINATION at RAIL:DUI | next GATED_OUT RAIL:DUI USUAL_ORDER"
    `);
  });

  it('is one chain of legs', () => {
    expect(showLegs(asOf('2026-12-02T00:00:00Z').legs)).toMatchInlineSnapshot(`
      "RAIL DONE RAIL:XAP 10-21 06:10 → CNQZH 10-23 13:20 X9563
      VESSEL DONE CNQZH/QZT 10-26 06:30 → NLRTM 11-29 14:20 MERIDIAN 012W
      RAIL DONE NLRTM 12-01 12:00 → RAIL:DUI 12-01 21:00 41370"
    `);
  });
});
