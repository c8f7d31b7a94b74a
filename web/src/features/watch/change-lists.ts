'use server';

import { getLocale } from 'next-intl/server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { askApi } from '../../gql/ask-api.ts';
import type { ConfirmState } from '../account/confirm-form.tsx';
import { textIn } from '../account/problem.ts';
import { failedIn, UNREACHABLE } from './list-problem.ts';
import {
  AddToWatchListDocument,
  CreateWatchListDocument,
  DeleteWatchListDocument,
  RemoveFromWatchListDocument,
  RenameWatchListDocument,
} from './watch.graphql.ts';

const DONE = { outcome: 'DONE' } as const;

export async function createList(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const answer = await askApi(CreateWatchListDocument, { name: textIn(form, 'name') });
  if (!answer.ok) return UNREACHABLE;
  const { createWatchList: made } = answer.data;
  if (made.__typename !== 'WatchList') return failedIn(made.code);
  revalidatePath('/[locale]/watch', 'layout');
  return redirect(`/${await getLocale()}/watch/${made.id}`);
}

export async function renameList(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const [id, name] = [textIn(form, 'id'), textIn(form, 'name')];
  const answer = await askApi(RenameWatchListDocument, { id, name });
  if (!answer.ok) return UNREACHABLE;
  const { renameWatchList: named } = answer.data;
  if (named.__typename !== 'WatchList') return failedIn(named.code);
  revalidatePath('/[locale]/watch', 'layout');
  return DONE;
}

export async function deleteList(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const answer = await askApi(DeleteWatchListDocument, { id: textIn(form, 'id') });
  if (!answer.ok) return UNREACHABLE;
  const { deleteWatchList: gone } = answer.data;
  if (gone.__typename !== 'WatchList') return failedIn(gone.code);
  revalidatePath('/[locale]/watch', 'layout');
  return redirect(`/${await getLocale()}/watch`);
}

/** Rows of a table that were marked: entries by their keys, or shipments with all that leads to them. */
export async function removeRows(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const [keys, shipments] = ['key', 'shipment'].map((name) => form.getAll(name).map(String)) as [string[], string[]];
  if (keys.length + shipments.length === 0) return { outcome: 'FAILED', problem: 'NOTHING_MARKED' };
  const answer = await askApi(RemoveFromWatchListDocument, { id: textIn(form, 'id'), keys, shipments });
  if (!answer.ok) return UNREACHABLE;
  const { removeFromWatchList: rest } = answer.data;
  if (rest.__typename !== 'WatchList') return failedIn(rest.code);
  revalidatePath('/[locale]/watch', 'layout');
  return DONE;
} // prettier-ignore

/** Shipments of a table that were marked, into one of the lists. */
export async function followRows(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const shipments = form.getAll('shipment').map(String);
  if (shipments.length === 0) return { outcome: 'FAILED', problem: 'NOTHING_MARKED' };
  const answer = await askApi(AddToWatchListDocument, { id: textIn(form, 'id'), shipments });
  if (!answer.ok) return UNREACHABLE;
  const { addToWatchList: done } = answer.data;
  if (done.__typename !== 'WatchAddition') return failedIn(done.code);
  revalidatePath('/[locale]/watch', 'layout');
  return DONE;
}
