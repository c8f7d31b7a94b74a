'use server';

import { revalidatePath } from 'next/cache';
import { askApi } from '../../gql/ask-api.ts';
import { ReadAgainDocument } from './sources.graphql.ts';

export type ReadAgainState =
  | { readonly outcome: 'ASKED'; readonly reread: number; readonly hasMore: boolean }
  | { readonly outcome: 'REFUSED' }
  | null;

export async function readAgain(_: ReadAgainState, form: FormData): Promise<ReadAgainState> {
  const [source, which, reason] = ['source', 'which', 'reason'].map((name) => form.get(name));
  if (typeof source !== 'string' || (which !== 'NOT_ENTITLED' && which !== 'DEAD'))
    return { outcome: 'REFUSED' };
  const answer = await askApi(ReadAgainDocument, {
    source,
    which,
    reason: typeof reason === 'string' ? reason : null,
  });
  if (!answer.ok) return { outcome: 'REFUSED' };
  revalidatePath('/[locale]/sources', 'layout');
  return { outcome: 'ASKED', ...answer.data.readAgain };
}
