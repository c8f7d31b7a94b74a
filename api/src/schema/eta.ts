import { etaBand } from 'graph-schema/domain/eta/eta-band';
import type { EtaChange } from 'graph-schema/domain/eta/change';
import type { EtaSeries } from 'graph-schema/domain/eta/series';
import type { EtaTelling } from 'graph-schema/domain/eta/telling';
import type { Eta } from 'graph-schema/domain/journey/eta';
import { builder } from '../builder.ts';
import { findPlaceView } from '../journey/place-view.ts';
import { EtaReasonEnum, StepBasisEnum } from './enums.ts';
import { EtaBandType, EtaComputationType, EtaPartType } from './eta-computation.ts';
import { EventTimeType } from './event-time.ts';
import { PlaceType } from './place.ts';
import { TransportType } from './transport.ts';
import { EvidenceType, SourceType } from './voice.ts';

const PROVEN =
  'Computed, and this far ahead nearer to the truth in the past than what others estimate: it counts before that.';
const BAND =
  'Between which times it comes; null of what was not computed: nobody tells how far off it may be.';
const COMPUTATION = 'What a computed one rests on; null of what was not computed.';

export const EtaType = builder.objectRef<Eta>('Eta').implement({
  description: 'Expected arrival at the end of the carriage, by the source that is relied on.',
  fields: (t) => ({
    time: t.expose('time', { type: EventTimeType, description: 'When.' }),
    place: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where.',
      resolve: (e, _, c) => findPlaceView(e.place, c.places),
    }),
    source: t.field({ type: SourceType, description: 'Who says so.', resolve: (e) => e.voice.source }),
    eventId: t.exposeID('claimId', { description: 'The claim that says so, as in `Voice.eventId`.' }),
    basis: t.expose('basis', { type: StepBasisEnum, description: 'Planned, estimated or computed.' }),
    isProven: t.exposeBoolean('isProven', { description: PROVEN }),
    band: t.field({ type: EtaBandType, nullable: true, description: BAND, resolve: (e) => etaBand(e) }),
    computation: t.expose('computed', {
      type: EtaComputationType,
      nullable: true,
      description: COMPUTATION,
    }),
    late: t.int({
      nullable: true,
      description: 'Minutes later than planned; negative: earlier; null without a plan.',
      resolve: (e) => e.lateMinutes,
    }),
    overdueSince: t.expose('overdueSince', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it has passed without an arrival; null while it has not.',
    }),
  }),
});

const EtaTellingType = builder.objectRef<EtaTelling>('EtaTelling').implement({
  description: 'One source says once when the cargo arrives.',
  fields: (t) => ({
    eventId: t.exposeID('claimId', { description: 'Id of the claim.' }),
    toldAt: t.field({
      type: 'DateTime',
      description: 'When it was received.',
      resolve: (e) => e.voice.receivedAt,
    }),
    time: t.expose('time', { type: EventTimeType, description: 'When it arrives, by this telling.' }),
    place: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where, by this telling.',
      resolve: (e, _, c) => findPlaceView(e.place, c.places),
    }),
    code: t.exposeString('code', { description: 'What is told: arrival, berthing, check-in or discharge.' }),
    transport: t.expose('transport', {
      type: TransportType,
      nullable: true,
      description: 'The ship, train or flight that it is told of.',
    }),
    basis: t.expose('basis', { type: StepBasisEnum, description: 'Planned, estimated or computed.' }),
    isProven: t.exposeBoolean('isProven', { description: PROVEN }),
    band: t.field({ type: EtaBandType, nullable: true, description: BAND, resolve: (e) => etaBand(e) }),
    computation: t.expose('computed', {
      type: EtaComputationType,
      nullable: true,
      description: COMPUTATION,
    }),
    isOnTarget: t.exposeBoolean('isOnTarget', {
      description: 'Of the carriage and port that count now; others were told before anybody told of these.',
    }),
    evidence: t.field({
      type: EvidenceType,
      description: 'What it said, word for word.',
      resolve: (e) => e.voice,
    }),
  }),
});

export const EtaSeriesType = builder.objectRef<EtaSeries>('EtaSeries').implement({
  description: 'All that one source told of the arrival.',
  fields: (t) => ({
    source: t.expose('source', { type: SourceType, description: 'Who.' }),
    tellings: t.field({
      type: [EtaTellingType],
      description: 'In the order in which they were received.',
      resolve: (s) => [...s.tellings],
    }),
    errorMinutes: t.exposeInt('errorMinutes', {
      nullable: true,
      description:
        'Minutes from the arrival to what it told last before it; negative: it came later than told. Null: not arrived, or nothing told before.',
    }),
  }),
});

export const EtaChangeType = builder.objectRef<EtaChange>('EtaChange').implement({
  description: 'Another ETA takes the place of the one before.',
  fields: (t) => ({
    at: t.field({
      type: 'DateTime',
      description: 'When that came about.',
      resolve: (e) => new Date(e.at).toISOString(),
    }),
    from: t.expose('from', {
      type: EventTimeType,
      nullable: true,
      description: 'The one before; null: none.',
    }),
    to: t.expose('to', { type: EventTimeType, description: 'The new one.' }),
    place: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where, by the new one.',
      resolve: (e, _, c) => findPlaceView(e.telling.place, c.places),
    }),
    reason: t.expose('reason', { type: EtaReasonEnum, description: 'Why.' }),
    basis: t.field({
      type: StepBasisEnum,
      description: 'On what the new one rests.',
      resolve: (e) => e.telling.basis,
    }),
    band: t.field({
      type: EtaBandType,
      nullable: true,
      description: 'Between which times the new one comes; null of what was not computed.',
      resolve: (e) => etaBand(e.telling),
    }),
    source: t.field({
      type: SourceType,
      description: 'Who told the new one.',
      resolve: (e) => e.telling.voice.source,
    }),
    formerSource: t.field({
      type: SourceType,
      nullable: true,
      description: 'Who told the one before; null: there was none.',
      resolve: (e) => e.former?.voice.source ?? null,
    }),
    given: t.string({
      nullable: true,
      description: 'Why, in the words or by the code of who told the new one; null: no reason was given.',
      resolve: (e) => e.telling.given,
    }),
    silentSince: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Last word of the source before, where it is left for its silence; else null.',
      resolve: (e) => (e.silentSince === null ? null : new Date(e.silentSince).toISOString()),
    }),
    parts: t.field({
      type: [EtaPartType],
      description:
        'How much of the move comes from what, the most first, where both were computed; else empty.',
      resolve: (e) => [...e.parts],
    }),
    eventId: t.exposeID('claimId', {
      description:
        'The claim that brought it about, as in `Voice.eventId`: of CONFIRMED perhaps another source’s.',
    }),
  }),
});
