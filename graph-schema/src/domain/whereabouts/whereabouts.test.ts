import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getPositionLimits } from '../../reference/position-limits.ts';
import { factsOf, flight, ship, told, train } from '../../testing/journey-story.ts';
import { chongqing, luxembourgAirport, ningbo, rotterdam, zhengzhouAirport } from '../../testing/sample-locations.ts'; // prettier-ignore
import { transport } from '../claim.ts';
import { deriveJourney } from '../journey/derive-journey.ts';
import type { FactClaim } from '../journey/facts.ts';
import { positionsNow } from './positions-now.ts';
import { trackersOf } from './trackers.ts';

const BOX = 'CBHU3804175';
const OTHER = 'CBHU3804220';
const TRUCK = transport({ mode: 'TRUCK', plate: '浙B12345' });
const limits = getPositionLimits();

/** `TRUCK:浙B12345 03:10` was reported; who speaks for what at `now`, in a line each. */
function whoSpeaks(claims: readonly FactClaim[], reported: readonly string[], now: string): string[] {
  const fixes = new Map(
    reported.map((text) => {
      const [key = '', day = '', time = ''] = text.split(' ');
      return [key, { key, at: Date.parse(`${day}T${time}:00Z`) }];
    }),
  );
  const at = Date.parse(`${now.replace(' ', 'T')}:00Z`);
  const facts = factsOf('MASTER_BILL:COSU6400000017', claims);
  const trackers = trackersOf(facts, deriveJourney(facts, at), at);
  return positionsNow(trackers, (subject) => fixes.get(subject) ?? null, limits, at).map(
    ({ fix, freshness, containers, tracker }) =>
      [freshness, fix.key, tracker.name, containers.join('+')].filter(Boolean).join(' '),
  );
}

const out = told('TERMINAL', 'GATED_OUT', '2026-11-21 10:00', ningbo, { box: BOX, load: 'FULL', on: TRUCK }); // prettier-ignore
const arrivesInland = told('TERMINAL', 'DELIVERED', '2026-11-21 16:00', chongqing, { box: BOX, load: 'FULL' }); // prettier-ignore

describe('a truck', () => {
  it('speaks for the box from the gate on, and not before', () => {
    expect(whoSpeaks([out], ['TRUCK:浙B12345 2026-11-21 03:10'], '2026-11-21 03:15')).toEqual([
      `NOW TRUCK:浙B12345 浙B12345 ${BOX}`,
    ]);
    expect(whoSpeaks([out], ['TRUCK:浙B12345 2026-11-21 01:50'], '2026-11-21 02:05')).toEqual([]);
  });

  it('does not speak once the box is handed over', () => {
    expect(whoSpeaks([out, arrivesInland], ['TRUCK:浙B12345 2026-11-21 09:00'], '2026-11-21 09:05')).toEqual([]); // prettier-ignore
  });

  it('gives way to the truck that took the box from it', () => {
    const taken = told('CARRIER', 'DEPARTED', '2026-11-21 13:00', ningbo, { box: BOX, on: transport({ mode: 'TRUCK', plate: '苏E 55555' }) }); // prettier-ignore
    const both = ['TRUCK:浙B12345 2026-11-21 06:00', 'TRUCK:苏E55555 2026-11-21 05:55'];
    expect(whoSpeaks([out, taken], both, '2026-11-21 06:01')).toEqual([`NOW TRUCK:苏E55555 苏E55555 ${BOX}`]);
  });

  it('is last seen after half an hour, and not shown after half a day', () => {
    const seen = ['TRUCK:浙B12345 2026-11-21 03:10'];
    expect(whoSpeaks([out], seen, '2026-11-21 03:41')).toEqual([`LAST_SEEN TRUCK:浙B12345 浙B12345 ${BOX}`]);
    expect(whoSpeaks([out], seen, '2026-11-21 15:11')).toEqual([`OLD TRUCK:浙B12345 浙B12345 ${BOX}`]);
  });

  it('that nobody saw hand over has other cargo after three days', () => {
    expect(whoSpeaks([out], ['TRUCK:浙B12345 2026-11-24 02:01'], '2026-11-24 02:05')).toEqual([]);
  });

  it('speaks for its own box only', () => {
    const other = told('TERMINAL', 'GATED_OUT', '2026-11-21 10:05', ningbo, { box: OTHER, on: transport({ mode: 'TRUCK', plate: '浙B99999' }) }); // prettier-ignore
    const both = ['TRUCK:浙B12345 2026-11-21 03:10', 'TRUCK:浙B99999 2026-11-21 03:11'];
    expect(whoSpeaks([out, other], both, '2026-11-21 03:15')).toEqual([
      `NOW TRUCK:浙B99999 浙B99999 ${OTHER}`,
      `NOW TRUCK:浙B12345 浙B12345 ${BOX}`,
    ]);
  });

  it('from the future says nothing', () => {
    expect(whoSpeaks([out], ['TRUCK:浙B12345 2026-11-21 04:00'], '2026-11-21 03:15')).toEqual([]);
  });
});

