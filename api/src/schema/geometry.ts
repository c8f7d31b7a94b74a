import type { JourneyGeometry, MapStop, PathSegment } from '../journey/geometry.ts';
import type { LivePosition } from '../journey/live-position.ts';
import { builder } from '../builder.ts';
import {
  PathBasisEnum,
  PathStateEnum,
  PositionBasisEnum,
  StopKindEnum,
  TrackedMeansEnum,
  TransportModeEnum,
} from './enums.ts';
import { PlaceType } from './place.ts';
import { SourceType } from './voice.ts';

const PathSegmentType = builder.objectRef<PathSegment>('PathSegment').implement({
  description: 'A stretch of the way, behind the cargo or ahead of it.',
  fields: (t) => ({
    legId: t.exposeID('legId', { description: 'The leg it belongs to.' }),
    mode: t.expose('mode', { type: TransportModeEnum, description: 'Mode of transport.' }),
    state: t.expose('state', { type: PathStateEnum, description: 'Behind or ahead.' }),
    basis: t.expose('basis', { type: PathBasisEnum, description: 'What the line follows.' }),
    coordinates: t.expose('coordinates', {
      type: t.listRef(t.listRef(t.listRef('Float'))),
      description: 'Lines of [longitude, latitude], split at the antimeridian.',
    }),
  }),
});

const MapStopType = builder.objectRef<MapStop>('MapStop').implement({
  description: 'A place where the cargo stops.',
  fields: (t) => ({
    place: t.expose('place', { type: PlaceType, description: 'Where.' }),
    kind: t.expose('kind', { type: StopKindEnum, description: 'What it is on this journey.' }),
  }),
});

export const GeometryType = builder.objectRef<JourneyGeometry>('JourneyGeometry').implement({
  description: 'The way of the cargo for a map.',
  fields: (t) => ({
    paths: t.field({
      type: [PathSegmentType],
      description: 'Stretches in order.',
      resolve: (g) => [...g.paths],
    }),
    stops: t.field({ type: [MapStopType], description: 'Stops in order.', resolve: (g) => [...g.stops] }),
  }),
});

export const LivePositionType = builder.objectRef<LivePosition>('LivePosition').implement({
  description:
    'Where the cargo, or a part of it, is: by what carries it, or by the box itself where that is fresher.',
  fields: (t) => ({
    latitude: t.exposeFloat('latitude', { description: 'Degrees north.' }),
    longitude: t.exposeFloat('longitude', { description: 'Degrees east.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was there.' }),
    speedKnots: t.exposeFloat('speedKnots', { nullable: true, description: 'Speed over ground, knots.' }),
    courseDegrees: t.exposeFloat('courseDegrees', {
      nullable: true,
      description: 'Course over ground, degrees true.',
    }),
    headingDegrees: t.exposeFloat('headingDegrees', {
      nullable: true,
      description: 'Heading, degrees true.',
    }),
    accuracyMetres: t.exposeFloat('accuracyMetres', {
      nullable: true,
      description: 'Metres within which it was, 95 of 100 times; null where nobody says.',
    }),
    means: t.expose('means', { type: TrackedMeansEnum, description: 'Whose position it is.' }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'Ship, flight, train, wagon, plate or box number.',
    }),
    mode: t.expose('mode', {
      type: TransportModeEnum,
      nullable: true,
      description: 'How the cargo moves; null for a box that stands.',
    }),
    basis: t.expose('basis', { type: PositionBasisEnum, description: 'How it is known.' }),
    containers: t.stringList({
      description: 'Boxes that it speaks for; empty for a cargo without boxes.',
      resolve: (p) => [...p.containers],
    }),
    source: t.expose('source', {
      type: SourceType,
      nullable: true,
      description: 'Who reported it; null where it is reckoned.',
    }),
  }),
});
