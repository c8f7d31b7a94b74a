import { GraphQLError } from 'graphql';
import { isoInstant } from 'graph-schema/domain/instant-text';
import { builder } from '../builder.ts';
import type { MapPosition } from '../live/fleet.ts';
import { followPositions, type PositionsNews } from '../live/live-positions.ts';
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

const MapPositionType = builder.objectRef<MapPosition>('MapPosition').implement({
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
    at: t.field({ type: 'DateTime', description: 'When, UTC.', resolve: ({ at }) => isoInstant(at) }),
  }),
});

const LivePositionsType = builder.objectRef<PositionsNews>('LivePositions').implement({
  description: 'What changed in a view since the answer before; the first has all.',
  fields: (t) => ({
    moved: t.field({
      type: [MapPositionType],
      description: 'What moved, or came into it.',
      resolve: ({ moved }) => [...moved],
    }),
    left: t.idList({ description: 'What is not in it any more.', resolve: ({ left }) => [...left] }),
    hidden: t.exposeInt('hidden', {
      description: 'How many more there are: below zoom 9 one stands for its neighbours.',
    }),
  }),
});

const BoxInput = builder.inputType('MapBox', {
  description: 'A view of a map, degrees, WGS 84. Where `west` is greater than `east` it goes across the date line.',
  fields: (t) => ({
    west: t.float({ required: true, description: '-180 to 180.' }),
    south: t.float({ required: true, description: '-90 to 90.' }),
    east: t.float({ required: true, description: '-180 to 180.' }),
    north: t.float({ required: true, description: '-90 to 90.' }),
  }),
}); // prettier-ignore

function checkedBox(box: typeof BoxInput.$inferInput): typeof BoxInput.$inferInput {
  const { west, south, east, north } = box;
  const isOnEarth = [west, east].every((one) => Math.abs(one) <= 180) && south >= -90 && north <= 90 && south <= north;
  if (isOnEarth) return box;
  throw new GraphQLError('That is no part of a map.', { extensions: { code: 'BAD_BOX' } });
} // prettier-ignore

builder.subscriptionField('livePositions', (t) =>
  t.field({
    type: LivePositionsType,
    description: 'Ships and aircraft that report where they are, in a view of a map; for operators trains, trucks and boxes, too. At most an answer a second, and what lies between two is left out.',
    args: {
      box: t.arg({ type: BoxInput, required: true, description: 'The view.' }),
      zoom: t.arg.int({ required: true, description: 'Zoom of the map, 0 to 22: how dense it may get.' }),
    },
    subscribe: (_, { box, zoom }, { fleet, asker, left }) =>
      followPositions(fleet, { box: checkedBox(box), zoom: Math.min(Math.max(zoom, 0), 22), sight: asker.sight }, left ?? new AbortController().signal),
    resolve: (news: PositionsNews) => news,
  }),
); // prettier-ignore
