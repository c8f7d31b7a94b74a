import { townsOf } from 'graph-schema/domain/journey/towns';
import { facetsOf } from 'graph-schema/domain/summary/facets';
import { listOrderOf } from 'graph-schema/domain/summary/list-order';
import type { Context } from '../context.ts';
import { someTooLarge } from '../journey/as-of/as-of-refusals.ts';
import { checkInstant } from '../journey/as-of/load-as-of.ts';
import { lookBack } from '../journey/as-of/look-back.ts';
import type { ShipmentView } from '../journey/shipment-view.ts';
import { changedLastThen } from '../search/candidates-then.ts';
import { eachOnce } from '../search/find-page-then.ts';
import { readPage } from '../search/read-page.ts';

/** Of so many shipments, those that changed last, the ports are counted. */
const LOOKED_AT = 100;
const PORT = 'PORT:';

type Seeing = Pick<Context, 'graph' | 'asker' | 'shipments' | 'shipmentsThen' | 'places' | 'now'>;

/**
 * How many of the shipments that changed last go by each place, of what the asker sees.
 *
 * @param asOf as known at that instant, epoch milliseconds, of those that had changed last then; null: now. Throws an `AsOfError`, also
 * where one of them cannot be looked back at, since a count has no room to say that it is of a part.
 */
export async function activePorts(seeing: Seeing, asOf: number | null): Promise<Map<string, number>> {
  const terms = asOf === null ? await termsNow(seeing) : await termsThen(seeing, asOf);
  const counts = new Map<string, number>();
  for (const term of terms.flat()) {
    if (!term.startsWith(PORT)) continue;
    const code = term.slice(PORT.length);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

/** What each of them is found by. */
async function termsNow({ graph, asker, shipments, places }: Seeing): Promise<(readonly string[])[]> {
  const isAll = asker.sight === 'ALL';
  const { rows } = await readPage(graph, {
    facets: [],
    sight: isAll ? null : asker.sight,
    among: null,
    ranges: {},
    own: null,
    ordering: { sort: 'changedAt', isDescending: true },
    first: LOOKED_AT,
    after: null,
    isCounted: false,
  });
  if (isAll) return rows.map(([, , , , facets]) => facets);
  const views = await Promise.all(rows.map(([id]) => shipments.load(id)));
  return termsOf(views.flatMap((view) => view ?? []), places);
} // prettier-ignore

async function termsThen(seeing: Seeing, asOf: number): Promise<(readonly string[])[]> {
  const { graph, asker: { sight }, shipmentsThen, places } = seeing;
  await checkInstant(seeing, asOf);
  const ids = await changedLastThen(graph, sight === 'ALL' ? null : sight, asOf, LOOKED_AT);
  const { views, isPartial } = await lookBack(shipmentsThen, ids, asOf);
  if (isPartial) throw someTooLarge();
  const changed = new Map(views.map((view) => [view, listOrderOf(view.facts, view.journey).changedAt]));
  const last = eachOnce(views).toSorted((a, b) => (changed.get(b) ?? 0) - (changed.get(a) ?? 0) || (a.id < b.id ? 1 : -1));
  return termsOf(last.slice(0, LOOKED_AT), places);
} // prettier-ignore

function termsOf(views: readonly ShipmentView[], places: Context['places']): (readonly string[])[] {
  const townOf = townsOf(places);
  return views.map(({ facts, journey }) => facetsOf(facts, journey, townOf));
}
