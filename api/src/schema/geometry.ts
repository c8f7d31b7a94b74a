import type { JourneyGeometry, MapStop, PathSegment } from '../journey/geometry.ts';
import type { LivePosition } from '../journey/live-position.ts';
import { builder } from '../builder.ts';
import { PathBasisEnum, PathStateEnum, PositionBasisEnum, StopKindEnum, TransportModeEnum } from './enums.ts';
import { PlaceType } from './place.ts';

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
  description: 'Where the cargo is now, by the means of transport that it is aboard.',
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
    name: t.exposeString('name', { nullable: true, description: 'Ship, train or flight.' }),
    mode: t.expose('mode', { type: TransportModeEnum, description: 'Mode of transport.' }),
    basis: t.expose('basis', { type: PositionBasisEnum, description: 'Reported or reckoned.' }),
  }),
});
