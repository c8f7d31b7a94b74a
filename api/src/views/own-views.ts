import {
  deleteSavedView,
  listSavedViews,
  saveView,
  type SavedViewRow,
} from 'graph-schema/cypher/access/saved-views';
import { changeAccounts } from '../access/change-accounts.ts';
import { newId } from '../access/tokens.ts';
import type { Context } from '../context.ts';
import { SavedViewError } from '../errors.ts';
import { ownersOf } from '../watch/own-lists.ts';

/** Of one owner. */
const VIEWS_MAX = 100;
const NAME_MAX = 100;
const QUERY_MAX = 2000;

/** His own, and those of his firm. */
function ownersOfViews({ asker }: Pick<Context, 'asker'>): string[] {
  const { shared, person } = ownersOf(asker);
  return person === null ? [shared] : [person, shared];
}

/** By name. */
export function listOwn(context: Context): Promise<SavedViewRow[]> {
  return context.access.accounts.read(listSavedViews, { owners: ownersOfViews(context), id: null });
}

export function isShared({ owner }: SavedViewRow): boolean {
  return !owner.startsWith('PERSON:');
}

/** Keeps a view under a name, in the place of the one that the same owner has under it. */
export async function saveOwn(context: Context, said: string, query: string, shares: boolean): Promise<SavedViewRow> {
  const name = said.trim();
  if (name === '' || name.length > NAME_MAX) throw new SavedViewError('BAD_NAME', `A name has 1 to ${NAME_MAX} characters.`);
  if (query.length > QUERY_MAX) throw new SavedViewError('TOO_MUCH', `A view has at most ${QUERY_MAX} characters.`);
  const { shared, person } = ownersOf(context.asker);
  const owner = shares ? shared : (person ?? shared);
  const row: SavedViewRow = { id: newId('vew'), owner, name, query: new URLSearchParams(query).toString() };
  const saved = await changeAccounts(context, 'saveView', async (run) => {
    const own = await run(listSavedViews, { owners: [owner], id: null });
    const isNew = own.every((one) => one.name !== name);
    return isNew && own.length >= VIEWS_MAX ? null : ((await run(saveView, { row }))[0] ?? null);
  }, ({ id }) => id);
  if (!saved) throw new SavedViewError('TOO_MUCH', `At most ${VIEWS_MAX} views.`);
  return saved;
} // prettier-ignore

/** Answers it as it was; null: there is none of his or his firm's. */
export function deleteOwn(context: Context, id: string): Promise<SavedViewRow | null> {
  const owners = ownersOfViews(context);
  return changeAccounts(context, 'deleteSavedView', async (run) => {
    const [view] = await run(listSavedViews, { owners, id });
    if (view) await run(deleteSavedView, { owners, id });
    return view ?? null;
  }, (row) => row.id);
} // prettier-ignore
