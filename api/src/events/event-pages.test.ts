import { expect, it } from 'vitest';
import { notYetKnown, tooLarge } from '../journey/as-of/as-of-refusals.ts';
import type { ToldShipment } from '../journey/shipment-view.ts';
import { pageOfEvents, type EventQuestion } from './event-pages.ts';
import type { EventReads } from './event-reads.ts';
import { partialHeader } from './partial-page.ts';
import { manyViews } from './testing/sample-context.ts';

interface Told {
  readonly id: string;
}

const question = (over: Partial<EventQuestion<Told>> = {}): EventQuestion<Told> => ({
  named: null,
  since: null,
  limit: 1000,
  sort: [],
  at: null,
  createdOf: () => 0,
  idOf: ({ id }) => id,
  isNamed: () => true,
  toldOf: ({ id }: ToldShipment) => [{ id }],
  ...over,
});

/** So many cargoes of an instant, of which some are too large to be looked back at. */
function readsOf(count: number, large: readonly number[], refusal = tooLarge(100)): EventReads & { readonly ids: readonly string[] } {
  const views = manyViews(count);
  const ids = views.map(({ id }) => id);
  const isLarge = new Set(large.map((index) => ids[index]));
  return {
    ids,
    asOf: 1,
    shipments: {
      load: (id) => (isLarge.has(id) ? Promise.reject(refusal) : Promise.resolve(views.find((view) => view.id === id) ?? null)),
      clear: () => undefined,
    },
    numbers: { load: () => Promise.resolve([]) },
    ofEvent: () => Promise.resolve([]),
    walk: (after, _, limit) => Promise.resolve(ids.filter((id) => id > after).slice(0, limit)),
  };
} // prettier-ignore

it.each([30, 200])(
  'of %i cargoes tells all but the one that is too large by itself, and says so',
  async (count) => {
    const reads = readsOf(count, [7]);
    const page = await pageOfEvents(question(), reads);
    expect(page?.events.map(({ id }) => id)).toEqual(reads.ids.filter((_, index) => index !== 7));
    expect(page && partialHeader(page)).toEqual({ 'Throughline-Partial': 'AS_OF_TOO_LARGE' });
  },
);

it('says nothing where nothing is left out', async () => {
  const page = await pageOfEvents(question(), readsOf(3, []));
  expect(page?.events).toHaveLength(3);
  expect(page && partialHeader(page)).toEqual({});
});

it('refuses cargo that is named and too large, and whatever else goes wrong', async () => {
  const reads = readsOf(3, [1]);
  const named = pageOfEvents(question({ named: reads.ids }), reads);
  await expect(named).rejects.toMatchObject({ code: 'AS_OF_TOO_LARGE' });
  await expect(pageOfEvents(question(), readsOf(3, [1], notYetKnown(1, null)))).rejects.toMatchObject({
    code: 'AS_OF_NOT_YET_KNOWN',
  });
});
