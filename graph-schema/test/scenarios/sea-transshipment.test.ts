import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../src/domain/journey/derive-journey.ts';
import { factsOf } from '../../src/testing/journey-story.ts';
import { showLegs, showLine, showState } from '../../src/testing/show-journey.ts';
import { bill, story } from './stories/sea-transshipment.ts';

/** The journey as it read at an instant: what had been heard by then. */
function asOf(instant: string) {
  const heard = story.filter((c) =>
    c.voices.some((voice) => voice.receivedAt <= new Date(instant).toISOString()),
  );
  return deriveJourney(factsOf(bill, heard), Date.parse(instant));
}

describe('by feeder and mother vessel', () => {
  it('moves through the phases as the world tells of it, and always says what comes next', () => {
    const states = [
      '2026-10-02T00:00:00Z',
      '2026-10-20T02:00:00Z',
      '2026-10-24T00:00:00Z',
      '2026-10-25T16:00:00Z',
      '2026-10-27T00:00:00Z',
      '2026-11-01T00:00:00Z',
      '2026-11-08T00:00:00Z',
      '2026-11-20T00:00:00Z',
      '2026-11-29T14:00:00Z',
      '2026-12-01T00:00:00Z',
      '2026-12-02T08:00:00Z',
      '2026-12-03T00:00:00Z',
      '2026-12-06T00:00:00Z',
    ].map((instant) => showState(asOf(instant)));
    expect(states.join('\n')).toMatchInlineSnapshot(`
      "BOOKED | next DEPARTED CNNBO 10-26 06:00 PLANNED | ETA NLRTM 11-29 10:00 PLANNED 0 min late
      PRE_CARRIAGE at CNNBO | next DEPARTED CNNBO 10-26 06:00 PLANNED | ETA NLRTM 11-29 10:00 PLANNED 0 min late
      AT_ORIGIN at CNNBO/BLCT3 | next DEPARTED CNNBO 10-26 06:00 PLANNED | ETA NLRTM 11-29 10:00 PLANNED 0 min late
      AT_ORIGIN at CNNBO/BLCT3 | next DEPARTED CNNBO 10-26 06:00 PLANNED | ETA NLRTM 11-29 10:00 PLANNED 0 min late
      IN_TRANSIT aboard KAPOK 114S | next ARRIVED SGSIN 10-30 09:00 PLANNED | ETA NLRTM 11-29 10:00 PLANNED 0 min late
      AT_TRANSSHIPMENT at SGSIN | next DEPARTED SGSIN 11-07 17:00 PLANNED | ETA NLRTM 11-29 10:00 PLANNED 0 min late
      IN_TRANSIT aboard MERIDIAN 012W | next ARRIVED NLRTM 11-29 10:00 PLANNED | ETA NLRTM 11-29 10:00 PLANNED 0 min late
      IN_TRANSIT aboard MERIDIAN 012W | next ARRIVED NLRTM 11-29 13:00 ESTIMATED | ETA NLRTM 11-29 13:00 ESTIMATED 180 min late
      AT_DESTINATION at NLRTM | next DISCHARGED NLRTM USUAL_ORDER
      AT_DESTINATION at NLRTM | next GATED_OUT NLRTM USUAL_ORDER
      ON_CARRIAGE at NLRTM | next DELIVERED USUAL_ORDER
      DELIVERED at NLRTM | next GATED_IN USUAL_ORDER
      COMPLETED at NLRTM"
    `);
  });

  it('has one leg a ship, though the terminal knows the ship by name and the carrier by number', () => {
    expect(showLegs(asOf('2026-10-02T00:00:00Z').legs)).toMatchInlineSnapshot(`
      "VESSEL PLANNED CNNBO ?10-26 06:00 → SGSIN ?10-30 09:00 KAPOK 114S
      VESSEL PLANNED SGSIN ?11-07 17:00 → NLRTM ?11-29 10:00 MERIDIAN 012W"
    `);
    expect(showLegs(asOf('2026-11-20T00:00:00Z').legs)).toMatchInlineSnapshot(`
      "VESSEL DONE CNNBO/BLCT3 10-26 06:30 → SGSIN 10-30 09:10 KAPOK 114S
      VESSEL UNDERWAY SGSIN 11-07 17:07 → NLRTM ~11-29 13:00 MERIDIAN 012W"
    `);
    expect(showLegs(asOf('2026-12-06T00:00:00Z').legs)).toMatchInlineSnapshot(`
      "VESSEL DONE CNNBO/BLCT3 10-26 06:30 → SGSIN 10-30 09:10 KAPOK 114S
      VESSEL DONE SGSIN 11-07 17:07 → NLRTM 11-29 14:20 MERIDIAN 012W"
    `);
  });

  it('draws the boxes that did the same as one line', () => {
    expect(showLine(asOf('2026-12-06T00:00:00Z').logistics)).toMatchInlineSnapshot(`
      "10-20 09:00 CNNBO GATED_OUT EMPTY CBHU6142088+CSQU3054383
      10-23 14:05 CNNBO/BLCT3 GATED_IN FULL CBHU6142088+CSQU3054383
      10-25 22:48 CNNBO/BLCT3 LOADED FULL CBHU6142088+CSQU3054383 KAPOK 114S
      10-26 06:30 CNNBO DEPARTED KAPOK 114S
      10-30 09:10 SGSIN ARRIVED KAPOK 114S
      10-30 18:10 SGSIN DISCHARGED FULL CBHU6142088+CSQU3054383 KAPOK 114S
      11-07 07:00 SGSIN LOADED FULL CBHU6142088+CSQU3054383 MERIDIAN 012W
      11-07 17:07 SGSIN DEPARTED MERIDIAN 012W
      11-29 14:20 NLRTM ARRIVED MERIDIAN 012W
      11-30 03:00 NLRTM DISCHARGED FULL CBHU6142088+CSQU3054383 MERIDIAN 012W
      12-02 08:00 NLRTM GATED_OUT FULL CBHU6142088+CSQU3054383
      12-02 13:00 NLRTM DELIVERED FULL CBHU6142088+CSQU3054383
      12-05 11:00 NLRTM GATED_IN EMPTY CBHU6142088+CSQU3054383"
    `);
  });

  it('names the first announced time that passes as the moment to look again', () => {
    expect(new Date(asOf('2026-11-20T00:00:00Z').changesAt ?? 0).toISOString()).toBe(
      '2026-11-29T12:00:00.000Z',
    );
    expect(asOf('2026-12-06T00:00:00Z').changesAt).toBeNull();
  });
});
