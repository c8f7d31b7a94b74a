import type { Arrived } from 'graph-schema/domain/journey/arrived';
import { builder } from '../builder.ts';
import { findPlaceView } from '../journey/place-view.ts';
import { EventTimeType } from './event-time.ts';
import { PlaceType } from './place.ts';

export const ArrivedType = builder.objectRef<Arrived>('Arrived').implement({
  description: 'The told arrival at the end of the carriage.',
  fields: (t) => ({
    time: t.expose('time', { type: EventTimeType, description: 'When.' }),
    place: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where; null where nobody named the place.',
      resolve: (a, _, c) => findPlaceView(a.place, c.places),
    }),
    late: t.int({
      nullable: true,
      description: 'Minutes later than planned; negative: earlier; null without a plan.',
      resolve: (a) => a.lateMinutes,
    }),
  }),
});
