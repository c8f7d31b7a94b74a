import { removeWatchEntries } from 'graph-schema/cypher/access/watch-entries';
import type { WatchListRow } from 'graph-schema/cypher/access/watch-lists';
import { changeAccounts } from '../access/change-accounts.ts';
import type { Context } from '../context.ts';
import { WatchListError } from '../errors.ts';
import { entriesLeadingTo } from './entries-leading-to.ts';
import { findOwn, publicId } from './own-lists.ts';

/** At once, so that what each leads to is found out in good time. */
const SHIPMENTS_MAX = 200;

/**
 * Follows these no more: entries by their names in the list, and whatever in it leads to these shipments. What is not in it is
 * not missed. Null: there is no such list.
 */
export async function removeFromOwn(
  context: Context,
  id: string,
  keys: readonly string[],
  shipments: readonly string[],
): Promise<WatchListRow | null> {
  if (shipments.length > SHIPMENTS_MAX)
    throw new WatchListError('TOO_MUCH', `At most ${SHIPMENTS_MAX} shipments at once.`);
  const list = await findOwn(context, id);
  if (!list) return null;
  const leading = await Promise.all(shipments.map((one) => entriesLeadingTo(context, [list.owner], one)));
  const found = leading.flat().flatMap((one) => (one.list === list.id ? [one.key] : []));
  const gone = [...new Set([...keys, ...found])];
  const now = context.access.wall();
  const changed = await changeAccounts(context, 'removeFromWatchList', async (run) => {
    const [row] = await run(removeWatchEntries, { list: list.id, keys: gone, now });
    const removed = row?.removed ?? 0;
    return removed > 0 ? { ...list, changedAt: now, size: list.size - removed } : null;
  }, publicId); // prettier-ignore
  return changed ?? list;
}
