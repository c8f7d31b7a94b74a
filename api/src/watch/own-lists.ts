import {
  deleteWatchList,
  listWatchLists,
  lockWatchList,
  openWatchList,
  renameWatchList,
  type WatchListRow,
} from 'graph-schema/cypher/access/watch-lists';
import type { Asker } from 'graph-schema/domain/access/asker';
import type { AccountGraph, Run } from '../access/account-graph.ts';
import { changeAccounts } from '../access/change-accounts.ts';
import { newId } from '../access/tokens.ts';
import type { Context } from '../context.ts';
import { WatchListError } from '../errors.ts';
import { ownerOf } from '../webhooks/owner-of.ts';

/** The id by which everybody means what he follows by himself: it is there before anything is in it. */
export const FOLLOWED = 'followed';
/** What a person follows by himself has no name. */
const OWN_NAME = '';
const LISTS_MAX = 100;
const NAME_MAX = 100;

interface Seeing {
  readonly asker: Asker;
  readonly access: { readonly accounts: Pick<AccountGraph, 'read'> };
}

/** Whose lists somebody has: the firm's, and of a person his own; null: a program follows nothing by itself. */
export function ownersOf(asker: Asker): { readonly shared: string; readonly person: string | null } {
  const organisation = ownerOf(asker);
  return {
    shared: organisation === null ? 'SERVICE' : `ORGANISATION:${organisation}`,
    person: asker.kind === 'MEMBER' || asker.kind === 'OPERATOR' ? `PERSON:${asker.actor ?? ''}` : null,
  };
}

/** What he follows by himself first, then those of his firm by name. */
export async function listOwn({ asker, access }: Seeing): Promise<WatchListRow[]> {
  const { shared, person } = ownersOf(asker);
  const owners = person === null ? [shared] : [person, shared];
  const rows = await access.accounts.read(listWatchLists, { owners, id: null });
  const named = rows.filter(({ owner }) => owner === shared);
  if (person === null) return named;
  return [rows.find(({ owner }) => owner === person) ?? emptyOf(person), ...named];
}

/** Null: there is none, or it is another's. */
export async function findOwn({ asker, access }: Seeing, id: string): Promise<WatchListRow | null> {
  const { shared, person } = ownersOf(asker);
  if (id !== FOLLOWED)
    return (await access.accounts.read(listWatchLists, { owners: [shared], id }))[0] ?? null;
  if (person === null) return null;
  return (await access.accounts.read(listWatchLists, { owners: [person], id: null }))[0] ?? emptyOf(person);
}

function emptyOf(owner: string): WatchListRow {
  return { id: FOLLOWED, owner, name: OWN_NAME, changedAt: 0, size: 0 };
}

export function isOwn({ owner }: WatchListRow): boolean {
  return owner.startsWith('PERSON:');
}

/** The id that others know a list by. */
export function publicId(list: WatchListRow): string {
  return isOwn(list) ? FOLLOWED : list.id;
}

/** Makes one of a name for the whole firm. */
export async function createOwn(context: Context, said: string): Promise<WatchListRow> {
  const { asker, access } = context;
  const name = checkedName(said);
  const owner = ownersOf(asker).shared;
  const id = newId('wtl');
  const made = await changeAccounts(context, 'createWatchList', async (run) => {
    const own = await run(listWatchLists, { owners: [owner], id: null });
    if (own.length >= LISTS_MAX) throw new WatchListError('TOO_MUCH', `At most ${LISTS_MAX} lists.`);
    const [list] = await run(openWatchList, { id, owner, name, now: access.wall() });
    return list?.id === id ? list : null;
  }, publicId); // prettier-ignore
  if (!made) throw taken(name);
  return made;
}

/** Null: there is none. */
export async function renameOwn(context: Context, id: string, said: string): Promise<WatchListRow | null> {
  const list = await findOwn(context, id);
  if (!list) return null;
  if (isOwn(list)) throw new WatchListError('OWN_LIST', 'What you follow by yourself has no name.');
  const name = checkedName(said);
  const now = context.access.wall();
  const named = await changeAccounts(context, 'renameWatchList', async (run) => (await run(renameWatchList, { id, name, now }))[0] ?? null, publicId); // prettier-ignore
  if (!named) throw taken(name);
  return named;
}

/** Answers it as it was; null: there is none. */
export async function deleteOwn(context: Context, id: string): Promise<WatchListRow | null> {
  const list = await findOwn(context, id);
  if (list && isOwn(list)) throw new WatchListError('OWN_LIST', 'What you follow by yourself stays: take out of it what is in it.'); // prettier-ignore
  if (!list) return null;
  return changeAccounts(context, 'deleteWatchList', async (run) => ((await run(deleteWatchList, { id })).length > 0 ? list : null), publicId); // prettier-ignore
}

/** The list within a transaction, locked; what a person follows by himself is made with the first thing in it. Null: it is gone. */
export async function lockOwn(run: Run, list: WatchListRow, now: number): Promise<WatchListRow | null> {
  const { id, owner } = list;
  const locked = isOwn(list)
    ? await run(openWatchList, { id: id === FOLLOWED ? newId('wtl') : id, owner, name: OWN_NAME, now })
    : await run(lockWatchList, { id, owners: [owner] });
  return locked[0] ?? null;
}

function checkedName(said: string): string {
  const name = said.trim();
  if (name !== '' && name.length <= NAME_MAX) return name;
  throw new WatchListError('BAD_NAME', `A name has 1 to ${NAME_MAX} characters.`);
}

function taken(name: string): WatchListError {
  return new WatchListError('NAME_TAKEN', `There is a list ${name} already.`);
}
