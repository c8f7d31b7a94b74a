import { describe, expect, it } from 'vitest';
import { aircraftReport, aircraftSubject, callSignOf, degrees } from './aircraft.ts';

describe('aircraft', () => {
  it.each([
    ['780a3c', 'B-9999', 'AIRCRAFT:B9999'],
    ['780a3c', null, 'AIRCRAFT:780A3C'],
    ['780a3c', ' ', 'AIRCRAFT:780A3C'],
    ['~780a3c', null, null],
    ['000000', null, null],
    ['780a3', null, null],
  ])('%s with %s is %s', (address, registration, subject) =>
    expect(aircraftSubject(address, registration)).toBe(subject),
  );

  it.each([
    ['CCA981  ', 'CCA981'],
    ['@@@@@@@@', null],
    ['        ', null],
    [null, null],
  ])('transmits %j as %s', (text, sign) => expect(callSignOf(text)).toBe(sign));

  it('takes 360 for north and nothing beyond', () => {
    expect([0, 359.9, 360, 361, -1, null].map(degrees)).toEqual([0, 359.9, 0, null, null, null]);
  });

  it.each([
    [90, 180, true],
    [90.1, 0, false],
    [0, -180.1, false],
    [Number.NaN, 0, false],
  ])('%s %s is on earth: %s', (latitude, longitude, expected) => {
    const fix = {
      subject: 'AIRCRAFT:780A3C', at: '2026-11-21T01:50:00Z', latitude, longitude, speedKnots: null, courseDegrees: null,
      headingDegrees: null, callSign: null, accuracyMetres: null,
    }; // prettier-ignore
    expect(aircraftReport(fix) !== null).toBe(expected);
  });
});
