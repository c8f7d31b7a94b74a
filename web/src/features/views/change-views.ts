'use server';

import { revalidatePath } from 'next/cache';
import { askApi } from '../../gql/ask-api.ts';
import type { ConfirmState } from '../account/confirm-form.tsx';
import { type Failed, failedWith, textIn } from '../account/problem.ts';
import { DeleteSavedViewDocument, SaveViewDocument } from './views.graphql.ts';

const UNREACHABLE: Failed = { outcome: 'FAILED', problem: 'UNREACHABLE' };

export async function keepView(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const asked = { name: textIn(form, 'name'), query: textIn(form, 'query'), isShared: form.has('isShared') };
  const answer = await askApi(SaveViewDocument, asked);
  return answer.ok ? changed(answer.data.saveView) : UNREACHABLE;
}

export async function deleteView(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const answer = await askApi(DeleteSavedViewDocument, { id: textIn(form, 'id') });
  return answer.ok ? changed(answer.data.deleteSavedView) : UNREACHABLE;
}

function changed(done: { readonly __typename: string; readonly code?: string }): ConfirmState {
  if (done.__typename !== 'SavedView') {
    const isFull = done.code === 'TOO_MUCH';
    return isFull ? { outcome: 'FAILED', problem: 'TOO_MANY_VIEWS' } : failedWith(done.code ?? '');
  }
  revalidatePath('/[locale]/shipments', 'page');
  return { outcome: 'DONE' };
}
