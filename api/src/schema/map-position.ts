import { isoInstant } from 'graph-schema/domain/instant-text';
import { builder } from '../builder.ts';
import type { MapPosition } from '../live/fleet.ts';
import type { ShownPosition } from '../live/live-positions.ts';
import { named } from './enums.ts';

const KINDS = {
  MMSI: 'VESSEL',
  AIRCRAFT: 'AIRCRAFT',
  TRAIN_RUN: 'TRAIN',
  TRUCK: 'TRUCK',
  CONTAINER: 'CONTAINER',
} as const;
type Kind = (typeof KINDS)[keyof typeof KINDS];

const MapPositionKindEnum = named('MapPositionKind', 'What is somewhere.', {
  VESSEL: 'A ship or barge, by AIS.',
  AIRCRAFT: 'An aircraft, by ADS-B.',
  TRAIN: 'A train.',
  TRUCK: 'A truck, by its terminal.',
  CONTAINER: 'A box, by a device on it.',
} satisfies Record<Kind, string>);

export const MapPositionType = builder.objectRef<MapPosition | ShownPosition>('MapPosition').implement({
  description: 'Where something was when it last reported.',
  fields: (t) => ({
    id: t.exposeID('key', { description: 'What reports: `MMSI:413999001`; the same in each answer.' }),
    kind: t.field({
      type: MapPositionKindEnum,
      description: 'What it is.',
      resolve: ({ key }) => KINDS[key.slice(0, key.indexOf(':')) as keyof typeof KINDS],
    }),
    name: t.exposeString('name', { nullable: true, description: 'Its name; null: nobody said.' }),
    vesselImo: t.exposeString('imo', { nullable: true, description: 'IMO number of a ship; null: unknown.' }),
    latitude: t.exposeFloat('latitude', { description: 'Degrees north, WGS 84.' }),
    longitude: t.exposeFloat('longitude', { description: 'Degrees east, WGS 84.' }),
    speedKnots: t.exposeFloat('speedKnots', { nullable: true, description: 'Knots; null: not said.' }),
    courseDegrees: t.exposeFloat('courseDegrees', {
      nullable: true,
      description: 'Degrees true; null: not said.',
    }),
    crowd: t.int({
      description: 'How many it stands for, itself included: more than one below zoom 9 of a live map.',
      resolve: (one) => ('crowd' in one ? one.crowd : 1),
    }),
    at: t.field({ type: 'DateTime', description: 'When, UTC.', resolve: ({ at }) => isoInstant(at) }),
  }),
});
