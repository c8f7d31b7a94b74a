import type { TransportRef } from 'graph-schema/domain/tracking-event';
import { builder } from '../builder.ts';
import { TransportModeEnum } from './enums.ts';

const text = { nullable: true } as const;

export const TransportType = builder.objectRef<TransportRef>('Transport').implement({
  description: 'What carries the cargo, as far as the message says.',
  fields: (t) => ({
    mode: t.expose('mode', { type: TransportModeEnum, description: 'Mode of transport.' }),
    name: t.exposeString('vesselName', { ...text, description: 'Name of the ship.' }),
    vesselImo: t.exposeString('vesselImo', { ...text, description: 'IMO number of the ship, seven digits.' }),
    voyage: t.exposeString('voyage', { ...text, description: "The carrier's voyage number." }),
    flight: t.exposeString('flight', { ...text, description: 'Flight, carrier and number.' }),
    train: t.exposeString('train', { ...text, description: 'Train number.' }),
    wagon: t.exposeString('wagon', { ...text, description: 'Wagon number.' }),
    plate: t.exposeString('plate', { ...text, description: 'Plate of the truck.' }),
    departureDate: t.exposeString('departureDate', {
      ...text,
      description: 'Local departure date of train or flight.',
    }),
  }),
});