describe('a box with a device', () => {
  const pacific = ship('MERIDIAN', '012W', '9321483');
  const sea = [
    told('TERMINAL', 'GATED_IN', '2026-11-05 10:00', ningbo, { box: BOX, load: 'FULL' }),
    told('TERMINAL', 'LOADED', '2026-11-07 10:00', ningbo, { box: BOX, on: pacific }),
    told('TERMINAL', 'LOADED', '2026-11-07 10:30', ningbo, { box: OTHER, on: pacific }),
    told('CARRIER', 'DEPARTED', '2026-11-07 17:00', ningbo, { on: pacific, to: rotterdam }),
  ];

  it('speaks for itself where it is fresher than its ship, which speaks for the rest', () => {
    const seen = ['VESSEL:9321483 2026-11-21 01:00', `CONTAINER:${BOX} 2026-11-21 02:00`];
    expect(whoSpeaks(sea, seen, '2026-11-21 02:30')).toEqual([
      `NOW CONTAINER:${BOX} ${BOX} ${BOX}`,
      `NOW VESSEL:9321483 MERIDIAN ${OTHER}`,
    ]);
  });

  it('leaves the word to its ship where that is fresher', () => {
    const seen = ['VESSEL:9321483 2026-11-21 02:00', `CONTAINER:${BOX} 2026-11-21 01:00`];
    expect(whoSpeaks(sea, seen, '2026-11-21 02:30')).toEqual([`NOW VESSEL:9321483 MERIDIAN ${BOX}+${OTHER}`]);
  });

  it('does not speak of the cargo before it came into the box', () => {
    expect(whoSpeaks(sea, [`CONTAINER:${BOX} 2026-11-05 01:00`], '2026-11-21 02:30')).toEqual([]);
  });

  it('is where it stands while nothing carries it', () => {
    expect(whoSpeaks(sea.slice(0, 1), [`CONTAINER:${BOX} 2026-11-06 01:00`], '2026-11-06 02:30')).toEqual([
      `NOW CONTAINER:${BOX} ${BOX} ${BOX}`,
    ]);
  });
});

describe('an aircraft', () => {
  const off = flight('CV9737', '2026-11-21');
  const named = transport({ mode: 'AIR', flight: 'CV9737', departureDate: '2026-11-21', registration: 'LXVCK' }); // prettier-ignore
  const left = told('AIRLINE', 'DEPARTED', '2026-11-21 07:58', zhengzhouAirport, { on: off, pieces: { pieces: 4 } }); // prettier-ignore
  const due = told('AIRLINE', 'ARRIVED', '2026-11-21 12:28', luxembourgAirport, { on: off, classifier: 'ESTIMATED' }); // prettier-ignore
  const movement = told('AIRLINE', 'DEPARTED', '2026-11-21 07:58', zhengzhouAirport, { on: named, inherited: true }); // prettier-ignore

  it('is found by the registration that its movement message names', () => {
    const seen = ['AIRCRAFT:LXVCK 2026-11-21 08:50'];
    expect(whoSpeaks([left, due, movement], seen, '2026-11-21 09:00')).toEqual(['NOW AIRCRAFT:LXVCK CV9737']);
    expect(whoSpeaks([left, due], seen, '2026-11-21 09:00')).toEqual([]);
  });

  it('is found by its call sign where nobody names it', () => {
    expect(whoSpeaks([left, due], ['CALLSIGN:CLX9737 2026-11-21 08:50'], '2026-11-21 09:00')).toEqual([
      'NOW CALLSIGN:CLX9737 CV9737',
    ]);
  });

  it('of which nothing is heard for a quarter of an hour is somewhere else by then', () => {
    expect(whoSpeaks([left, due], ['CALLSIGN:CLX9737 2026-11-21 08:50'], '2026-11-21 09:06')).toEqual([
      'OLD CALLSIGN:CLX9737 CV9737',
    ]);
  });

  it('flies on with other cargo some hours after it was due', () => {
    const seen = ['AIRCRAFT:LXVCK 2026-11-21 14:29'];
    expect(whoSpeaks([left, due, movement], seen, '2026-11-21 14:30')).toEqual([]);
  });
});

describe('a train', () => {
  const on = train('X8712', '2026-11-20');
  const rail = [
    told('RAIL', 'LOADED', '2026-11-20 08:00', ningbo, { box: BOX, on: { ...on, wagon: '5273041' } }),
    told('RAIL', 'DEPARTED', '2026-11-20 11:00', ningbo, { box: BOX, on, to: chongqing }),
  ];

  it('speaks for what is on it, and the wagon where that is fresher', () => {
    const run = 'TRAIN_RUN:X8712@2026-11-20 2026-11-21 08:50';
    expect(whoSpeaks(rail, [run], '2026-11-21 09:00')).toEqual([
      `NOW TRAIN_RUN:X8712@2026-11-20 X8712 ${BOX}`,
    ]);
    expect(whoSpeaks(rail, [run, 'WAGON:5273041 2026-11-21 08:55'], '2026-11-21 09:00')).toEqual([
      `NOW WAGON:5273041 5273041 ${BOX}`,
    ]);
  });
});

describe('who speaks', () => {
  const minutes = fc.integer({ min: 0, max: 3000 });

  it('is never older than what it is shown as, and was never taken before the box was with it', () => {
    fc.assert(
      fc.property(minutes, minutes, minutes, (truck, device, now) => {
        const start = Date.parse('2026-11-21T02:00:00Z');
        const text = (minute: number) =>
          new Date(start + (minute - 600) * 60_000).toISOString().slice(0, 16).replace('T', ' ');
        const seen = [`TRUCK:浙B12345 ${text(truck)}`, `CONTAINER:${BOX} ${text(device)}`];
        const [spoken] = whoSpeaks([out], seen, text(now));
        if (spoken === undefined) return;
        const [freshness, key] = spoken.split(' ');
        const at = key?.startsWith('TRUCK') ? truck : device;
        expect(at).toBeGreaterThanOrEqual(600);
        expect(at).toBeLessThanOrEqual(now + 15);
        const limit = key?.startsWith('TRUCK') ? limits.TRUCK : limits.CONTAINER;
        if (freshness === 'NOW') expect(now - at).toBeLessThanOrEqual(limit.nowMinutes);
        if (freshness === 'LAST_SEEN') expect(now - at).toBeLessThanOrEqual(limit.seenMinutes);
      }),
    );
  });
});
