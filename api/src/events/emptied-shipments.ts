import { emptiedShipments } from 'graph-schema/cypher/read/gone-claims';
import type { Asks } from 'graph-schema/cypher/statement';
import type { Asker } from 'graph-schema/domain/access/asker';
import type { IdentifierKey } from 'graph-schema/domain/identifier';
import type { ToldShipment } from '../journey/shipment-view.ts';

/**
 * Of these shipments those of which nothing stands any more, so that there is nothing to be seen but what went. Whoever holds keys sees
 * none of them: nothing is left that says whose they were.
 */
export async function viewsOfEmptied(
  ids: readonly string[],
  { graph, asker }: { readonly graph: Asks; readonly asker: Asker },
): Promise<ReadonlyMap<string, ToldShipment>> {
  if (ids.length === 0 || asker.sight !== 'ALL') return new Map();
  const rows = await graph.run(emptiedShipments, { ids });
  return new Map(rows.map(({ id, anchor }) => [id, emptied(id, anchor as IdentifierKey)]));
}

function emptied(shipmentId: string, anchor: IdentifierKey): ToldShipment {
  const nothing = { master: null, houses: [], documents: [], cycles: [], claims: [] };
  return { id: shipmentId, facts: { shipmentId, anchor, ...nothing }, related: [], withheld: [] };
}
