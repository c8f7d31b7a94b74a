import type { ComputedBasis } from 'graph-schema/domain/eta/computed-claim';
import type { EtaBand } from 'graph-schema/domain/eta/eta-band';
import type { EtaPart } from 'graph-schema/domain/eta/what-moved';
import type { Gazetteer } from 'graph-schema/domain/place';
import { placeRef } from 'graph-schema/domain/claim';
import { builder } from '../builder.ts';
import { findPlaceView } from '../journey/place-view.ts';
import { EtaPartKindEnum, EtaStopKindEnum } from './enums.ts';
import { EventTimeType } from './event-time.ts';
import { PlaceType } from './place.ts';

export const EtaBandType = builder.objectRef<EtaBand>('EtaBand').implement({
  description: 'Between which times a computed arrival comes.',
  fields: (t) => ({
    from: t.expose('from', { type: EventTimeType, description: 'No earlier than.' }),
    to: t.expose('to', { type: EventTimeType, description: 'No later than.' }),
    confidence: t.exposeInt('confidencePercent', {
      description: 'Percent of arrivals that come within it, by past errors so far ahead.',
    }),
    closed: t.exposeInt('closed', {
      description: 'Past arrivals that it rests on; 0: none yet, and it is the house value.',
    }),
  }),
});

type Stop = ComputedBasis['stops'][number];

const EtaStopType = builder.objectRef<Stop>('EtaStop').implement({
  description: 'A place on the way where time goes by, and how much of it is still reckoned with.',
  fields: (t) => ({
    kind: t.expose('kind', { type: EtaStopKindEnum, description: 'What for.' }),
    place: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where; null for a canal.',
      resolve: ({ kind, place }, _, { places }) =>
        kind === 'CANAL' ? null : findPlaceView(refOf(place, places), places),
    }),
    name: t.exposeString('place', { description: 'UN/LOCODE, station code, or canal.' }),
    hours: t.exposeFloat('hours', { description: 'Hours that it still takes there.' }),
  }),
});

export const EtaPartType = builder.objectRef<EtaPart>('EtaPart').implement({
  description: 'What part of a move of a computed arrival comes from one thing.',
  fields: (t) => ({
    kind: t.expose('kind', { type: EtaPartKindEnum, description: 'From what.' }),
    hours: t.exposeFloat('hours', {
      description: 'Hours by which the arrival comes later for it; negative: earlier.',
    }),
    place: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where it stops; null for a canal, and of the way.',
      resolve: ({ stop }, _, { places }) =>
        !stop || stop.kind === 'CANAL' ? null : findPlaceView(refOf(stop.place, places), places),
    }),
    name: t.string({
      nullable: true,
      description: 'UN/LOCODE, station code, or canal; null of the way.',
      resolve: ({ stop }) => stop?.place ?? null,
    }),
  }),
});

export const EtaComputationType = builder.objectRef<ComputedBasis>('EtaComputation').implement({
  description: 'What a computed arrival rests on.',
  fields: (t) => ({
    positionAt: t.field({
      type: 'DateTime',
      description: 'UTC: when it was where the computation begins.',
      resolve: (c) => new Date(c.positionAt).toISOString(),
    }),
    milesLeft: t.exposeFloat('milesLeft', { description: 'Nautical miles along the way from there.' }),
    movingHours: t.exposeFloat('movingHours', { description: 'Hours under way from there.' }),
    dwellHours: t.exposeFloat('dwellHours', { description: 'Hours at stops, the arrival’s own waiting included.' }),
    stays: t.exposeInt('stays', { description: 'Past stays that say how long it stops; 0: house values.' }),
    passages: t.exposeInt('passages', { description: 'Past passages that say how fast it goes; 0: house values.' }),
    stops: t.field({ type: [EtaStopType], description: 'Those ahead, in order; the arrival last.', resolve: (c) => [...c.stops] }),
  }),
}); // prettier-ignore

function refOf(code: string, places: Gazetteer) {
  const isStation = !/^[A-Z]{2}[A-Z2-9]{3}$/.test(code) && places.findRailStation(code) !== null;
  return placeRef(isStation ? { railStation: code } : { unLocode: code });
}
