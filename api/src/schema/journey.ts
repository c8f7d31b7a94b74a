import { isoInstantOrNull } from 'graph-schema/domain/instant-text';
import type { Blocker } from 'graph-schema/domain/journey/blockers';
import type { ExpectedStep } from 'graph-schema/domain/journey/expectation';
import type { PieceProgress } from 'graph-schema/domain/journey/pieces';
import { builder } from '../builder.ts';
import { geometryOf } from '../journey/geometry.ts';
import { findPlaceView, type PlaceView } from '../journey/place-view.ts';
import { positionsOf, seenWays } from '../journey/positions-of.ts';
import type { ContainerView, JourneyView } from '../journey/shipment-view.ts';
import { ArrivedType } from './arrived.ts';
import { PhaseEnum, ProofKindEnum, StepBasisEnum } from './enums.ts';
import { DeviationType, OvertakenPlanType } from './deviation.ts';
import { EtaChangeType, EtaSeriesType, EtaType } from './eta.ts';
import { EventTimeType } from './event-time.ts';
import { JourneyExceptionType } from './exception.ts';
import { DayChargeType, FreeTimeClockType } from './free-time.ts';
import { GeometryType, LivePositionType } from './geometry.ts';
import { LegType } from './leg.ts';
import { MilestoneType } from './milestone.ts';
import { ParkedStatementType } from './parked-statement.ts';
import { PlaceType } from './place.ts';
import { ReadinessType } from './readiness.ts';
import { RuleEditionType } from './rule-edition.ts';
import { TransportType } from './transport.ts';

const ExpectedStepType = builder.objectRef<ExpectedStep>('ExpectedStep').implement({
  description: 'What comes next.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'What, in the canonical vocabulary.' }),
    place: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where.',
      resolve: (s, _, c) => findPlaceView(s.place, c.places),
    }),
    time: t.expose('time', {
      type: EventTimeType,
      nullable: true,
      description: 'When; null when nobody announced it.',
    }),
    basis: t.expose('basis', { type: StepBasisEnum, description: 'On what it rests.' }),
    overdueSince: t.expose('overdueSince', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when the announced time has passed without word of it; null while it has not.',
    }),
    unread: t.stringList({
      description:
        'Codes without a meaning, as received, told since the last step that could be read: it may have been one of them.',
      resolve: (s) => [...s.unread],
    }),
  }),
});

const BlockerType = builder.objectRef<Blocker>('Blocker').implement({
  description: 'Something that stops the cargo.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'What was placed.' }),
    leaf: t.expose('leaf', { type: ProofKindEnum, description: 'The condition of release that it blocks.' }),
    since: t.expose('since', { type: 'DateTime', nullable: true, description: 'Since when.' }),
    milestoneId: t.exposeID('milestoneId', { nullable: true, description: 'The milestone that says so.' }),
  }),
});

const PiecesAtType = builder
  .objectRef<{ place: PlaceView; code: string; pieces: number }>('PiecesAt')
  .implement({
    description: 'Pieces that reached a status at a place.',
    fields: (t) => ({
      place: t.expose('place', { type: PlaceType, description: 'Where.' }),
      code: t.exposeString('code', { description: 'Status.' }),
      pieces: t.exposeInt('pieces', { description: 'How many.' }),
    }),
  });

const PieceProgressType = builder.objectRef<PieceProgress>('PieceProgress').implement({
  description: 'How far the parts of a consignment without boxes are.',
  fields: (t) => ({
    total: t.exposeInt('total', { nullable: true, description: 'Pieces of the whole.' }),
    atPlace: t.field({
      type: [PiecesAtType],
      description: 'Pieces by place and status.',
      resolve: (p, _, c) =>
        p.atPlace.flatMap((at) => {
          const place = findPlaceView(at.place, c.places);
          return place ? [{ place, code: at.code, pieces: at.pieces }] : [];
        }),
    }),
  }),
});

const ContainerProgressType = builder.objectRef<ContainerView>('ContainerProgress').implement({
  description: 'One box of the shipment, on this trip of it.',
  fields: (t) => ({
    reference: t.exposeString('reference', { description: 'ISO 6346 number.' }),
    sizeType: t.exposeString('sizeType', { nullable: true, description: 'ISO 6346 size-type.' }),
    seals: t.stringList({
      description: 'Seals as its moves told last; where none names any, as its papers list them.',
      resolve: (p) => [...p.seals],
    }),
    cycleId: t.exposeID('cycleId', { description: 'This use of the box.' }),
    phase: t.expose('phase', { type: PhaseEnum, description: 'How far it is.' }),
    last: t.expose('last', {
      type: MilestoneType,
      nullable: true,
      description: 'Last thing that happened to it.',
    }),
    steps: t.field({
      type: [MilestoneType],
      description: 'Its own steps in order.',
      resolve: (p) => [...p.steps],
    }),
    parked: t.field({
      type: [ParkedStatementType],
      description: 'What else is told of the box around this time and fits no trip of it, in order of time.',
      resolve: async (p, _, c) => [...(p.parkedThen ?? (await c.parked.load(p.cycleId)))],
    }),
  }),
});

