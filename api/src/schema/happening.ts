import type { TrackingEvent } from 'graph-schema/domain/tracking-event';
import { builder } from '../builder.ts';
import { findPlaceView } from '../journey/place-view.ts';
import { ClassifierEnum } from './enums.ts';
import { EventTimeType } from './event-time.ts';
import { PlaceType } from './place.ts';

type Fields<T> = PothosSchemaTypes.ObjectFieldBuilder<typeof builder.$inferSchemaTypes, T>;

/** What, whether, when and where: of everything that tells one claim. */
export function happeningFields<T extends { readonly event: TrackingEvent }>(t: Fields<T>) {
  return {
    code: t.string({
      description: 'What happens, in the canonical vocabulary.',
      resolve: ({ event }) => event.code,
    }),
    classifier: t.field({
      type: ClassifierEnum,
      description: 'Whether it has happened.',
      resolve: ({ event }) => event.classifier,
    }),
    time: t.field({ type: EventTimeType, description: 'When.', resolve: ({ event }) => event.time }),
    place: t.field({
      type: PlaceType,
      nullable: true,
      description: 'Where.',
      resolve: ({ event }, _, { places }) => findPlaceView(event.place, places),
    }),
  };
}
