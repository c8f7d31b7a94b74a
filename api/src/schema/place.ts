import type { PlaceView } from '../journey/place-view.ts';
import { builder } from '../builder.ts';

export const PlaceType = builder.objectRef<PlaceView>('Place').implement({
  description: 'A place as the reference tables know it, else as the sender wrote it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'UN/LOCODE, RAIL:code, CUSTOMS:office, or the text received.' }),
    unLocode: t.exposeString('unLocode', { nullable: true, description: 'UN/LOCODE, null when unknown.' }),
    name: t.exposeString('name', { description: 'English or local name.' }),
    nameZh: t.exposeString('nameZh', {
      nullable: true,
      description: 'Chinese name, null when no table has it.',
    }),
    country: t.exposeString('country', { nullable: true, description: 'ISO 3166-1 alpha-2.' }),
    latitude: t.exposeFloat('latitude', { nullable: true, description: 'Degrees north, WGS 84.' }),
    longitude: t.exposeFloat('longitude', { nullable: true, description: 'Degrees east, WGS 84.' }),
    zone: t.exposeString('zone', { nullable: true, description: 'IANA time zone.' }),
    facility: t.exposeString('facility', {
      nullable: true,
      description: 'Terminal, depot or site within it.',
    }),
    berth: t.exposeString('berth', {
      nullable: true,
      description:
        "Berth 泊位 at the terminal, by positions along a quay of the operator's file: `4`, `N2`; null: not known.",
    }),
  }),
});
