import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { walkThen } from './walk-then.ts';

type Reads = Parameters<typeof walkThen>[3];

const AT = Date.parse('2026-11-20T00:00:00Z');
const idOf = (index: number) => `shp_${String(index).padStart(4, '0')}`;

/** Shipments by number, some of which proved to be another one since: both ids lead to one cargo of then. */
function readsOf(count: number, heirOf: ReadonlyMap<number, number>): Reads {
  const ids = Array.from({ length: count }, (_, index) => idOf(index));
  const heirs = new Map([...heirOf].map(([old, heir]) => [idOf(old), idOf(heir)]));
  const heirOfId = (id: string) => heirs.get(id) ?? id;
  const rows = {
    walkShipmentsThen: ({ after, limit }: { after: string; limit: number }) =>
      ids
        .filter((id) => id > after)
        .slice(0, limit)
        .map((id) => ({ id })),
    knownShipments: ({ ids: asked }: { ids: string[] }) =>
      asked.map((id) => {
        const heir = heirOfId(id);
        const aliases = ids.filter((one) => one !== heir && heirOfId(one) === heir);
        return { asked: id, askedAnchor: id, id: heir, anchor: heir, documents: [], aliases: aliases.map((one) => ({ id: one, anchor: one })) }; // prettier-ignore
      }),
  };
  const graph = {
    run: (statement: { name: string }, asked: never) =>
      Promise.resolve(rows[statement.name as keyof typeof rows](asked)),
  };
  const shipmentsThen = {
    loadMany: (all: readonly { id: string }[]) =>
      Promise.resolve(all.map(({ id }) => ({ id, hangsOn: `BOOKING:${heirOfId(id)}` }))),
  };
  return { graph, shipmentsThen, asker: { sight: 'ALL' } } as unknown as Pick<Context, keyof Reads>;
}

it('gives as many as are asked for until there are no more, each cargo of then once', async () => {
  const worlds = fc.record({
    count: fc.integer({ min: 0, max: 120 }),
    merged: fc.uniqueArray(fc.integer({ min: 0, max: 118 }), { maxLength: 20 }),
    limit: fc.integer({ min: 1, max: 60 }),
  });
  await fc.assert(
    fc.asyncProperty(worlds, async ({ count, merged, limit }) => {
      // Each proved to be the next one that is none of them.
      const old = merged.filter((one) => one < count - 1);
      const heirs = new Map(
        old.flatMap((one): [number, number][] => {
          let heir = one + 1;
          while (old.includes(heir)) heir += 1;
          return heir < count ? [[one, heir]] : [];
        }),
      );
      const reads = readsOf(count, heirs);
      const found: string[] = [];
      for (;;) {
        const page = await walkThen(found.at(-1) ?? '', AT, limit, reads);
        found.push(...page);
        if (page.length < limit) break;
      }
      const own = Array.from({ length: count }, (_, index) => index).filter((one) => !heirs.has(one));
      expect(found).toEqual(own.map(idOf));
    }),
  );
});
