'use server';

import { revalidatePath } from 'next/cache';
import { askApi } from '../../gql/ask-api.ts';
import { ReplayMessageDocument } from './messages.graphql.ts';

/** ASKED: it is read again. WAITED: it was about to be. GONE: it is not stored. REFUSED: the service took nothing. */
export type ReplayState = { readonly outcome: 'ASKED' | 'WAITED' | 'GONE' | 'REFUSED' } | null;

export async function replayMessage(_: ReplayState, form: FormData): Promise<ReplayState> {
  const id = form.get('id');
  if (typeof id !== 'string') return { outcome: 'REFUSED' };
  const answer = await askApi(ReplayMessageDocument, { id });
  if (!answer.ok) return { outcome: 'REFUSED' };
  const { replayMessage: replayed } = answer.data;
  if (replayed.__typename !== 'ReplayedMessage') return { outcome: 'GONE' };
  revalidatePath('/[locale]/messages', 'layout');
  return { outcome: replayed.waited ? 'WAITED' : 'ASKED' };
}
