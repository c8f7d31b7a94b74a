import { expect, it } from 'vitest';
import type { Moving } from '../../map/layers/moving/moving-objects.ts';
import type { PortRun } from './ports.graphql.ts';
import { anchorageQueue, callOf } from './things.ts';

const ground = {
  kind: 'ANCHORAGE',
  name: 'Roads',
  nameZh: null,
  latitude: 30,
  longitude: 122,
  radiusNm: 5,
} as const;
const ship = (
  id: string,
  speedKnots: number | null,
  latitude = 30,
  vesselImo: string | null = null,
): Moving => ({
  id,
  kind: 'VESSEL',
  name: id,
  vesselImo,
  latitude,
  longitude: 122,
  speedKnots,
  courseDegrees: null,
  at: '2026-11-21T09:00:00Z',
});
const run = (id: string, state: PortRun['state'], vesselImo: string, anchored: string | null) =>
  ({
    id,
    state,
    transport: { name: id, vesselImo },
    anchored: anchored && { instant: anchored },
  }) as unknown as PortRun;

it('queues what lies in an anchorage and what is told to lie there, whoever waits longest first', () => {
  const runs = [
    run('late', 'AT_ANCHOR', '9000002', '2026-11-20T00:00:00Z'),
    run('unseen', 'AT_ANCHOR', '9000003', '2026-11-19T00:00:00Z'),
    run('coming', 'EXPECTED', '9000004', null),
  ];
  const ships = [
    ship('a', 0.2),
    ship('b', 0, 30, '9000002'),
    ship('moves', 7),
    ship('far', 0, 31),
    ship('mute', null),
  ];
  expect(anchorageQueue(ships, runs, [ground]).map(({ id }) => id)).toEqual(['unseen', 'b', 'a']);
});

it('knows the next call of a ship by its number alone', () => {
  const runs = [run('gone', 'GONE', '9000002', null), run('next', 'EXPECTED', '9000002', null)];
  expect(callOf(ship('b', 0, 30, '9000002'), runs)?.id).toBe('next');
  expect(callOf(ship('next', 0), runs)).toBeNull();
});

it('tells of the last call where all are over', () => {
  const runs = [run('came', 'COME', '9000002', null), run('left', 'GONE', '9000002', null)];
  expect(callOf(ship('b', 9, 30, '9000002'), runs)?.id).toBe('left');
});

it('knows what a train brings by its number and the day of its run', () => {
  const train = (number: string | null, departureDate: string | null) =>
    ({ id: `${number}@${departureDate}`, state: 'EXPECTED', transport: { vesselImo: null, train: number, departureDate } }) as PortRun;
  const moving: Moving = { ...ship('TRAIN_RUN:X8024@2026-11-20', 40), kind: 'TRAIN' };
  const runs = [train(null, null), train('X8024', '2026-11-19'), train('X8024', null), train('X8024', '2026-11-20')];
  expect(callOf(moving, runs)?.id).toBe('X8024@2026-11-20');
  expect(callOf({ ...moving, id: 'TRAIN_RUN:X8030@2026-11-20' }, runs)).toBeNull();
}); // prettier-ignore
