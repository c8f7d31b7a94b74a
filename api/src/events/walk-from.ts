import { walkOpenedShipments, walkShipments } from 'graph-schema/cypher/read/walk-shipments';
import { openedBy } from '../access/opened-by.ts';
import type { Context } from '../context.ts';

/**
 * Some of all shipments that the asker may see, behind one of them; `since` (epoch milliseconds): of which something was received
 * since then. Whoever holds keys walks over what they open alone, so that a cursor names no shipment of others.
 */
export async function walkFrom(
  after: string,
  since: number | null,
  limit: number,
  { graph, asker: { sight } }: Context,
): Promise<string[]> {
  const rows =
    sight === 'ALL'
      ? await graph.run(walkShipments, { after, since, limit })
      : await graph.run(walkOpenedShipments, { queries: sight.map(openedBy), after, since, limit });
  return rows.map(({ id }) => id);
}
