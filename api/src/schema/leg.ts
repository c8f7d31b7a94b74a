import type { Leg } from 'graph-schema/domain/journey/legs';
import { builder } from '../builder.ts';
import { findPlaceView } from '../journey/place-view.ts';
import { LegStateEnum, TransportModeEnum } from './enums.ts';
import { EventTimeType } from './event-time.ts';
import { PlaceType } from './place.ts';
import { TransportType } from './transport.ts';

const time = { type: EventTimeType, nullable: true } as const;

export const LegType = builder.objectRef<Leg>('Leg').implement({
  description: 'A carriage between two places.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The run, or the two places.' }),
    mode: t.expose('mode', { type: TransportModeEnum, description: 'Mode of transport.' }),
    state: t.expose('state', { type: LegStateEnum, description: 'How far it is.' }),
    from: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where it begins.',
      resolve: (l, _, c) => findPlaceView(l.from, c.places),
    }),
    to: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where it ends.',
      resolve: (l, _, c) => findPlaceView(l.to, c.places),
    }),
    transport: t.expose('transport', {
      type: TransportType,
      nullable: true,
      description: 'What carries it; null where nobody says.',
    }),
    departurePlanned: t.field({
      ...time,
      description: 'Departure as planned.',
      resolve: (l) => l.departure.planned,
    }),
    departureEstimated: t.field({
      ...time,
      description: 'Departure as estimated.',
      resolve: (l) => l.departure.estimated,
    }),
    departureActual: t.field({
      ...time,
      description: 'Departure as it happened.',
      resolve: (l) => l.departure.actual,
    }),
    arrivalPlanned: t.field({
      ...time,
      description: 'Arrival as planned.',
      resolve: (l) => l.arrival.planned,
    }),
    arrivalEstimated: t.field({
      ...time,
      description: 'Arrival as estimated.',
      resolve: (l) => l.arrival.estimated,
    }),
    arrivalActual: t.field({
      ...time,
      description: 'Arrival as it happened.',
      resolve: (l) => l.arrival.actual,
    }),
    departureLate: t.int({
      nullable: true,
      description:
        'Minutes that the actual, else the estimated departure is after the planned one (before: negative); null without both.',
      resolve: (l) => l.departure.lateMinutes,
    }),
    arrivalLate: t.int({
      nullable: true,
      description: 'The same of the arrival.',
      resolve: (l) => l.arrival.lateMinutes,
    }),
    containers: t.stringList({ description: 'Boxes that it carries.', resolve: (l) => [...l.containers] }),
  }),
});
