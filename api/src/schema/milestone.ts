import { isDerived } from 'graph-schema/domain/journey/facts';
import type { Milestone } from 'graph-schema/domain/journey/milestone';
import { splitKey } from 'graph-schema/domain/identifier';
import { builder } from '../builder.ts';
import { findPlaceView } from '../journey/place-view.ts';
import { ClassifierEnum, DimensionEnum, LoadStateEnum } from './enums.ts';
import { EventTimeType } from './event-time.ts';
import { IdentifierType } from './identifier.ts';
import { PlaceType } from './place.ts';
import { TransportType } from './transport.ts';
import { voicesOf, VoiceType } from './voice.ts';

export const MilestoneType = builder.objectRef<Milestone>('Milestone').implement({
  description: 'One happening on the way of the cargo or its papers, with everybody who tells of it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the claim that speaks for it.' }),
    dimension: t.expose('dimension', { type: DimensionEnum, description: 'Which line it is drawn on.' }),
    code: t.exposeString('code', { description: 'What happens, in the canonical vocabulary.' }),
    classifier: t.expose('classifier', { type: ClassifierEnum, description: 'Whether it has happened.' }),
    time: t.expose('time', { type: EventTimeType, description: 'When, by the voice that counts first.' }),
    place: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where.',
      resolve: (m, _, c) => findPlaceView(m.place, c.places),
    }),
    equipmentReference: t.string({
      nullable: true,
      description: 'The box, when it is one.',
      resolve: (m) => (m.containers.length === 1 ? (m.containers[0] ?? null) : null),
    }),
    containers: t.stringList({
      description: 'All boxes that it happened to.',
      resolve: (m) => [...m.containers],
    }),
    loadState: t.expose('loadState', {
      type: LoadStateEnum,
      nullable: true,
      description: 'Empty or full, where it matters.',
    }),
    transport: t.expose('transport', {
      type: TransportType,
      nullable: true,
      description: 'What carried it.',
    }),
    document: t.field({
      type: IdentifierType,
      nullable: true,
      description: 'The paper that it is about.',
      resolve: (m) => (m.document ? splitKey(m.document) : null),
    }),
    pieces: t.int({
      nullable: true,
      description: 'Pieces of this part.',
      resolve: (m) => m.quantity?.pieces ?? null,
    }),
    ofPieces: t.int({
      nullable: true,
      description: 'Pieces of the whole, where this is a part.',
      resolve: (m) => m.quantity?.ofPieces ?? null,
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Reason or remark as received.' }),
    inherited: t.exposeBoolean('inherited', {
      description: 'Told of the vessel, train or flight that it was aboard, not of the cargo itself.',
    }),
    derived: t.boolean({
      description:
        'Concluded by this service, as from positions; nobody told it. What somebody tells counts before it.',
      resolve: (m) => m.claims.every(isDerived),
    }),
    disagreement: t.exposeBoolean('disagreement', {
      description: 'Sources differ by more than the tolerance of this kind of fact.',
    }),
    voices: t.field({
      type: [VoiceType],
      description: 'Who says so, the voice that counts first at the top.',
      resolve: (m) => voicesOf(m.claims.flatMap((claim) => claim.voices.map((voice) => ({ claim, voice })))),
    }),
  }),
});
