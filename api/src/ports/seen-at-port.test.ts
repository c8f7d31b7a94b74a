import type { PageParams, PageRow } from 'graph-schema/cypher/search/page-summaries';
import { expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { LOOKED_AT_MAX, seenAtPort } from './seen-at-port.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');

/** A port with so much cargo, a minute apart, of which some is another's. */
function portWith(count: number, isOthers: (id: string) => boolean = () => false) {
  const held = new Set<string>();
  let most = 0;
  const run = (_: unknown, { value, limit }: PageParams): Promise<PageRow[]> => {
    const rows = Array.from({ length: count }, (__, index) => [`shp_${index}`, NOW - index * 60_000] as const);
    const items = rows.filter(([, at]) => at < Number(value)).slice(0, limit);
    return Promise.resolve([{ total: null, items: items.map(([id, at]) => [id, at]) as unknown as PageRow['items'] }]);
  };
  const shipments = {
    load: (id: string) => {
      held.add(id);
      most = Math.max(most, held.size);
      return Promise.resolve(isOthers(id) ? null : { id });
    },
    clear: (id: string) => held.delete(id),
  };
  const seeing = { graph: { run }, asker: { sight: 'ALL' }, now: () => NOW, shipments } as unknown as Context;
  return { seeing, mostHeld: () => most };
} // prettier-ignore

async function readAll(seeing: Context) {
  const ids: string[] = [];
  const partial: boolean[] = [];
  for await (const { views, isPartial } of seenAtPort('CNNBO', seeing, null)) {
    ids.push(...views.map(({ id }) => id));
    partial.push(isPartial);
  }
  return { ids, partial };
}

it.each([0, 1, 250, 251, 1234])('reads all of a port with %i shipments, each once', async (count) => {
  const { ids, partial } = await readAll(portWith(count).seeing);
  expect(ids).toEqual(Array.from({ length: count }, (_, index) => `shp_${index}`));
  expect(partial.at(-1)).toBe(false);
});

it('reads the last that changed of a port that is too large, and says that there is more', async () => {
  const { seeing, mostHeld } = portWith(LOOKED_AT_MAX + 1);
  const { ids, partial } = await readAll(seeing);
  expect(ids).toHaveLength(LOOKED_AT_MAX);
  expect([partial.filter(Boolean), partial.at(-1)]).toEqual([[true], true]);
  expect(mostHeld()).toBeLessThan(LOOKED_AT_MAX / 4);
  expect((await readAll(portWith(LOOKED_AT_MAX).seeing)).partial.at(-1)).toBe(false);
});

it('goes on behind cargo that the asker does not see', async () => {
  const { ids } = await readAll(portWith(600, (id) => id !== 'shp_599').seeing);
  expect(ids).toEqual(['shp_599']);
});
