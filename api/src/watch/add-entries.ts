import {
  addWatchEntries,
  findWatchEntries,
  heirsOfShipments,
  type WatchEntryRow,
} from 'graph-schema/cypher/access/watch-entries';
import type { WatchListRow } from 'graph-schema/cypher/access/watch-lists';
import { splitKey, type Identifier } from 'graph-schema/domain/identifier';
import {
  readFollowed,
  type FollowedNumber,
  type ReadFollowed,
  type UnknownKind,
} from 'graph-schema/domain/watch/read-followed';
import { changeAccounts } from '../access/change-accounts.ts';
import type { Context } from '../context.ts';
import { WatchListError } from '../errors.ts';
import { findOwn, lockOwn, publicId } from './own-lists.ts';

/** What became of one of many that somebody wants to follow. */
export interface AddedRow {
  /** As it was written. */
  readonly said: string;
  readonly outcome: 'ADDED' | 'ALREADY_THERE' | 'UNKNOWN_KIND' | 'WRONG_CHECK_DIGIT' | 'NOT_FOUND';
  /** Null: something was read. */
  readonly why: UnknownKind | null;
  /** Its name in the list; null: it is not in it. */
  readonly key: string | null;
  /** As what it was read; null: as nothing, or it is a shipment. */
  readonly number: Identifier | null;
  readonly repairs: readonly Identifier[];
}

/** At once, and in a list: more is no list that anybody looks at. */
export const ADDED_MAX = 5000;
const LIST_MAX = 10_000;
/** As many mistyped numbers are looked for among what there is; a column of them is no slip. */
const LOOKED_FOR_MAX = 100;
const REPAIRS_MAX = 3;

/** Something that can be put into a list, or the row that says why not. */
type Asked = { readonly row: AddedRow; readonly keys: readonly string[] };

/** Follows numbers and shipments in a list, those that can be; answers in the order asked. Null: there is no such list. */
export async function addToOwn(
  context: Context,
  id: string,
  numbers: readonly string[],
  shipments: readonly string[],
): Promise<{ readonly list: WatchListRow; readonly rows: readonly AddedRow[] } | null> {
  const { access, asker } = context;
  if (numbers.length + shipments.length > ADDED_MAX) throw tooMuch(`At most ${ADDED_MAX} at once.`);
  const list = await findOwn(context, id);
  if (!list) return null;
  const asked = [...(await askedNumbers(numbers, context)), ...(await askedShipments(shipments, context))];
  const wanted = new Map(asked.flatMap((one) => (one.row.key === null ? [] : [[one.row.key, one]])).toReversed() as [string, Asked][]);
  if (wanted.size === 0) return { list, rows: asked.map(({ row }) => row) };
  const now = access.wall();
  const entryOf = ({ row, keys }: Asked, place: number): WatchEntryRow => ({
    key: row.key ?? '', said: row.said, keys, addedAt: now, place, by: asker.actor,
  });
  const added = new Set<string>();
  const changed = await changeAccounts(context, 'addToWatchList', async (run) => {
    const locked = await lockOwn(run, list, now);
    if (!locked) return null;
    const known = await run(findWatchEntries, { list: locked.id, keys: [...wanted.keys()] });
    const there = new Set(known.map(({ key }) => key));
    const fresh = asked.filter((one) => wanted.get(one.row.key ?? '') === one && !there.has(one.row.key ?? ''));
    if (locked.size + fresh.length > LIST_MAX) throw tooMuch(`At most ${LIST_MAX} in a list.`);
    if (fresh.length > 0) await run(addWatchEntries, { list: locked.id, rows: fresh.map(entryOf), now });
    added.clear();
    for (const { row } of fresh) added.add(row.key ?? '');
    return { ...locked, changedAt: fresh.length > 0 ? now : locked.changedAt, size: locked.size + fresh.length };
  }, publicId);
  if (!changed) return null;
  const rows = asked.map((one) => {
    if (one.row.key === null) return one.row;
    const isFirst = wanted.get(one.row.key) === one;
    return isFirst && added.has(one.row.key) ? one.row : { ...one.row, outcome: 'ALREADY_THERE' as const };
  });
  return { list: changed, rows };
} // prettier-ignore

