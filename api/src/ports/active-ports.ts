import { townsOf } from 'graph-schema/domain/journey/towns';
import { facetsOf } from 'graph-schema/domain/summary/facets';
import type { Context } from '../context.ts';
import { readPage } from '../search/read-page.ts';

/** Of so many shipments, those that changed last, the ports are counted. */
const LOOKED_AT = 100;
const PORT = 'PORT:';

type Seeing = Pick<Context, 'graph' | 'asker' | 'shipments' | 'places'>;

/** How many of the shipments that changed last go by each place, of what the asker sees. */
export async function activePorts({ graph, asker, shipments, places }: Seeing): Promise<Map<string, number>> {
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
  const townOf = townsOf(places);
  const terms = await Promise.all(
    rows.map(async ([id, , , , facets]) => {
      if (isAll) return facets;
      const view = await shipments.load(id);
      return view ? facetsOf(view.facts, view.journey, townOf) : [];
    }),
  );
  const counts = new Map<string, number>();
  for (const term of terms.flat()) {
    if (!term.startsWith(PORT)) continue;
    const code = term.slice(PORT.length);
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}
