import { expect, it } from 'vitest';
import type { Leg } from '../journey/shipment.graphql.ts';
import { samplePlace } from '../journey/testing/sample-milestone.ts';
import { bestTime } from './best-time.ts';
import { routeOf } from './route-of.ts';
import { sampleMilestone } from '../journey/testing/sample-milestone.ts';

function leg(id: string, from: string, to: string): Leg {
  return { id, from: samplePlace({ id: from }), to: samplePlace({ id: to }) } as unknown as Leg;
}

/** `arriving > place > leaving`, a dash for none. */
function show(legs: Leg[]): string[] {
  return routeOf(legs).map(
    ({ place, arriving, leaving }) => `${arriving?.id ?? '-'} > ${place?.id} > ${leaving?.id ?? '-'}`,
  );
}

it('chains legs that meet', () => {
  expect(show([leg('1', 'CNNBO', 'SGSIN'), leg('2', 'SGSIN', 'NLRTM')])).toEqual([
    '- > CNNBO > 1',
    '1 > SGSIN > 2',
    '2 > NLRTM > -',
  ]);
});

it('leaves a gap open where one leg ends and the next begins elsewhere', () => {
  expect(show([leg('1', 'CNNBO', 'SGSIN'), leg('2', 'MYPKG', 'NLRTM')])).toEqual([
    '- > CNNBO > 1',
    '1 > SGSIN > -',
    '- > MYPKG > 2',
    '2 > NLRTM > -',
  ]);
});

it('takes what happened before what is expected before what was planned', () => {
  const { time } = sampleMilestone('x', '2026-11-21T09:00');
  expect(bestTime({ actual: time, estimated: time, planned: time })?.certainty).toBe('ACTUAL');
  expect(bestTime({ actual: null, estimated: time, planned: time })?.certainty).toBe('ESTIMATED');
  expect(bestTime({ actual: null, estimated: null, planned: null })).toBeNull();
});
