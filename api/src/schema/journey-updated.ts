import { builder } from '../builder.ts';
import { journeyUpdates, type JourneyUpdate } from '../live/journey-updates.ts';
import { NotFoundError } from '../errors.ts';
import { ShipmentType } from './shipment.ts';

const JourneyUpdateType = builder.objectRef<JourneyUpdate>('JourneyUpdate').implement({
  description: 'A shipment as it is now, and where in the feed that is.',
  fields: (t) => ({
    cursor: t.exposeString('cursor', {
      description:
        'Opaque. As `after` of `statusFeed` and `changes` it gives what changed since, of this and any other shipment.',
    }),
    shipment: t.expose('shipment', { type: ShipmentType, description: 'The shipment.' }),
  }),
});

builder.subscriptionField('journeyUpdated', (t) =>
  t.field({
    type: JourneyUpdateType,
    description: 'The shipment now, and again each time its journey changes.',
    args: { id: t.arg.id({ required: true, description: 'Public id of the shipment.' }) },
    errors: { types: [NotFoundError], union: { description: 'An update, or why there is none.' } },
    subscribe: (_, { id }, context) => journeyUpdates(context, id),
    resolve: (update: JourneyUpdate | null, { id }) => {
      if (!update) throw new NotFoundError(`Shipment ${id}`);
      return update;
    },
  }),
);
