import { isoInstant, isoInstantOrNull } from 'graph-schema/domain/instant-text';
import type { DayCharge } from 'graph-schema/domain/free-time/charges-ahead';
import type { FreeTimeClock } from 'graph-schema/domain/free-time/free-time-clock';
import type { Rate } from 'graph-schema/domain/free-time/tariff';
import { builder } from '../builder.ts';
import { findPlaceView } from '../journey/place-view.ts';
import { FreeTimeBasisEnum, FreeTimeKindEnum } from './enums.ts';
import { PlaceType } from './place.ts';

const RateType = builder.objectRef<Rate>('DayRate').implement({
  description: 'What a day costs from some day on, until the next rate begins.',
  fields: (t) => ({
    fromDay: t.exposeInt('fromDay', { description: '1 is the first day after the free time.' }),
    amount: t.exposeFloat('amount', { description: 'For a box and day.' }),
    currency: t.exposeString('currency', { description: 'ISO 4217.' }),
  }),
});

export const FreeTimeClockType = builder.objectRef<FreeTimeClock>('FreeTimeClock').implement({
  description: 'One free time 免费期 of a box, or of all boxes together. Several run side by side; of each charge one binds.',
  fields: (t) => ({
    container: t.exposeString('container', {
      nullable: true,
      description: 'The box; null: the term names none and holds for all.',
    }),
    kind: t.expose('kind', {
      type: FreeTimeKindEnum,
      nullable: true,
      description: 'The charge that it is free of; null: not told.',
    }),
    basis: t.expose('basis', { type: FreeTimeBasisEnum, description: 'Who set it.' }),
    lastFreeDay: t.exposeString('lastFreeDay', {
      description: '`YYYY-MM-DD`, a date at the place: the last day on which it is free.',
    }),
    zone: t.exposeString('zone', { description: 'Zone whose midnights count.' }),
    endsAt: t.field({
      type: 'DateTime',
      description: 'When it is over: of a day the midnight that ends it there.',
      resolve: (c) => isoInstant(c.endsAt),
    }),
    startedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Since when it runs; null: the box has not come there yet.',
      resolve: (c) => isoInstantOrNull(c.startedAt),
    }),
    stoppedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Since when nothing can cost any more; null: it runs.',
      resolve: (c) => isoInstantOrNull(c.stoppedAt),
    }),
    place: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where.',
      resolve: (c, _, context) => findPlaceView(c.place, context.places),
    }),
    binding: t.exposeBoolean('binding', {
      description: 'Whether of all for this box and charge it is the one that counts: the earliest of those that may bind.',
    }),
    isCertain: t.exposeBoolean('isCertain', {
      description: 'False: the holidays of a year that it was counted through are not known, so that it may end later.',
    }),
    isConfirmed: t.exposeBoolean('isConfirmed', {
      description: 'False: counted by a sample tariff of common practice, which nobody concerned confirms.',
    }),
    tariff: t.exposeString('tariff', {
      nullable: true,
      description: 'The tariff that it was counted by, or that says what a day costs; null: none fits.',
    }),
    rates: t.field({
      type: [RateType],
      description: 'What a day costs afterwards; empty: not known.',
      resolve: (c) => [...c.rates],
    }),
    open: t.stringList({
      description: 'Boxes that still stand where it costs.',
      resolve: (c) => c.open.filter((box) => box !== null),
    }),
    evidence: t.idList({
      description: 'Claims that set it, from which it was counted, or that stopped it, as in `Voice.eventId`.',
      resolve: (c) => [...new Set([...c.evidence, ...c.closing])],
    }),
  }),
}); // prettier-ignore

export const DayChargeType = builder.objectRef<DayCharge>('DayCharge').implement({
  description: 'What one day will cost for one box, if it stays.',
  fields: (t) => ({
    date: t.exposeString('date', { description: '`YYYY-MM-DD`, a date at the place.' }),
    container: t.exposeString('container', {
      nullable: true,
      description: 'The box; null: of a cargo whose boxes are not known.',
    }),
    kind: t.expose('kind', { type: FreeTimeKindEnum, nullable: true, description: 'The charge.' }),
    day: t.exposeInt('day', { description: '1 is the first day after the free time.' }),
    amount: t.exposeFloat('amount', {
      nullable: true,
      description: 'Null: it costs, but what is not known.',
    }),
    currency: t.exposeString('currency', { nullable: true, description: 'ISO 4217.' }),
  }),
});
