import { builder } from '../builder.ts';
import { findPlaceView } from '../journey/place-view.ts';
import type { PortRun, RunState } from '../ports/port-runs.ts';
import { named, TransportModeEnum } from './enums.ts';
import { EventTimeType } from './event-time.ts';
import { PlaceType } from './place.ts';
import { TransportType } from './transport.ts';

const RunDirectionEnum = named('PortRunDirection', 'Which way cargo goes with it.', {
  ARRIVAL: 'It brings cargo to the port.',
  DEPARTURE: 'It takes cargo from the port.',
});

const RunStateEnum = named('PortRunState', 'Where a call stands.', {
  EXPECTED: 'It is to come, or to leave.',
  AT_ANCHOR: 'It lies at anchor for the port 锚泊.',
  AT_BERTH: 'It lies at a berth 靠泊.',
  COME: 'It has come; whether it still lies there is not told.',
  GONE: 'It has left.',
} satisfies Record<RunState, string>);

const time = { type: EventTimeType, nullable: true } as const;

export const PortRunType = builder.objectRef<PortRun>('PortRun').implement({
  description: 'A ship, barge or train that brings cargo you may see to a port, or takes it from there.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The same in each answer.' }),
    direction: t.expose('direction', {
      type: RunDirectionEnum,
      description: 'Which way cargo goes with it.',
    }),
    mode: t.expose('mode', { type: TransportModeEnum, description: 'What it is.' }),
    transport: t.expose('transport', { type: TransportType, description: 'Its name and voyage.' }),
    place: t.field({
      type: PlaceType,
      nullable: true,
      description:
        'The port, with the terminal where one is told, and the berth where it lies or lay at one that is known.',
      resolve: (run, _, c) => findPlaceView(run.place, c.places),
    }),
    other: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where it brings the cargo from, or takes it to; null: not told.',
      resolve: (run, _, c) => findPlaceView(run.other, c.places),
    }),
    state: t.expose('state', { type: RunStateEnum, description: 'Where the call stands.' }),
    planned: t.expose('planned', { ...time, description: 'As planned; null: not told.' }),
    estimated: t.expose('estimated', { ...time, description: 'As estimated; null: not told.' }),
    actual: t.expose('actual', { ...time, description: 'As it happened; null: not told.' }),
    anchored: t.expose('anchored', {
      ...time,
      description: 'When it anchored for the port; null: not known.',
    }),
    berthed: t.expose('berthed', { ...time, description: 'When it came alongside; null: not known.' }),
    unberthed: t.expose('unberthed', { ...time, description: 'When it left the berth; null: not known.' }),
    shipments: t.int({
      description: 'Shipments with it that you may see.',
      resolve: (run) => run.shipments.length,
    }),
    containers: t.int({
      description: 'Boxes with it that you may see.',
      resolve: (run) => run.containers.length,
    }),
  }),
});
