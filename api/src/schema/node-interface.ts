import { builder } from '../builder.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';

/** What can be asked for again by its id alone. Things of accounts are few and come as lists. */
export const NodeInterface = builder.interfaceRef<ShipmentView>('Node').implement({
  description: 'What can be asked for again by its id alone.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Public id; survives every re-reading of the facts.' }),
  }),
  resolveType: () => 'Shipment',
});
