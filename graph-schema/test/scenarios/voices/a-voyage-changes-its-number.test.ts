import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { getJourneyRules } from '../../../src/reference/journey-rules.ts';
import { factsOf, ship, told } from '../../../src/testing/journey-story.ts';
import { ningbo, rotterdam, singapore } from '../../../src/testing/sample-locations.ts';
import { showJourney, showLegs } from '../../../src/testing/show-journey.ts';
import { bill, box, full } from '../stories/first-call.ts';

// One ship: 037W outward, 038E homeward from a port on the way, with the box aboard.
const [out, home] = [ship('MERIDIAN', '037W', '9321483'), ship('MERIDIAN', '038E', '9321483')];
const loaded = told('TERMINAL', 'LOADED', '2026-10-25 22:48', ningbo, { ...full, on: out });
const left = told('CARRIER', 'DEPARTED', '2026-10-26 06:30', ningbo, { paper: bill, on: out });
const off = (on = home) => told('TERMINAL', 'DISCHARGED', '2026-11-20 10:00', rotterdam, { ...full, on });
const due = told('CARRIER', 'ARRIVED', '2026-11-20 04:00', rotterdam, { paper: bill, on: home, classifier: 'ESTIMATED', heard: '2026-11-01T00:00:00Z' }); // prettier-ignore

const derive = (now: string, ...claims: readonly FactClaim[]) =>
  deriveJourney(factsOf(bill, claims), Date.parse(now), getJourneyRules(Infinity));
const legs = (...claims: readonly FactClaim[]) => showLegs(derive('2026-11-21T00:00:00Z', ...claims).legs);

describe('a box that went aboard on one voyage number and came off on another', () => {
  it('made one voyage, which is done', () => {
    expect(showJourney(derive('2026-11-21T00:00:00Z', loaded, left, due, off()))).toMatchInlineSnapshot(`
      "AT_DESTINATION at NLRTM | next GATED_OUT NLRTM USUAL_ORDER | ON_ROUTE
        10-25 22:48 CNNBO LOADED FULL CSQU3054383 MERIDIAN 037W
        10-26 06:30 CNNBO DEPARTED MERIDIAN 037W
        ~ 11-20 04:00 NLRTM ARRIVED MERIDIAN 038E
        11-20 10:00 NLRTM DISCHARGED FULL CSQU3054383 MERIDIAN 038E
      > VESSEL DONE CNNBO 10-26 06:30 → NLRTM 11-20 10:00 MERIDIAN 037W
      CSQU3054383 AT_DESTINATION"
    `);
  });

  it('is expected where the ship is, on its new number', () => {
    expect(showJourney(derive('2026-11-10T00:00:00Z', loaded, left, due))).toMatchInlineSnapshot(`
      "IN_TRANSIT aboard MERIDIAN 037W | next ARRIVED NLRTM 11-20 04:00 ESTIMATED | ETA NLRTM 11-20 04:00 ESTIMATED | ON_ROUTE
        10-25 22:48 CNNBO LOADED FULL CSQU3054383 MERIDIAN 037W
        10-26 06:30 CNNBO DEPARTED MERIDIAN 037W
        ~ 11-20 04:00 NLRTM ARRIVED MERIDIAN 038E
      > VESSEL UNDERWAY CNNBO 10-26 06:30 → NLRTM ~11-20 04:00 MERIDIAN 037W
      CSQU3054383 IN_TRANSIT"
    `);
  });

  it('is known by the name of the ship where its IMO number is left out', () => {
    expect(legs(loaded, left, off(ship('MERIDIAN', '038E')))).toBe(legs(loaded, left, off()));
  });

  it('went by two ships where their IMO numbers differ, though their names do not', () => {
    expect(legs(loaded, left, off(ship('MERIDIAN', '038E', '9074729'))).split('\n').length).toBeGreaterThan(
      1,
    );
  });

  it('made two voyages where it went aboard twice', () => {
    const hub = [
      told('TERMINAL', 'DISCHARGED', '2026-11-01 10:00', singapore, { ...full, on: out }),
      told('TERMINAL', 'LOADED', '2026-11-03 10:00', singapore, { ...full, on: home }),
    ];
    expect(legs(loaded, left, ...hub, off())).toMatchInlineSnapshot(`
      "VESSEL DONE CNNBO 10-26 06:30 → SGSIN 11-01 10:00 MERIDIAN 037W
      VESSEL DONE SGSIN 11-03 10:00 → NLRTM 11-20 10:00 MERIDIAN 038E"
    `);
  });

  it('leaves another box of the bill on the voyage that it went aboard', () => {
    const other = told('TERMINAL', 'LOADED', '2026-11-19 10:00', singapore, { ...full, box: 'CBHU6142088', on: home }); // prettier-ignore
    const journey = derive('2026-11-21T00:00:00Z', loaded, left, other, off());
    expect(journey.containers.find((c) => c.reference === box)?.phase).not.toBe('IN_TRANSIT');
  });
});
