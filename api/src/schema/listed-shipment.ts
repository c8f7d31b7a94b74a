import { isoInstant, isoInstantOrNull } from 'graph-schema/domain/instant-text';
import {
  attentionOf,
  type SummaryEta,
  type SummaryException,
  type SummaryStep,
} from 'graph-schema/domain/summary/summary';
import { builder } from '../builder.ts';
import { findPlaceView } from '../journey/place-view.ts';
import type { ListedShipment } from '../search/listed-shipment.ts';
import { ActorEnum, ExceptionKindEnum, PhaseEnum, SeverityEnum } from './enums.ts';
import { EventTimeType } from './event-time.ts';
import { IdentifierType } from './identifier.ts';
import { PlaceType } from './place.ts';
import { ShipmentType } from './shipment.ts';

const ListedStepType = builder.objectRef<SummaryStep>('ListedStep').implement({
  description: 'What comes next of a shipment in a list.',
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
    overdueSince: t.expose('overdueSince', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when that time has passed without word of it; null while it has not.',
    }),
  }),
});

const ListedEtaType = builder.objectRef<SummaryEta>('ListedEta').implement({
  description: 'Expected arrival of a shipment in a list, by the source that is relied on.',
  fields: (t) => ({
    time: t.expose('time', { type: EventTimeType, description: 'When.' }),
    place: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where.',
      resolve: (e, _, c) => findPlaceView(e.place, c.places),
    }),
    late: t.exposeInt('lateMinutes', {
      nullable: true,
      description: 'Minutes later than planned; negative: earlier; null without a plan.',
    }),
    overdueSince: t.expose('overdueSince', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when it has passed without an arrival; null while it has not.',
    }),
  }),
});

const ListedExceptionType = builder.objectRef<SummaryException>('ListedException').implement({
  description: 'Something that is wrong now with a shipment in a list.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'As of `JourneyException.id`.' }),
    kind: t.expose('kind', { type: ExceptionKindEnum, description: 'What is wrong.' }),
    severity: t.expose('severity', { type: SeverityEnum, description: 'How grave it is.' }),
    openedAt: t.field({
      type: 'DateTime',
      description: 'When it began.',
      resolve: (e) => isoInstant(e.openedAt),
    }),
    actor: t.expose('actor', { type: ActorEnum, description: 'Who has to act.' }),
  }),
});

export const ListedShipmentType = builder.objectRef<ListedShipment>('ListedShipment').implement({
  description:
    'A shipment as lists show it: as it was derived last, within seconds of what was received. `shipment` has all of it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Public id, as of `Shipment.id`.' }),
    title: t.expose('title', { type: IdentifierType, description: 'The number that it is known by.' }),
    containers: t.stringList({ description: 'Its boxes.', resolve: (s) => [...s.containers] }),
    phase: t.field({
      type: PhaseEnum,
      description: 'Where in its life it is.',
      resolve: (s) => s.summary.phase,
    }),
    place: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where it is; null while it is under way.',
      resolve: (s, _, c) => findPlaceView(s.summary.place, c.places),
    }),
    destination: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where it goes.',
      resolve: (s, _, c) => findPlaceView(s.summary.destination, c.places),
    }),
    next: t.field({
      type: ListedStepType,
      nullable: true,
      description: 'What comes next; null when nothing does.',
      resolve: (s) => s.summary.next,
    }),
    eta: t.field({
      type: ListedEtaType,
      nullable: true,
      description: 'Expected arrival; null when it has arrived, or nobody says.',
      resolve: (s) => s.summary.eta,
    }),
    exceptions: t.field({
      type: [ListedExceptionType],
      description: 'What is wrong with it now, the gravest first.',
      resolve: (s) => [...s.summary.exceptions],
    }),
    attention: t.field({
      type: SeverityEnum,
      nullable: true,
      description: 'How grave the gravest of that is; null: nothing is wrong.',
      resolve: (s) => attentionOf(s.summary),
    }),
    departedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the first carriage leaves: as it happened, else estimated, else planned.',
      resolve: (s) => isoInstantOrNull(s.order.departedAt),
    }),
    arrivesAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the carriage ends: as it happened, else by the best ETA, else planned.',
      resolve: (s) => isoInstantOrNull(s.order.arrivesAt),
    }),
    declaredAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When customs got its last declaration; null: nobody told of one.',
      resolve: (s) => isoInstantOrNull(s.order.declaredAt),
    }),
    releasedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When its last declaration was released; null: nobody told so.',
      resolve: (s) => isoInstantOrNull(s.order.releasedAt),
    }),
    changedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When anything new was last received of it; null: not known yet.',
      resolve: (s) => isoInstantOrNull(s.order.changedAt),
    }),
    shipment: t.field({
      type: ShipmentType,
      nullable: true,
      description:
        'All of it, derived now, or as of the instant of the list; null when nothing stands of it any more.',
      resolve: (s, _, context) =>
        s.asOf === null ? context.shipments.load(s.id) : context.shipmentsThen.load({ id: s.id, at: s.asOf }),
    }),
  }),
});
