import { expect, it } from 'vitest';
import { sampleMilestone, samplePlace } from '../journey/testing/sample-milestone.ts';
import type { Leg } from '../journey/shipment.graphql.ts';
import { atPlace } from './at-place.ts';

const leg = (id: string, from: string, to: string): Leg =>
  ({
    id,
    from: samplePlace({ id: from, unLocode: from }),
    to: samplePlace({ id: to, unLocode: to }),
  }) as unknown as Leg;
const idsOf = (told: ReturnType<typeof atPlace>) => told.groups.map(({ head }) => head.id);

it('tells what goods and papers met with at a place and its terminals, in order of time, and what comes and goes there', () => {
  const terminal = samplePlace({ id: 'CNNBO:BLCT3', facility: 'BLCT3' });
  const elsewhere = samplePlace({ id: 'SGSIN', unLocode: 'SGSIN' });
  const journey = {
    logistics: [
      sampleMilestone('loaded', '2026-11-21T09:00', { place: terminal }),
      sampleMilestone('gate', '2026-11-19T08:00'),
      sampleMilestone('discharged', '2026-11-20T08:00', { place: elsewhere }),
      sampleMilestone('nowhere', '2026-11-20T08:00', { place: null }),
    ],
    documents: [sampleMilestone('released', '2026-11-20T10:00', { dimension: 'DOCUMENT' })],
    legs: [leg('in', 'CNCKG', 'CNNBO'), leg('out', 'CNNBO', 'SGSIN'), leg('on', 'SGSIN', 'NLRTM')],
  } as unknown as Parameters<typeof atPlace>[0];
  const told = atPlace(journey, samplePlace());
  expect(idsOf(told)).toEqual(['gate', 'released', 'loaded']);
  expect(told.legs.map(({ id }) => id)).toEqual(['in', 'out']);
}); // prettier-ignore

it('takes two places that no table knows for one by their id alone', () => {
  const place = samplePlace({ id: 'RAW:YARD', unLocode: null });
  const journey = {
    logistics: [
      sampleMilestone('a', '2026-11-21T09:00', { place: samplePlace({ id: 'RAW:DEPOT', unLocode: null }) }),
    ],
    documents: [sampleMilestone('b', '2026-11-21T09:00', { place })],
    legs: [],
  };
  expect(idsOf(atPlace(journey, place))).toEqual(['b']);
});
