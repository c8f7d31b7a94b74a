import { expect, it } from 'vitest';
import type { BerthLine } from '../../../src/domain/calls/berth-lines.ts';
import type { LonLat } from '../../../src/geo/lon-lat.ts';
import { sailedTrack } from '../../../src/testing/sailed-track.ts';
import { asked } from '../asked.ts';
import { tell } from '../telling.ts';
import { seen } from './seen.ts';

/** Nobody tells where the ship lies, but the port has a file of its berths: three in a line, of 340 m each. */
const bill = 'MASTER_BILL:COSU6400000017';
const on = 'on KAPOK/115N';
const berths = [121.9605, 121.964, 121.9675].map((east, index): BerthLine => ({
  port: 'CNNBO',
  terminal: 'BLCT3',
  berth: `${7 + index}`,
  ends: [[east, 29.9005], [east + 0.0035, 29.9005]],
})); // prettier-ignore
const to = (place: LonLat) =>
  sailedTrack('2026-11-20T00:00:00Z', [123.4, 29.5], [
    { to: [122.38, 29.72], knots: 14 },
    { to: place, knots: 9 },
    { hours: 6, status: 5 },
  ]); // prettier-ignore
const inEight = to([121.966, 29.9008]);
const cargo = `
  CARRIER 2026-10-25 10:00 NLRTM BL_ISSUED ${bill} lists CSQU3054383 from NLRTM to CNNBO
  TERMINAL 2026-10-25 22:00 NLRTM LOADED FULL CSQU3054383 ${on} ${bill}
  CARRIER 2026-10-26 06:00 NLRTM DEPARTED ${on}
`;
/** Where she made fast, as the journey has it. */
const berthed = (...told: string[]) =>
  asked(tell([cargo, ...told].join('\n')), bill, '2026-11-20 14:00')
    .split('\n')
    .filter((line) => line.includes(' BERTHED '))
    .map((line) =>
      line
        .trim()
        .replace(/^.{11} /, '')
        .replace(' KAPOK 115N (inherited)', ''),
    );

it('at the berth that holds her', () => {
  expect(berthed(seen(inEight, 'VESSEL', on, berths))).toEqual(['CNNBO/BLCT3/8 BERTHED (derived)']);
});

it('between two berths at the terminal, and at neither of them', () => {
  expect(berthed(seen(to([121.9641, 29.9008]), 'VESSEL', on, berths))).toEqual([
    'CNNBO/BLCT3 BERTHED (derived)',
  ]);
});

it('without a file at the terminal, as before', () => {
  expect(berthed(seen(inEight, 'VESSEL', on))).toEqual(['CNNBO/BLCT3 BERTHED (derived)']);
});

it('at the berth that the terminal tells, whatever positions show', () => {
  const told = `TERMINAL 2026-11-20 15:10 CNNBO/BLCT3/9 BERTHED ${on}`;
  expect(berthed(told, seen(inEight, 'VESSEL', on, berths))).toEqual([
    'CNNBO/BLCT3/9 BERTHED by TERMINAL, INTERNAL',
  ]);
});

it('at the berth that positions show, where who tells of it names none', () => {
  for (const where of ['CNNBO/BLCT3', 'CNNBO']) {
    const told = `TERMINAL 2026-11-20 15:10 ${where} BERTHED ${on}`;
    expect(berthed(told, seen(inEight, 'VESSEL', on, berths))).toEqual([
      'CNNBO/BLCT3/8 BERTHED by TERMINAL, INTERNAL',
    ]);
  }
});

it('at no berth of one terminal where who tells of it names another', () => {
  const told = `TERMINAL 2026-11-20 15:10 CNNBO/GJCT BERTHED ${on}`;
  expect(berthed(told, seen(inEight, 'VESSEL', on, berths))).toEqual([
    'CNNBO/GJCT BERTHED by TERMINAL, INTERNAL',
  ]);
});
