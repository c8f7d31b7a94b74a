import { knownShipments, type KnownShipmentRow } from 'graph-schema/cypher/read/known-shipments';
import { walkOpenedShipmentsThen, walkShipmentsThen } from 'graph-schema/cypher/read/walk-shipments';
import { shipmentId } from 'graph-schema/identity/shipment-id';
import { openedBy } from '../access/opened-by.ts';
import type { Context } from '../context.ts';
import { TOGETHER } from '../journey/as-of/known-world.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';

type Reads = Pick<Context, 'graph' | 'asker' | 'shipmentsThen'>;

/**
 * Some of the shipments that may have stood at an instant (epoch milliseconds), behind one of them, of those that the asker may see
 * today; fewer than `limit`: these are the last. Of several ids that lead to one cargo of then, the one comes that it had: so its events have the ids that they were told by.
 */
export async function walkThen(
  after: string,
  at: number,
  limit: number,
  reads: Reads,
): Promise<readonly string[]> {
  const found: string[] = [];
  let from = after;
  while (found.length < limit) {
    const ids = await candidates(from, at, Math.min(limit, TOGETHER), reads);
    const last = ids.at(-1);
    if (last === undefined) break;
    found.push(...(await ownIds(ids, at, reads)));
    from = last;
  }
  return found.slice(0, limit);
}

async function candidates(
  after: string,
  at: number,
  limit: number,
  { graph, asker: { sight } }: Reads,
): Promise<readonly string[]> {
  const rows =
    sight === 'ALL'
      ? await graph.run(walkShipmentsThen, { after, at, limit })
      : await graph.run(walkOpenedShipmentsThen, { queries: sight.map(openedBy), after, at, limit });
  return rows.map(({ id }) => id);
}

/** Of these ids those that their cargo had at an instant, epoch milliseconds. */
export async function ownIds(
  ids: readonly string[],
  at: number,
  { graph, shipmentsThen }: Reads,
): Promise<string[]> {
  const rows = new Map((await graph.run(knownShipments, { ids: [...ids] })).map((row) => [row.asked, row]));
  const own = await Promise.all(
    ids.map(async (id) => {
      const row = rows.get(id);
      const family = row ? familyOf(row) : [id];
      if (family.length === 1) return true;
      const found = await shipmentsThen.loadMany(family.map((one) => ({ id: one, at })));
      const views = family.map((one, index) => [one, found[index]] as const);
      const mine = views.find(([one]) => one === id)?.[1];
      // Whether it is refused or not known is told when it is read.
      return !isView(mine) || ownIdOf(views, mine) === id;
    }),
  );
  return ids.filter((_, index) => own[index]);
}

function familyOf({ id, aliases }: KnownShipmentRow): readonly string[] {
  return [id, ...aliases.map((alias) => alias.id)];
}

type Found = ShipmentView | Error | null | undefined;

/** Of ids that lead to the same cargo that which was made for what it hung on, else the one that stands today. */
function ownIdOf(views: readonly (readonly [id: string, view: Found])[], mine: ShipmentView): string | null {
  const same = views.filter(([, view]) => isView(view) && view.hangsOn === mine.hangsOn);
  const made = same.find(([id]) => id === shipmentId(mine.hangsOn));
  return (made ?? same[0])?.[0] ?? null;
}

function isView(found: Found): found is ShipmentView {
  return found !== null && found !== undefined && !(found instanceof Error);
}