async function askedNumbers(numbers: readonly string[], context: Context): Promise<Asked[]> {
  const read = numbers.map((said) => ({ said, read: readFollowed(said) }));
  const mistyped = read.filter(({ read: { outcome } }) => outcome === 'WRONG_CHECK_DIGIT');
  const looked = new Set(mistyped.slice(0, LOOKED_FOR_MAX));
  return Promise.all(
    read.map(async (one) => {
      if (one.read.outcome !== 'WRONG_CHECK_DIGIT') return askedAs(one.said, one.read);
      // Whoever painted the number on a box may have erred: what cargo is told of under it is followed as it is.
      const isThere = looked.has(one) && (await leadsSomewhere(one.read.number, context));
      if (isThere) return askedAs(one.said, { ...one.read, outcome: 'READ' });
      return askedAs(one.said, { ...one.read, repairs: await likely(one.read.repairs, looked.has(one), context) });
    }),
  );
} // prettier-ignore

function askedAs(said: string, read: ReadFollowed): Asked {
  const none = { said, why: null, key: null, number: null, repairs: [] };
  switch (read.outcome) {
    case 'UNKNOWN_KIND':
      return { row: { ...none, outcome: 'UNKNOWN_KIND', why: read.why }, keys: [] };
    case 'WRONG_CHECK_DIGIT':
      return {
        row: { ...none, outcome: 'WRONG_CHECK_DIGIT', number: read.number, repairs: read.repairs },
        keys: [],
      };
    case 'READ':
      return { row: { ...none, outcome: 'ADDED', ...nameOf(read) }, keys: read.keys };
  }
}

function nameOf({ key, number }: FollowedNumber): Pick<AddedRow, 'key' | 'number'> {
  return { key, number };
}

/** What he sees under one of the repairs goes first; else the right check digit. */
async function likely(repairs: readonly Identifier[], isLooked: boolean, context: Context): Promise<readonly Identifier[]> {
  const [first] = repairs;
  if (!isLooked) return first ? [first] : [];
  const there = await Promise.all(repairs.map((one) => leadsSomewhere(one, context)));
  const found = repairs.filter((_, index) => there[index]);
  return [...new Set([...found, ...(first ? [first] : [])])].slice(0, REPAIRS_MAX);
} // prettier-ignore

async function leadsSomewhere({ scheme, value }: Identifier, { numbers }: Context): Promise<boolean> {
  const hits = await numbers.load(`${scheme}:${value}`);
  return hits.some(({ shipment }) => shipment !== null);
}

/** Public ids, of what he sees alone; one that was merged into another is followed as that one. */
async function askedShipments(ids: readonly string[], { graph, listed }: Context): Promise<Asked[]> {
  if (ids.length === 0) return [];
  const heirs = new Map((await graph.run(heirsOfShipments, { ids: [...ids] })).map(({ id, heir }) => [id, heir]));
  return Promise.all(
    ids.map(async (said): Promise<Asked> => {
      const heir = heirs.get(said);
      const shown = heir === undefined ? null : await listed.load(heir);
      const none = { said, why: null, key: null, number: null, repairs: [] };
      if (!shown) return { row: { ...none, outcome: 'NOT_FOUND' }, keys: [] };
      return { row: { ...none, said: shown.title.value, outcome: 'ADDED', key: shown.id, number: shown.title }, keys: [] };
    }),
  );
} // prettier-ignore

function tooMuch(why: string): WatchListError {
  return new WatchListError('TOO_MUCH', why);
}

/** What an entry of a list is read as; null: it is a shipment. */
export function numberOf({ keys }: Pick<WatchEntryRow, 'keys'>): Identifier | null {
  const [first] = keys;
  return first === undefined ? null : splitKey(first as `CONTAINER:${string}`);
}
