import { expect, it } from 'vitest';
import type { Journey, LivePosition } from '../journey/shipment.graphql.ts';
import { samplePlace } from '../journey/testing/sample-milestone.ts';
import { chosenBounds } from './chosen-bounds.ts';
import { placeId, positionId } from './chosen-ids.ts';

const ship = { means: 'VESSEL', name: 'SAMPLE MERIDIAN', containers: [], latitude: 1, longitude: 90 } as unknown as LivePosition; // prettier-ignore
const journey = {
  geometry: {
    paths: [
      { legId: 'sea', coordinates: [[[100, 0], [120, 30]]] },
      { legId: 'over', coordinates: [[[170, 10], [180, 10]], [[-180, 10], [-170, 20]]] },
    ],
    stops: [{ kind: 'ORIGIN', place: samplePlace({ id: 'CNNBO', latitude: 30, longitude: 120 }) }],
  },
  livePositions: [ship],
} as unknown as Pick<Journey, 'geometry' | 'livePositions'>; // prettier-ignore

it('is around a leg alone, over the date line as well', () => {
  expect(chosenBounds(journey, 'leg-sea')).toEqual([100, 0, 120, 30]);
  expect(chosenBounds(journey, 'leg-over')).toEqual([170, 10, 190, 20]);
});

it('is around a place or what has the cargo, with room', () => {
  expect(chosenBounds(journey, 'place-CNNBO')).toEqual([118, 28, 122, 32]);
  expect(chosenBounds(journey, positionId(ship))).toEqual([88, -1, 92, 3]);
});

it('is nothing where nothing is chosen, or what is no part of the way any more', () => {
  expect(chosenBounds(journey, '')).toBeNull();
  expect(chosenBounds(journey, 'leg-rail')).toBeNull();
});

it('takes a position for the same wherever it is, and one without a name by its box', () => {
  const later: LivePosition = { ...ship, longitude: 91 };
  expect(positionId(later)).toBe(positionId(ship));
  const box = { means: 'TRUCK', name: null, containers: ['CSQU3054383'] } as const;
  expect(positionId({ ...box, containers: [...box.containers] })).not.toBe(
    positionId({ ...box, containers: ['CBHU3804175'] }),
  );
});

it('takes a terminal and its town for one place, and two that no table knows for two', () => {
  expect(placeId(samplePlace({ id: 'CNNBO:BLCT3', facility: 'BLCT3' }))).toBe(placeId(samplePlace()));
  expect(placeId({ id: 'RAW:YARD', unLocode: null })).not.toBe(placeId({ id: 'RAW:DEPOT', unLocode: null }));
});
