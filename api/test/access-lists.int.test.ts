import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEYS, type Member } from './testing/access/accounts.ts';
import { filtersOf } from './testing/access/filters.ts';
import { expectedLists, listsOf, watchedBy } from './testing/access/found.ts';
import { ALL_GROUPS, listedFor, seenBy, type ToldShipment } from './testing/access/model.ts';
import { ASKED_MS, NOW, SEED, START_MS } from './testing/access/moment.ts';
import {
  digitsOf,
  inOrder,
  insideOf,
  listOf,
  ORDERS,
  ordersOf,
  shownFilters,
  USUAL,
} from './testing/access/rows.ts';
import { sheetOf } from './testing/access/sheet-rows.ts';
import { csvRows, rowsShown, sheetRows } from './testing/access/table-cells.ts';
import { joinCapped, startAccessWorld, type AccessWorld } from './testing/access/world.ts';

let world: AccessWorld;
/** Programs whose keys show less than their organisation sees, and everybody. */
let capped: readonly Member[] = [];
let everybody: readonly Member[] = [];
beforeAll(async () => {
  world = await startAccessWorld(SEED);
  capped = await joinCapped(world);
  everybody = [...world.some, ...capped];
}, START_MS);
afterAll(() => world.stop());

describe(`who finds what in lists (seed ${SEED})`, () => {
  it('by each number, party, run and place: what fits in what is seen of it, and no filter tells of more', async () => {
    const filters = filtersOf(world.shipments);
    for (const member of everybody) {
      const lists = await listsOf(member, filters, world);
      const named = (texts: readonly string[]) => texts.map((text, index) => `${filters[index]?.field} ${filters[index]?.value}: ${text}`);
      expect(named(lists), member.name).toEqual(named(expectedLists(member, filters, world)));
    }
  }, ASKED_MS); // prettier-ignore

  it('by what a row shows: each phase, exception, grade and time finds the rows that show it, and counts no other', async () => {
    const filters = shownFilters((await listOf(world.operator)).rows);
    const wrong: string[] = [];
    let finds = 0;
    for (const member of everybody) {
      const { rows } = await listOf(member.by);
      const numberOf = new Map(world.shipments.map((one) => [world.idOf(one), one.number]));
      const lists = await listsOf(member, filters, world);
      for (const [index, { asked, fits }] of filters.entries()) {
        const should = rows.filter(fits).map(({ id }) => numberOf.get(id) ?? id).sort().join(' ');
        if (lists[index] !== should) wrong.push(`${member.name} ${asked}: ${lists[index]} instead of ${should}`);
        if (should !== '') finds += 1;
      }
    }
    expect(wrong).toEqual([]);
    expect(finds).toBeGreaterThan(filters.length);
  }, ASKED_MS); // prettier-ignore

  it('in each row: nothing of a group that is withheld, and what whoever sees all of it reads where nothing is', async () => {
    const all = new Map((await listOf(world.operator)).rows.map((row) => [row.id, row]));
    let whole = 0;
    for (const { name, by, asking } of everybody) {
      const { rows, total } = await listOf(by);
      const listed = world.shipments.filter((one) => listedFor(asking, one, NOW));
      expect(rows.map(({ id }) => id).sort(), name).toEqual(listed.map(world.idOf).sort());
      expect(total, name).toBe(listed.length);
      for (const shipment of listed) {
        const groups = seenBy(asking, shipment, NOW)?.groups;
        const row = rows.find(({ id }) => id === world.idOf(shipment));
        const withheld = ALL_GROUPS.filter((group) => !groups?.has(group));
        expect(row?.shipment?.withheld, `${name} of ${shipment.number}`).toEqual(withheld);
        if (withheld.length === 0) expect(row, `${name} of ${shipment.number}`).toEqual(all.get(world.idOf(shipment)));
        whole += Number(withheld.length === 0);
        if (withheld.includes('ETA')) expect(row, name).toMatchObject({ eta: null });
        if (withheld.includes('PAPERS')) expect(row, name).toMatchObject({ declaredAt: null, releasedAt: null });
        if (withheld.includes('EXCEPTIONS')) expect(row, name).toMatchObject({ exceptions: [], attention: null });
      }
    }
    expect(whole).toBeGreaterThan(0);
  }, ASKED_MS); // prettier-ignore

  it('in the order that the rows show themselves, whatever it is sorted by', async () => {
    for (const { name, by } of everybody) {
      const { rows } = await listOf(by);
      for (const [index, { ids }] of (await ordersOf(by)).entries()) {
        const order = ORDERS[index] ?? USUAL;
        expect(ids, `${name} by ${order.by} ${order.direction}`).toEqual(inOrder(rows, order).map(({ id }) => id));
      }
    }
  }, ASKED_MS); // prettier-ignore

  it(
    'and page by page the same, each row once',
    async () => {
      for (const { name, by } of capped)
        for (const order of ORDERS.filter(({ direction }) => direction === 'DESCENDING')) {
          const { rows } = await listOf(by, { order });
          const paged = await listOf(by, { order, first: 4 });
          expect(paged.rows, `${name} by ${order.by}`).toEqual(rows);
        }
    },
    ASKED_MS,
  );

  it('and no cursor holds what the row is sorted by, where that is not shown', async () => {
    const { rows: all } = await listOf(world.operator);
    let kept = 0;
    for (const { name, by } of everybody) {
      const { rows } = await listOf(by);
      for (const [index, { cursors }] of (await ordersOf(by)).entries()) {
        const { by: field } = ORDERS[index] ?? USUAL;
        const shown = new Set(rows.map((row) => digitsOf(row, field)));
        const hidden = all.flatMap((row) => digitsOf(row, field) ?? []).filter((digits) => !shown.has(digits));
        const inside = cursors.map(insideOf).join(' ');
        expect(hidden.filter((digits) => inside.includes(digits)), `${name} by ${field}`).toEqual([]);
        kept += hidden.length * cursors.length;
      }
    }
    expect(kept).toBeGreaterThan(0);
  }, ASKED_MS); // prettier-ignore

  it('in watch lists: by the numbers of papers where they are shown, by boxes all, and each number is taken alike', async () => {
    const filters = filtersOf(world.shipments);
    const numbersIn = (...fields: string[]) => filters.filter(({ field }) => fields.includes(field)).map(({ value }) => value);
    const [papers, boxes] = [[...new Set(numbersIn('bill', 'houseBill', 'declaration'))], numbersIn('container')];
    // Who sees moves alone knows a master and its houses by one box, and has to be shown each.
    const holds = KEYS.filter((key) => key.startsWith('PARTY:'));
    const bare = await world.join('moves', { holds, cap: ['MILESTONES'] });
    for (const member of [...world.some, bare]) {
      const numbersOf = (fits: (shipment: ToldShipment) => boolean) => world.shipments.filter(fits).map(({ number }) => number).sort();
      const isListed = (one: ToldShipment) => listedFor(member.asking, one, NOW);
      const isShown = (one: ToldShipment) => seenBy(member.asking, one, NOW)?.groups.has('PAPERS') ?? false;
      const byPapers = await watchedBy(member, 'papers', papers, world);
      const shown = numbersOf((one) => isListed(one) && isShown(one));
      expect(byPapers, member.name).toMatchObject({ outcomes: ['ADDED'], listed: shown, counted: shown.length, listedThen: shown });
      const byBoxes = await watchedBy(member, 'boxes', boxes, world);
      const all = numbersOf((one) => one.box.box !== null && isListed(one));
      expect(byBoxes, member.name).toMatchObject({ outcomes: ['ADDED'], listed: all, counted: all.length, listedThen: all });
      expect(byBoxes.led, member.name).toEqual(numbersOf((one) => one.box.box !== null && seenBy(member.asking, one, NOW) !== null));
    }
  }, ASKED_MS); // prettier-ignore

  it('as files, cell by cell: what GraphQL shows, and nothing of what is withheld', async () => {
    let bare = 0;
    for (const { name, by } of everybody) {
      const shown = await rowsShown(by);
      const rows = shown.map(({ row }) => row);
      expect(csvRows(await (await by.get('/export/shipments.csv')).text()), name).toEqual(rows);
      const book = Buffer.from(await (await by.get('/export/shipments.xlsx')).arrayBuffer());
      expect(sheetRows(sheetOf(book)), name).toEqual(rows);
      for (const { row, withheld } of shown) {
        const empty = [...(withheld.includes('ETA') ? ['ETA (UTC)', 'Minutes late'] : []), ...(withheld.includes('EXCEPTIONS') ? ['Attention', 'Exceptions'] : [])];
        expect(empty.map((head) => row[head]).join(''), `${name} of ${row['Number']}`).toBe('');
        if (withheld.includes('PAPERS')) expect(world.shipments.map(({ number }) => number), name).not.toContain(row['Number']);
        bare += empty.length;
      }
    }
    expect(bare).toBeGreaterThan(0);
    expect((await rowsShown(world.operator)).some(({ row }) => row['ETA (UTC)'] !== '')).toBe(true);
  }, ASKED_MS); // prettier-ignore
});
