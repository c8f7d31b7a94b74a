import { describe, expect, it } from 'vitest';
import { placeRef } from '../../../src/domain/claim.ts';
import { deriveJourney } from '../../../src/domain/journey/derive-journey.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import { factsOf, flight, ship, told, train } from '../../../src/testing/journey-story.ts';
import { altynkolStation, duisburgStation, longBeach, luxembourgAirport, ningbo, rotterdam, singapore, xianStation, zhengzhouAirport } from '../../../src/testing/sample-locations.ts'; // prettier-ignore
import { showState } from '../../../src/testing/show-journey.ts';

// The bill names Rotterdam. All that is known of ships so far is the feeder to Singapore.
const bill = 'MASTER_BILL:COSU6400000017';
const booking = 'BOOKING:8200000017';
const box = 'CSQU3054383';
const feeder = ship('KAPOK', '114S', '9074729');
const aboard = { box, load: 'FULL', on: feeder, paper: bill } as const;
const loaded = told('TERMINAL', 'LOADED', '2026-10-25 22:48', ningbo, { ...aboard, to: singapore });
const left = told('CARRIER', 'DEPARTED', '2026-10-26 06:30', ningbo, { paper: bill, on: feeder });
const due = told('CARRIER', 'ARRIVED', '2026-10-30 09:00', singapore, { classifier: 'ESTIMATED', paper: bill, on: feeder, heard: '2026-10-26T00:00:00Z' }); // prettier-ignore
const discharged = told('TERMINAL', 'DISCHARGED', '2026-10-30 18:10', singapore, aboard);
const billTo = (to = rotterdam, when = '2026-10-26 10:00') => told('CARRIER', 'BL_ISSUED', when, null, { paper: bill, to }); // prettier-ignore

const derive = (now: string, ...claims: readonly FactClaim[]) =>
  deriveJourney(factsOf(bill, claims), Date.parse(now));
const ended = (...claims: readonly FactClaim[]) => derive('2026-11-02T00:00:00Z', loaded, left, ...claims);
const to = (...claims: readonly FactClaim[]) => ended(...claims).destination?.unLocode ?? null;

describe('a box discharged at a hub', () => {
  it('is between ships while its bill names a place that no known ship reaches', () => {
    const journey = ended(billTo(), discharged);
    expect(showState(journey)).toBe('AT_TRANSSHIPMENT at SGSIN | next LOADED SGSIN USUAL_ORDER');
    expect(journey.destination).toMatchObject({ unLocode: 'NLRTM' });
    expect(journey.containers.map((c) => c.phase)).toEqual(['AT_TRANSSHIPMENT']);
  });

  it('has arrived where its bill names the hub, or nobody says anything else', () => {
    expect(showState(ended(billTo(singapore), discharged))).toMatch(/^AT_DESTINATION at SGSIN/);
    expect(showState(ended(discharged))).toMatch(/^AT_DESTINATION at SGSIN/);
  });
});

describe('cargo that is not yet at sea', () => {
  it('is not on its last way when it leaves the station for the port', () => {
    const on = train('X9563', '2026-10-21');
    const byRail = [
      told('RAIL', 'LOADED', '2026-10-21 02:40', xianStation, { box, load: 'FULL', on }),
      told('RAIL', 'DISCHARGED', '2026-10-23 13:20', ningbo, { box, load: 'FULL', on }),
    ];
    const out = told('TERMINAL', 'GATED_OUT', '2026-10-24 08:00', ningbo, { box, load: 'FULL' });
    const journey = derive('2026-10-25T00:00:00Z', ...byRail, out, billTo(rotterdam, '2026-10-24 10:00'));
    expect(showState(journey)).toBe('AT_TRANSSHIPMENT at CNNBO | next GATED_IN USUAL_ORDER');
  });

  it('by air flies on from an airport that its waybill does not name', () => {
    const awb = 'AWB:172-26114686';
    const on = flight('CV9735', '2026-10-20');
    const story = [
      told('AIRLINE', 'BL_ISSUED', '2026-10-19 10:00', null, { paper: awb, to: luxembourgAirport }),
      told('AIRLINE', 'DEPARTED', '2026-10-20 10:55', zhengzhouAirport, { on, paper: awb }),
      told('AIRLINE', 'CHECKED_IN', '2026-10-20 18:07', singapore, { on, paper: awb }),
    ];
    const journey = deriveJourney(factsOf(awb, story), Date.parse('2026-10-21T00:00:00Z'));
    expect(showState(journey)).toBe('AT_TRANSSHIPMENT at SGSIN | next DEPARTED SGSIN USUAL_ORDER');
  });
});

