import type { EventTime } from 'graph-schema/domain/tracking-event';
import { builder } from '../builder.ts';
import { TimePrecisionEnum, ZoneSourceEnum } from './enums.ts';

export const EventTimeType = builder.objectRef<EventTime>('EventTime').implement({
  description: 'When something happens: the instant, and the wall clock it was reported in.',
  fields: (t) => ({
    instant: t.expose('instant', {
      type: 'DateTime',
      description: 'UTC. For DAY precision: local midnight.',
    }),
    local: t.exposeString('local', { description: 'Wall clock as reported, without offset.' }),
    zone: t.exposeString('zone', {
      description: 'IANA zone or fixed offset that the wall clock is read in.',
    }),
    zoneSource: t.expose('zoneSource', { type: ZoneSourceEnum, description: 'How the zone was known.' }),
    precision: t.expose('precision', { type: TimePrecisionEnum, description: 'How exact it is.' }),
  }),
});
