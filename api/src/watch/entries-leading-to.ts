import { aliasesOfShipments, watchEntriesNamed } from 'graph-schema/cypher/access/watch-entries';
import { oceanBillVariants } from 'graph-schema/codes/ocean-bill';
import { splitKey, type IdentifierKey } from 'graph-schema/domain/identifier';
import { followedKey } from 'graph-schema/domain/watch/read-followed';
import { meantBy } from 'graph-schema/domain/watch/meant-by';
import { numbersShown } from '../access/numbers-shown.ts';
import type { Context } from '../context.ts';

/** An entry of a list, by internal id of the list. */
interface Leading {
  readonly list: string;
  readonly key: string;
}

/**
 * Entries of the lists of these owners that mean a shipment: it, what was merged into it, or a number of it. Of one that he does
 * not see, those that name it.
 */
export async function entriesLeadingTo(context: Context, owners: readonly string[], id: string): Promise<Leading[]> {
  const { access, graph, shipments, numbers } = context;
  const view = await shipments.load(id);
  const shown = view ? numbersShown(view) : new Set<string>();
  const aliases = view ? (await graph.run(aliasesOfShipments, { ids: [view.id] })).map(({ alias }) => alias) : [];
  const ids = [...new Set([id, ...(view ? [view.id] : []), ...aliases])];
  const names = [...shown].flatMap((key) => namesOf(key as IdentifierKey));
  const found = await access.accounts.read(watchEntriesNamed, { owners: [...owners], keys: [...ids, ...new Set(names)] });
  const isMeant = await Promise.all(
    found.map(async ({ keys }) => {
      if (keys.length === 0) return true;
      const means = keys.filter((key): key is IdentifierKey => shown.has(key)).map(async (key) => meantBy(key, await numbers.load(key)));
      return (await Promise.all(means)).flat().includes(view?.id ?? '');
    }),
  );
  return found.filter((_, index) => isMeant[index]).map(({ list, key }) => ({ list, key }));
} // prettier-ignore

/** What a number is called in lists: a bill also with and without its carrier's code. */
function namesOf(key: IdentifierKey): string[] {
  const { scheme, value } = splitKey(key);
  return (scheme === 'MASTER_BILL' ? oceanBillVariants(value) : [value]).map(followedKey);
}
