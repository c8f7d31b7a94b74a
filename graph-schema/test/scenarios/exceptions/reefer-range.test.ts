import { describe, expect, it } from 'vitest';
import { claim } from '../../../src/domain/claim.ts';
import type { FactClaim } from '../../../src/domain/journey/facts.ts';
import type { Measurement } from '../../../src/domain/tracking-event.ts';
import { eventId } from '../../../src/identity/event-id.ts';
import { told } from '../../../src/testing/journey-story.ts';
import { ningbo } from '../../../src/testing/sample-locations.ts';
import { exceptionsOf, heardBy, showExceptions } from './show-exceptions.ts';

const bill = 'MASTER_BILL:COSU6400000017';
const box = 'CSQU3054383';
const measure = (base: FactClaim, ...measurements: Measurement[]): FactClaim => {
  const event = claim({ ...base.event, measurements });
  return { ...base, id: eventId(event), event };
};
const degrees = (kind: Measurement['kind'], value: number, name: string | null = null, unit: string | null = 'Cel') => ({ kind, name, value, unit }); // prettier-ignore
const stuffed = told('TERMINAL', 'STUFFED', '2026-11-01 08:00', ningbo, { box, load: 'FULL', paper: bill });
const booked = told('CARRIER', 'BOOKING_CONFIRMED', '2026-10-20 08:00', null, { paper: bill });
const reads = (when: string, value: number, name: string | null = null, unit: string | null = 'Cel') =>
  measure(told('CARRIER', 'MEASURED', when, ningbo, { box }), degrees('TEMPERATURE', value, name, unit));
const frozen = [measure(booked, degrees('SET_POINT', -18)), stuffed];
const of = (story: readonly FactClaim[], instant: string) => showExceptions(bill, story, instant);

describe('a reefer that was booked at -18 °C', () => {
  it('is out of range four hours after it was first measured too warm, gravely after twelve, until it is cold again', () => {
    const story = [...frozen, reads('2026-11-02 08:00', -17.5), reads('2026-11-02 10:00', -14), reads('2026-11-02 16:00', -9.5), reads('2026-11-03 10:00', -17)]; // prettier-ignore
    expect(of(story, '2026-11-02T05:59:00Z')).toBe('');
    expect(of(story, '2026-11-02T06:00:00Z')).toMatchInlineSnapshot(
      `"WARNING REEFER_OUT_OF_RANGE CSQU3054383 at CNNBO by CARRIER since 2026-11-02T06:00Z since=2026-11-02T02:00:00Z limitHours=4 measured=-14 min=-21 max=-15 [BOOKING_CONFIRMED 10-20T08:00, MEASURED 11-02T10:00]"`,
    );
    expect(of(story, '2026-11-02T14:00:00Z')).toMatchInlineSnapshot(
      `"CRITICAL REEFER_OUT_OF_RANGE CSQU3054383 at CNNBO by CARRIER since 2026-11-02T06:00Z since=2026-11-02T02:00:00Z limitHours=4 measured=-9.5 min=-21 max=-15 [BOOKING_CONFIRMED 10-20T08:00, MEASURED 11-02T10:00, MEASURED 11-02T16:00]"`,
    );
    expect(of(story, '2026-11-03T03:00:00Z')).toMatch(/^CRITICAL .* till 2026-11-03T02:00Z/);
  });

  it('says when it will be, and never was after a defrosting', () => {
    const warm = [...frozen, reads('2026-11-02 10:00', -12)];
    const now = Date.parse('2026-11-02T03:00:00Z');
    expect(exceptionsOf(bill, heardBy(warm, now), now).changesAt).toBe(Date.parse('2026-11-02T06:00:00Z'));
    expect(of([...warm, reads('2026-11-02 12:00', -18)], '2026-11-05T00:00:00Z')).toBe('');
  });

  it('is not judged by the air around it, and is by degrees Fahrenheit', () => {
    expect(of([...frozen, reads('2026-11-02 10:00', 31, 'ambient')], '2026-11-05T00:00:00Z')).toBe('');
    expect(of([...frozen, reads('2026-11-02 10:00', 14, null, '[degF]')], '2026-11-05T00:00:00Z')).toContain('measured=-10'); // prettier-ignore
  });

  it('is over when the cargo is out', () => {
    const story = [...frozen, reads('2026-11-02 10:00', -12), told('TERMINAL', 'STRIPPED', '2026-11-04 08:00', ningbo, { box })]; // prettier-ignore
    expect(of(story, '2026-11-05T00:00:00Z')).toContain('till 2026-11-04T00:00Z');
  });
});

it('a range that was told counts before the set point beside it', () => {
  const range = measure(booked, degrees('SET_POINT', 5), degrees('SET_POINT', 2, 'minimum'), degrees('SET_POINT', 8, 'maximum')); // prettier-ignore
  const warm = [range, stuffed, reads('2026-11-02 10:00', 8.1)];
  expect(of(warm, '2026-11-02T07:00:00Z')).toContain('measured=8.1 min=2 max=8');
  expect(of([range, stuffed, reads('2026-11-02 10:00', 7.9)], '2026-11-05T00:00:00Z')).toBe('');
});

it('without a set point nothing is too warm', () => {
  expect(of([stuffed, reads('2026-11-02 10:00', 25)], '2026-11-05T00:00:00Z')).toBe('');
});
