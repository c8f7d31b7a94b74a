'use server';

import { revalidatePath } from 'next/cache';
import { askApi } from '../../gql/ask-api.ts';
import type { ConfirmState } from '../account/confirm-form.tsx';
import { failedWith, textIn } from '../account/problem.ts';
import { RevokeGrantDocument } from './grants.graphql.ts';

export async function revokeGrant(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const answer = await askApi(RevokeGrantDocument, { id: textIn(form, 'id') });
  if (!answer.ok) return { outcome: 'FAILED', problem: 'UNREACHABLE' };
  const { revokeGrant: gone } = answer.data;
  if (gone.__typename === 'AccountError') return failedWith(gone.code);
  revalidatePath('/[locale]/account/grants', 'page');
  return { outcome: 'DONE' };
}
