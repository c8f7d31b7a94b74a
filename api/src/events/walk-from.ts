import { walkOpenedShipments, walkShipments } from 'graph-schema/cypher/read/walk-shipments';
import { openedBy } from '../access/opened-by.ts';
import type { Context } from '../context.ts';

/**
 * Some of all shipments that the asker may see, behind one of them; `since` (epoch milliseconds): of which something was received
 * or went since then. Whoever holds keys walks over what they open alone, so that a cursor names no shipment of others.
 */
export async function walkFrom(
  after: string,
  since: number | null,
  limit: number,
  { graph, asker: { sight } }: Context,
): Promise<string[]> {
  const asked = { after, since, from: since === null ? null : new Date(since).toISOString(), limit };
  const rows =
    sight === 'ALL'
      ? await graph.run(walkShipments, asked)
      : await graph.run(walkOpenedShipments, { ...asked, queries: sight.map(openedBy) });
  return rows.map(({ id }) => id);
}
