import type { PageItem } from 'graph-schema/cypher/search/page-summaries';
import { deriveJourney } from 'graph-schema/domain/journey/derive-journey';
import { NOBODY, type Asker } from 'graph-schema/domain/access/asker';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { describe, expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { manyViews } from '../events/testing/sample-context.ts';
import { findSeenPage } from './find-seen-page.ts';
import { orderingOf } from './orderings.ts';

const NOW = Date.parse('2026-11-21T09:07:00Z');
const MEMBER: Asker = { ...NOBODY, kind: 'MEMBER', sight: ['PARTY:SCAC:COSU'] };
const UNDATED = { departedAt: null, arrivesAt: null, declaredAt: null, releasedAt: null, changedAt: null };

/** Summaries in the order of their ids, of which every so manieth is seen. */
function listOf(count: number, seenEach: number) {
  const [view] = manyViews(1);
  if (!view) throw new Error('there is one');
  const journey = deriveJourney(view.facts, NOW);
  const ids = Array.from({ length: count }, (_, index) => `shp_${String(index).padStart(6, '0')}`);
  const graph = {
    run: async (_: unknown, { id, limit }: { id: string; limit: number }) => {
      const items = ids.filter((one) => one > id).slice(0, limit);
      return [{ total: null, items: items.map((one): PageItem => [one, 0, '', '{}', [], UNDATED, null]) }];
    },
  };
  const shipments = {
    load: async (id: string) => (ids.indexOf(id) % seenEach === 0 ? { ...view, id, journey } : null),
  };
  return { graph, shipments, places: sampleGazetteer } as unknown as Pick<Context, 'graph' | 'places' | 'shipments'>;
} // prettier-ignore

function page(context: ReturnType<typeof listOf>, isCounted = true) {
  const ordering = orderingOf('URGENCY', 'ASCENDING');
  return findSeenPage(context, MEMBER, null, { filter: {}, ordering, first: 20, after: null, isCounted });
}

describe('what somebody who sees a part is told to be in all', () => {
  it('is counted where all that may fit is looked through', async () => {
    expect(await page(listOf(500, 1))).toMatchObject({ total: 500, isTotalAtLeast: false });
    expect(await page(listOf(490, 7))).toMatchObject({ total: 70, isTotalAtLeast: false });
    expect(await page(listOf(0, 1))).toMatchObject({ total: 0, isTotalAtLeast: false });
  });

  it('says that there may be more where counting ended before, whether or not more is seen', async () => {
    expect(await page(listOf(501, 1))).toMatchObject({ total: 500, isTotalAtLeast: true });
    expect(await page(listOf(2000, 10))).toMatchObject({ total: 50, isTotalAtLeast: true });
    expect(await page(listOf(2000, 3000))).toMatchObject({ total: 1, isTotalAtLeast: true });
  });

  it('is not told unless it is asked for', async () => {
    expect(await page(listOf(2000, 1), false)).toMatchObject({ total: null, isTotalAtLeast: false });
  });
});