export const JourneyType = builder.objectRef<JourneyView>('Journey').implement({
  description: "One cargo's whole way, on two lines: the cargo and its papers.",
  fields: (t) => ({
    phase: t.expose('phase', { type: PhaseEnum, description: 'Where in its life it is.' }),
    currentPlace: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where it is, by moves or by its papers; null while under way.',
      resolve: (j, _, c) => findPlaceView(j.currentPlace, c.places),
    }),
    currentTransport: t.expose('currentTransport', {
      type: TransportType,
      nullable: true,
      description: 'What it is aboard; null while it lies.',
    }),
    arrivalByPapers: t.expose('arrivalByPapers', {
      type: MilestoneType,
      nullable: true,
      description:
        "Customs' word that the goods have come to the office where their transit ends, which no gate, train or ship has told: phase and current place rest on it. Null: they rest on moves.",
    }),
    origin: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where the carriage begins.',
      resolve: (j, _, c) => findPlaceView(j.origin, c.places),
    }),
    destination: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where it ends, as far as anyone said.',
      resolve: (j, _, c) => findPlaceView(j.destination, c.places),
    }),
    last: t.expose('last', {
      type: MilestoneType,
      nullable: true,
      description: 'Last thing that happened to the cargo.',
    }),
    next: t.expose('next', { type: ExpectedStepType, nullable: true, description: 'What comes next.' }),
    eta: t.expose('eta', {
      type: EtaType,
      nullable: true,
      description: 'Expected arrival, by the source that is relied on; null when arrived or unknown.',
    }),
    arrived: t.expose('arrived', {
      type: ArrivedType,
      nullable: true,
      description: 'That the carriage has ended; null while it has not, and where nobody told when.',
    }),
    etaSeries: t.field({
      type: [EtaSeriesType],
      description:
        'What every source told of the arrival, in the order in which they first spoke; kept once it has arrived.',
      resolve: (j) => [...j.etaSeries],
    }),
    etaChanges: t.field({
      type: [EtaChangeType],
      description: 'Each change of the ETA that is relied on, the first told first.',
      resolve: (j) => [...j.etaChanges],
    }),
    blockers: t.field({
      type: [BlockerType],
      description: 'What stops it, worst first.',
      resolve: (j) => [...j.blockers],
    }),
    exceptions: t.field({
      type: [JourneyExceptionType],
      description: 'What is, and what was, wrong with it: open ones first, the gravest at the top.',
      resolve: (j) => [...j.exceptions],
    }),
    readiness: t.field({
      type: [ReadinessType],
      description:
        'Whether each box may leave each place that customs must let it leave; by box, in the order of its way.',
      resolve: (j) => [...j.readiness],
    }),
    freeTime: t.field({
      type: [FreeTimeClockType],
      description: 'Free times side by side, the earliest end first.',
      resolve: (j) => [...j.freeTime],
    }),
    charges: t.field({
      type: [DayChargeType],
      description:
        'What the next seven days, today there included, cost for every box that still stands where it costs.',
      resolve: (j) => [...j.charges],
    }),
    deviation: t.expose('deviation', {
      type: DeviationType,
      description: 'Whether it goes as somebody planned it: misdirected as soon as one of its boxes is.',
    }),
    overtaken: t.field({
      type: [OvertakenPlanType],
      description: 'Plans that cannot come true any more, kept beside the line.',
      resolve: (j) => [...j.overtaken],
    }),
    logistics: t.field({
      type: [MilestoneType],
      description: 'The logistics line, by time.',
      resolve: (j) => [...j.logistics],
    }),
    documents: t.field({
      type: [MilestoneType],
      description: 'The documents line, by time.',
      resolve: (j) => [...j.documents],
    }),
    containers: t.field({
      type: [ContainerProgressType],
      description: 'Boxes with their own progress.',
      resolve: (j) => [...j.containers],
    }),
    pieces: t.expose('pieces', {
      type: PieceProgressType,
      nullable: true,
      description: 'Pieces, for cargo that moves in parts.',
    }),
    legs: t.field({ type: [LegType], description: 'Carriages in order.', resolve: (j) => [...j.legs] }),
    judgedBy: t.field({
      type: [RuleEditionType],
      description: 'The rules that it is judged by: those in force now, or at the instant looked back at.',
      resolve: (j) => [...j.judgedBy],
    }),
    changesAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'First instant at which this answer changes without a new fact.',
      resolve: (j) => isoInstantOrNull(j.changesAt),
    }),
    geometry: t.field({
      type: GeometryType,
      description: 'The way for a map.',
      resolve: async (j, _, c) => {
        const positions = await positionsOf(j, c);
        return geometryOf(j, { positions, ways: await seenWays(positions, c) }, c.places, c.routes);
      },
    }),
    livePosition: t.field({
      type: LivePositionType,
      nullable: true,
      description: 'Where it is now: the position that speaks for most of it.',
      resolve: async (j, _, c) => (await positionsOf(j, c))[0] ?? null,
    }),
    livePositions: t.field({
      type: [LivePositionType],
      description: 'Where its boxes, or its parts, are now; the position that speaks for most of it first.',
      resolve: async (j, _, c) => [...(await positionsOf(j, c))],
    }),
  }),
});
