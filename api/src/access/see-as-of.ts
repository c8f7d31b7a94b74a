import { accessTo } from 'graph-schema/domain/access/access-to';
import { loadFacts } from 'graph-schema/facts/load-facts';
import { getAccessRules } from 'graph-schema/reference/access-rules';
import type { AsOfError } from '../errors.ts';
import { loadAsOf } from '../journey/as-of/load-as-of.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import { seeThen, type Seeing } from './see-shipment.ts';

/**
 * Shipments as they were known at an instant, as far as the one who asks may see them today: rights are not turned back. Of
 * what he may not see not even that it was not known then is told.
 */
export async function seeAsOf(
  seeing: Seeing,
  ids: readonly string[],
  at: number,
): Promise<(ShipmentView | AsOfError | null)[]> {
  const { asker, graph, now } = seeing;
  if (asker.sight === 'ALL') {
    const all = await loadAsOf(seeing, ids, at);
    for (const view of all)
      if (view && !(view instanceof Error)) seeing.access.audit.seen(asker, 'sawThen', view.id);
    return all;
  }
  const loaded = await loadFacts(graph, ids);
  const rights = new Map(
    loaded.map(({ row, facts }) => [row.asked, accessTo(facts, asker, getAccessRules(), now())]),
  );
  const open = ids.filter((id) => (rights.get(id) ?? null) !== null);
  const found = open.length === 0 ? [] : await loadAsOf(seeing, open, at);
  const byId = new Map(open.map((id, index) => [id, found[index] ?? null]));
  return ids.map((id) => {
    const view = byId.get(id) ?? null;
    const access = rights.get(id) ?? null;
    if (view === null || view instanceof Error || access === null || access === 'ALL') return view;
    return seeThen(seeing, view, access, at);
  });
}