describe('the destination', () => {
  it('is the port where the ship ends when the bill names one in words alone, which may be the same', () => {
    const words = billTo(placeRef({ raw: 'SINGAPORE, KEPPEL' }));
    expect(showState(ended(words, discharged))).toMatch(/^AT_DESTINATION at SGSIN/);
    expect(to(words, discharged)).toBe('SGSIN');
  });

  it('is that of the bill before that of the booking, and of the last that was said', () => {
    const booked = told('CARRIER', 'BOOKING_CONFIRMED', '2026-10-01 10:00', null, { paper: booking, to: longBeach }); // prettier-ignore
    const rebooked = told('CARRIER', 'BOOKING_AMENDED', '2026-11-01 10:00', null, { paper: booking, to: longBeach }); // prettier-ignore
    const changed = told('CARRIER', 'BL_AMENDED', '2026-10-28 10:00', null, { paper: bill, to: longBeach });
    expect(to(booked)).toBe('USLGB');
    expect(to(booked, billTo(), rebooked)).toBe('NLRTM');
    expect(to(billTo(), changed)).toBe('USLGB');
  });

  it('is not what a manifest, a load list or a plan names: that is one ship of several', () => {
    const manifest = told('CUSTOMS', 'MANIFEST_ACCEPTED', '2026-10-25 10:00', null, { paper: bill, on: feeder, to: rotterdam }); // prettier-ignore
    const asked = told('FORWARDER', 'BL_ISSUED', '2026-10-25 10:00', null, { paper: bill, to: rotterdam, classifier: 'REQUESTED' }); // prettier-ignore
    expect(to(manifest, asked)).toBe('SGSIN');
  });

  it('is where the cargo was delivered, once it was', () => {
    const delivered = told('CARRIER', 'DELIVERED', '2026-11-01 10:00', singapore, { box, paper: bill });
    expect(to(billTo(), discharged, delivered)).toBe('SGSIN');
  });

  it('has no ETA from the ship to the hub, and its own where somebody tells it', () => {
    const atSea = derive('2026-10-27T00:00:00Z', loaded, left, due, billTo());
    expect(showState(atSea)).toBe(
      'IN_TRANSIT aboard KAPOK 114S | next ARRIVED SGSIN 10-30 09:00 ESTIMATED',
    );
    const dueAtEnd = told('CARRIER', 'ARRIVED', '2026-11-29 10:00', rotterdam, { classifier: 'ESTIMATED', paper: bill, heard: '2026-10-26T00:00:00Z' }); // prettier-ignore
    expect(derive('2026-10-27T00:00:00Z', loaded, left, due, dueAtEnd, billTo()).eta).toMatchObject({
      place: { unLocode: 'NLRTM' },
      time: { local: '2026-11-29T10:00:00' },
      lateMinutes: null,
    });
  }); // prettier-ignore
});

describe('a box off its train at the border', () => {
  const note = 'RAIL_NOTE:26600000';
  const on = train('X8157', '2026-10-12');
  const story = [
    told('RAIL', 'LOADED', '2026-10-12 08:15', xianStation, { box, on, paper: note }),
    told('RAIL', 'DISCHARGED', '2026-10-17 04:20', altynkolStation, { box, on, paper: note }),
  ];

  it('waits for the next where its own note names the end', () => {
    const issued = told('RAIL', 'CONSIGNMENT_NOTE_ISSUED', '2026-10-11 10:00', null, { paper: note, from: xianStation, to: duisburgStation }); // prettier-ignore
    const journey = deriveJourney(factsOf(note, [...story, issued]), Date.parse('2026-10-18T00:00:00Z'));
    expect(showState(journey)).toBe('AT_TRANSSHIPMENT at RAIL:ATK | next LOADED RAIL:ATK USUAL_ORDER');
    expect(journey.destination).toMatchObject({ railStation: 'DUI' });
  });

  it('is not sent back by the note of the train to the port, under a bill', () => {
    const inland = told('RAIL', 'CONSIGNMENT_NOTE_ISSUED', '2026-10-20 10:00', null, { paper: note, to: ningbo }); // prettier-ignore
    expect(to(discharged, inland)).toBe('SGSIN');
  });
});
