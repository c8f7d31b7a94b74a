'use server';

import { revalidatePath } from 'next/cache';
import { askApi } from '../../gql/ask-api.ts';
import type { ConfirmState } from '../account/confirm-form.tsx';
import { FIELD_GROUPS, groupsIn } from '../account/groups.ts';
import { type Failed, failedWith, textIn } from '../account/problem.ts';
import { CreateApiKeyDocument, RevokeApiKeyDocument } from './api-keys.graphql.ts';

export type NewKeyState =
  Failed | { readonly outcome: 'CREATED'; readonly name: string; readonly token: string } | null;

export async function createKey(_: NewKeyState, form: FormData): Promise<NewKeyState> {
  const [name, organisation, until] = [textIn(form, 'name'), textIn(form, 'organisation'), textIn(form, 'until')]; // prettier-ignore
  if (name === '') return { outcome: 'FAILED', problem: 'BAD_INPUT' };
  if (until !== '' && Date.parse(until) <= Date.now()) return { outcome: 'FAILED', problem: 'PAST' };
  const groups = groupsIn(form);
  const answer = await askApi(CreateApiKeyDocument, {
    name,
    organisation: organisation === '' ? null : organisation,
    // Everything, also what is told in groups that come later.
    groups: groups.length === FIELD_GROUPS.length ? null : groups,
    expiresAt: until === '' ? null : until,
  });
  if (!answer.ok) return { outcome: 'FAILED', problem: 'UNREACHABLE' };
  const { createApiKey: made } = answer.data;
  if (made.__typename === 'AccountError') return failedWith(made.code);
  revalidatePath('/[locale]/account/keys', 'page');
  return { outcome: 'CREATED', name: made.key.name, token: made.token };
}

export async function revokeKey(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const answer = await askApi(RevokeApiKeyDocument, { id: textIn(form, 'id') });
  if (!answer.ok) return { outcome: 'FAILED', problem: 'UNREACHABLE' };
  const { revokeApiKey: gone } = answer.data;
  if (gone.__typename === 'AccountError') return failedWith(gone.code);
  revalidatePath('/[locale]/account/keys', 'page');
  return { outcome: 'DONE' };
}
