import DataLoader from 'dataloader';
import { seenNumbers } from 'graph-schema/cypher/search/seen-numbers';
import { summariesById } from 'graph-schema/cypher/search/summaries-by-id';
import type { Asker } from 'graph-schema/domain/access/asker';
import type { Context } from '../context.ts';
import type { GraphReader } from '../graph.ts';
import { ownKey } from '../access/own-rules.ts';
import { listedOf, listedShipment } from './listed-shipment.ts';

/**
 * What one request loads of lists and numbers, of what the asker may see alone. A summary is of all of a shipment: who may not see
 * all of everything is shown what his own view of each comes to.
 */
export function searchLoaders(
  graph: GraphReader,
  asker: Asker,
  shipments: Context['shipments'],
): Pick<Context, 'listed' | 'seen'> {
  const { sight } = asker;
  const own = ownKey(asker);
  return {
    listed: new DataLoader(async (ids) => {
      if (sight !== 'ALL') {
        const views = await shipments.loadMany(ids);
        return views.map((view) => (view === null || view instanceof Error ? view : listedOf(view)));
      }
      const rows = await graph.run(summariesById, { ids: [...ids] });
      const byId = new Map(rows.map(({ item }) => [item[0], listedShipment(item, own)]));
      return ids.map((id) => byId.get(id) ?? null);
    }),
    seen: new DataLoader(async (keys) => {
      const rows = await graph.run(seenNumbers, { keys: [...keys], sight: sight === 'ALL' ? null : [...sight] }); // prettier-ignore
      const seen = new Set(rows.map(({ key }) => key));
      return keys.map((key) => seen.has(key));
    }),
  };
}
