import type { DerivedCall } from 'graph-schema/domain/calls/derived-call';
import { unionOfSigns } from 'graph-schema/geo/call-signs';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { expect, it } from 'vitest';
import { flownAs } from './flown-as.ts';

const seconds = (text: string) => Date.parse(`2026-11-${text}:00Z`) / 1000;
const call = (code: DerivedCall['code'], at: string, airport: string): DerivedCall => ({
  code,
  at: seconds(at),
  spot: { unLocode: null, code: airport },
  berth: null,
  passage: null,
  between: [seconds(at), seconds(at)],
});
const [off, down] = [call('DEPARTED', '20T23:55', 'CGO'), call('ARRIVED', '21T11:40', 'LUX')];
const signs = (sign: string) => [unionOfSigns([], [[off.at - 600, sign], [down.at + 600, sign]])]; // prettier-ignore
const flown = (one: DerivedCall, all: readonly DerivedCall[], sign = 'CLX9737') =>
  flownAs(one, all, signs(sign), sampleGazetteer);

it('a take-off is of the flight of its call sign, on the local date of its airport', () => {
  expect(flown(off, [off, down])).toEqual({ flight: 'CV9737', departureDate: '2026-11-21' });
});

it('a landing is of the date of its take-off, and of none without one', () => {
  expect(flown(down, [off, down])).toEqual({ flight: 'CV9737', departureDate: '2026-11-21' });
  expect(flown(down, [down])).toBeNull();
});

it('a call sign that is no flight number names no flight', () => {
  expect(flown(off, [off], 'CLX7AB')).toBeNull();
  expect(flownAs(off, [off], [], sampleGazetteer)).toBeNull();
});
