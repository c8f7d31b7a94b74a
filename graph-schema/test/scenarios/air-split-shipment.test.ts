import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../src/domain/journey/derive-journey.ts';
import { factsOf, told } from '../../src/testing/journey-story.ts';
import { luxembourgAirport } from '../../src/testing/sample-locations.ts';
import { showLegs, showLine, showState } from '../../src/testing/show-journey.ts';
import { all, awb, story } from './stories/air-split-shipment.ts';

function asOf(instant: string, facts = story) {
  const heard = facts.filter((c) =>
    c.voices.some((voice) => voice.receivedAt <= new Date(instant).toISOString()),
  );
  return deriveJourney(factsOf(awb, heard), Date.parse(instant));
}

function pieces(instant: string, facts = story): string {
  const progress = asOf(instant, facts).pieces;
  return (progress?.atPlace ?? [])
    .map((at) => `${at.code} ${at.place.unLocode} ${at.pieces}/${progress?.total}`)
    .join(', ');
}

describe('an air consignment in two parts', () => {
  it('counts the pieces that have reached each status; the parts add up to the whole', () => {
    expect(pieces('2026-11-20T00:00:00Z')).toMatchInlineSnapshot(
      `"RECEIVED CNCGO 10/10, MANIFESTED CNCGO 6/10"`,
    );
    expect(pieces('2026-11-20T20:00:00Z')).toMatchInlineSnapshot(
      `"RECEIVED CNCGO 10/10, MANIFESTED CNCGO 10/10, DEPARTED CNCGO 6/10, ARRIVED LULUX 6/10, CHECKED_IN LULUX 6/10"`,
    );
    expect(pieces('2026-11-23T00:00:00Z')).toMatchInlineSnapshot(
      `"RECEIVED CNCGO 10/10, MANIFESTED CNCGO 10/10, DEPARTED CNCGO 10/10, ARRIVED LULUX 10/10, CHECKED_IN LULUX 10/10, NOTIFIED LULUX 10/10, DELIVERED LULUX 10/10"`,
    );
  });

  it('does not count the same pieces again when the whole is told after its parts', () => {
    const whole = told('AIRLINE', 'ARRIVED', '2026-11-21 13:00', luxembourgAirport, {
      pieces: all,
      paper: awb,
    });
    expect(pieces('2026-11-23T00:00:00Z', [...story, whole])).toContain('ARRIVED LULUX 10/10');
  });

  it('keeps the two flights apart, and is under way while one part is', () => {
    expect(showLegs(asOf('2026-11-21T09:00:00Z').legs)).toMatchInlineSnapshot(`
      "AIR DONE CNCGO 11-20 10:55 → LULUX 11-20 15:31 CV9735
      AIR UNDERWAY CNCGO 11-21 07:58 → LULUX ~11-21 12:28 CV9737"
    `);
    const states = ['2026-11-19T12:00:00Z', '2026-11-20T08:00:00Z', '2026-11-20T20:00:00Z', '2026-11-21T09:00:00Z', '2026-11-21T13:30:00Z', '2026-11-23T00:00:00Z'].map((instant) => showState(asOf(instant))); // prettier-ignore
    expect(states.join('\n')).toMatchInlineSnapshot(`
      "AT_ORIGIN at CNCGO | next DEPARTED CNCGO USUAL_ORDER
      IN_TRANSIT aboard CV9735 | next ARRIVED USUAL_ORDER
      IN_TRANSIT | next NOTIFIED LULUX USUAL_ORDER
      IN_TRANSIT aboard CV9737 | next ARRIVED LULUX 11-21 12:28 ESTIMATED | ETA LULUX 11-21 12:28 ESTIMATED
      AT_DESTINATION at LULUX | next NOTIFIED LULUX USUAL_ORDER
      DELIVERED at LULUX"
    `);
  });

  it('tells each part as a line of its own', () => {
    expect(showLine(asOf('2026-11-23T00:00:00Z').logistics)).toMatchInlineSnapshot(`
      "11-16 CNCGO BOOKED 10/10 CV9735
      11-19 19:07 CNCGO RECEIVED 10/10
      11-20 CNCGO MANIFESTED 6/10 CV9735
      11-20 08:07 CNCGO DISCREPANCY 4/10
      11-20 10:55 CNCGO DEPARTED 6/10 CV9735
      11-20 15:31 LULUX ARRIVED 6/10 CV9735
      11-21 CNCGO MANIFESTED 4/10 CV9737
      11-20 18:07 LULUX CHECKED_IN 6/10 CV9735
      11-21 07:58 CNCGO DEPARTED 4/10 CV9737
      11-21 12:40 LULUX ARRIVED 4/10 CV9737
      11-21 14:00 LULUX CHECKED_IN 4/10 CV9737
      11-21 15:00 LULUX NOTIFIED 10/10
      11-22 01:00 LULUX DELIVERED 10/10"
    `);
  });
});
