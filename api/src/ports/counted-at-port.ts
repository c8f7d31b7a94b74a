import { isSummedFor } from 'graph-schema/domain/access/access-to';
import { zonesOf } from 'graph-schema/domain/free-time/terms';
import { townsOf } from 'graph-schema/domain/journey/towns';
import { loadFacts } from 'graph-schema/facts/load-facts';
import { getAccessRules } from 'graph-schema/reference/access-rules';
import { ownRules } from '../access/own-rules.ts';
import type { Seeing } from '../access/see-shipment.ts';
import { thenLoader } from '../journey/as-of/as-of-loader.ts';
import { lookBack } from '../journey/as-of/look-back.ts';
import { shipmentView, type ShipmentView } from '../journey/shipment-view.ts';

/**
 * Of these shipments those of which the authority of a port is told how many boxes wait for what, read as whole as an operator sees them:
 * they are for sums, and never to be shown. A port must know what fills its yards and may not know whose papers keep it.
 *
 * @param asOf as known at that instant, epoch milliseconds; rights are those of today. Null: now. Throws an `AsOfError`.
 */
export async function countedAtPort(
  port: string,
  ids: readonly string[],
  seeing: Seeing,
  asOf: number | null,
): Promise<readonly ShipmentView[]> {
  const { asker, graph, now, places } = seeing;
  const key = `PORT:${port}`;
  if (ids.length === 0 || asker.sight === 'ALL' || !asker.sight.includes(key)) return [];
  const at = now();
  const loaded = await loadFacts(graph, ids);
  const open = loaded.filter(({ facts }) =>
    isSummedFor(facts, asker, getAccessRules(), at, { key, group: 'RELEASE' }),
  );
  if (asOf !== null) {
    // Nobody looks at these: what is counted is no look in the audit trail.
    const whole = thenLoader({ ...seeing, asker: { ...asker, sight: 'ALL', actor: null } });
    const { views } = await lookBack(whole, open.map(({ row }) => row.asked), asOf); // prettier-ignore
    return views;
  }
  const [towns, zones, rules] = [townsOf(places), zonesOf(places), ownRules(asker, at)];
  return open.map(({ row, facts }) => shipmentView(row, facts, at, towns, zones, rules));
}
