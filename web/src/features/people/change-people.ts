'use server';

import { revalidatePath } from 'next/cache';
import { askApi } from '../../gql/ask-api.ts';
import type { ConfirmState } from '../account/confirm-form.tsx';
import { type Failed, failedWith, textIn } from '../account/problem.ts';
import { ChangeUserDocument, CreateUserDocument, type Role } from './people.graphql.ts';

export type NewPersonState =
  Failed | { readonly outcome: 'CREATED'; readonly id: string; readonly name: string } | null;

export async function createPerson(_: NewPersonState, form: FormData): Promise<NewPersonState> {
  const [login, name, organisation] = [textIn(form, 'login'), textIn(form, 'name'), textIn(form, 'organisation')]; // prettier-ignore
  const password = form.get('password');
  if (login === '' || name === '') return { outcome: 'FAILED', problem: 'BAD_INPUT' };
  const answer = await askApi(CreateUserDocument, {
    login,
    name,
    password: typeof password === 'string' && password !== '' ? password : null,
    role: roleIn(form),
    organisation: organisation === '' ? null : organisation,
  });
  if (!answer.ok) return { outcome: 'FAILED', problem: 'UNREACHABLE' };
  const { createUser: made } = answer.data;
  if (made.__typename === 'AccountError') return failedWith(made.code);
  revalidatePath('/[locale]/account/people', 'page');
  return { outcome: 'CREATED', id: made.id, name: made.name };
}

/** What somebody may do from now on, and whether he may sign in at all. */
export async function changePerson(_: ConfirmState, form: FormData): Promise<ConfirmState> {
  const answer = await askApi(ChangeUserDocument, {
    id: textIn(form, 'id'),
    role: roleIn(form),
    isDisabled: form.has('isDisabled'),
  });
  if (!answer.ok) return { outcome: 'FAILED', problem: 'UNREACHABLE' };
  const { changeUser: changed } = answer.data;
  if (changed.__typename === 'AccountError') return failedWith(changed.code);
  revalidatePath('/[locale]/account/people', 'page');
  return { outcome: 'DONE' };
}

function roleIn(form: FormData): Role {
  return form.get('role') === 'ADMIN' ? 'ADMIN' : 'MEMBER';
}
