import { placeRef } from 'graph-schema/domain/claim';
import { expect, it } from 'vitest';
import { boxesStanding, boxesWaiting, type WaitingBox } from './port-boxes.ts';

const box = (container: string | null, shipmentId: string, leaf: WaitingBox['leaf'] = 'DECLARATION'): WaitingBox => ({
  container, shipmentId, anchor: `MASTER_BILL:${shipmentId}`, leaf, since: null,
}); // prettier-ignore

it('counts a box once that a master and its houses tell of, and as one to look into where any of them may be', () => {
  const waiting = boxesWaiting(
    [box('A', 'house'), box('B', 'house', null)],
    [box('A', 'master'), box('C', 'master'), box(null, 'loose')],
  );
  expect(waiting.map(({ reason, onlyCounted, boxes }) => [reason, onlyCounted, boxes.map(({ container }) => container)])).toEqual([
    ['CUSTOMS', 2, ['A']],
    ['TRANSPORT', 0, ['B']],
  ]);
}); // prettier-ignore

it('holds one use of a box once, where the first that tells of it says that it is', () => {
  const place = placeRef({ unLocode: 'CNNBO' });
  const standing = boxesStanding([
    { cycleId: '1', container: 'A', place },
    { cycleId: '1', container: 'A', place: null },
    { cycleId: '2', container: 'B', place: null },
    { cycleId: '2', container: 'B', place },
  ]);
  expect(standing.map(({ containers }) => containers)).toEqual([['A']]);
});
