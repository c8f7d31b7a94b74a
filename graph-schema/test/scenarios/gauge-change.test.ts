import { describe, expect, it } from 'vitest';
import { deriveJourney } from '../../src/domain/journey/derive-journey.ts';
import { factsOf } from '../../src/testing/journey-story.ts';
import { showLegs, showLine, showState } from '../../src/testing/show-journey.ts';
import { note, story } from './stories/gauge-change.ts';

function asOf(instant: string) {
  const heard = story.filter((c) =>
    c.voices.some((voice) => voice.receivedAt <= new Date(instant).toISOString()),
  );
  return deriveJourney(factsOf(note, heard), Date.parse(instant));
}

describe('a train that changes its gauge twice', () => {
  it('is on one train after the other; the note names Duisburg for all of them', () => {
    const states = [
      '2026-11-10T00:00:00Z',
      '2026-11-13T00:00:00Z',
      '2026-11-17T00:00:00Z',
      '2026-11-18T00:00:00Z',
      '2026-11-25T00:00:00Z',
      '2026-11-26T09:00:00Z',
      '2026-11-28T00:00:00Z',
    ].map((instant) => showState(asOf(instant)));
    expect(states.join('\n')).toMatchInlineSnapshot(`
      "AT_ORIGIN at RAIL:XAP | next LOADED RAIL:XAP USUAL_ORDER
      IN_TRANSIT aboard X8157 | next ARRIVED RAIL:DUI USUAL_ORDER
      AT_TRANSSHIPMENT at RAIL:ATK | next DEPARTED RAIL:ATK USUAL_ORDER
      IN_TRANSIT aboard 1418 | next ARRIVED RAIL:DUI USUAL_ORDER
      IN_TRANSIT aboard 43206 | next ARRIVED RAIL:DUI 11-26 04:00 ESTIMATED | ETA RAIL:DUI 11-26 04:00 ESTIMATED
      AT_DESTINATION at RAIL:DUI | next GATED_OUT RAIL:DUI USUAL_ORDER
      DELIVERED at RAIL:DUI | next GATED_IN USUAL_ORDER"
    `);
  });

  it('has a leg for each train, ended where the next begins', () => {
    expect(showLegs(asOf('2026-11-13T00:00:00Z').legs)).toMatchInlineSnapshot(
      `"RAIL UNDERWAY RAIL:XAP 11-12 13:40 → RAIL:DUI X8157"`,
    );
    expect(showLegs(asOf('2026-11-18T00:00:00Z').legs)).toMatchInlineSnapshot(`
      "RAIL DONE RAIL:XAP 11-12 13:40 → RAIL:ATK 11-16 07:10 X8157
      RAIL UNDERWAY RAIL:ATK 11-17 09:30 → RAIL:DUI 1418"
    `);
    expect(showLegs(asOf('2026-11-28T00:00:00Z').legs)).toMatchInlineSnapshot(`
      "RAIL DONE RAIL:XAP 11-12 13:40 → RAIL:ATK 11-16 07:10 X8157
      RAIL DONE RAIL:ATK 11-17 09:30 → RAIL:MLW 11-23 20:00 1418
      RAIL DONE RAIL:MLW 11-24 13:00 → RAIL:DUI 11-26 04:40 43206"
    `);
  });

  it('orders by the instant, though clocks west of the border show an earlier time', () => {
    const border = asOf('2026-11-18T00:00:00Z').logistics.filter(({ place }) =>
      ['HGS', 'ATK'].includes(place?.railStation ?? ''),
    );
    expect(showLine(border)).toMatchInlineSnapshot(`
      "11-15 06:40 RAIL:HGS ARRIVED X8157 (inherited)
      11-16 08:05 RAIL:HGS CROSSED X8157 (inherited)
      11-16 07:10 RAIL:ATK ARRIVED X8157 (inherited)
      11-17 04:20 RAIL:ATK GAUGE_CHANGED TBJU4182505 1418
      11-17 05:30 RAIL:ATK LOADED TBJU4182505 1418
      11-17 09:30 RAIL:ATK DEPARTED 1418 (inherited)"
    `);
  });
});
