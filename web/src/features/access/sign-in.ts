'use server';

import { getLocale } from 'next-intl/server';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { askApi } from '../../gql/ask-api.ts';
import { postOperation } from '../../gql/post-operation.ts';
import { SignInDocument, SignOutDocument } from './access.graphql.ts';
import type { ProviderProblem } from './provider-problem.ts';
import { safePath } from './safe-path.ts';
import { askerHeaders, SESSION_COOKIE } from './session.ts';

/** What the page says of an attempt that failed; the rest comes with the address that an identity provider was to be reached by. */
export type SignInState = 'WRONG' | 'UNREACHABLE' | ProviderProblem | null;

/** Signs in at the API, and hands its session on to the browser. */
export async function signIn(_: SignInState, form: FormData): Promise<SignInState> {
  const [login, password, next] = ['login', 'password', 'next'].map((name) => form.get(name));
  if (typeof login !== 'string' || typeof password !== 'string') return 'WRONG';
  let session: Awaited<ReturnType<typeof openSession>>;
  try {
    session = await openSession(login, password);
  } catch {
    return 'UNREACHABLE';
  }
  if (!session) return 'WRONG';
  const secure = (await headers()).get('x-forwarded-proto') === 'https';
  const { token, maxAge } = session;
  (await cookies()).set(SESSION_COOKIE, token, { httpOnly: true, sameSite: 'lax', path: '/', maxAge, secure });
  return redirect(safePath(typeof next === 'string' ? next : null));
} // prettier-ignore

export async function signOut(): Promise<void> {
  await askApi(SignOutDocument, {});
  (await cookies()).delete(SESSION_COOKIE);
  redirect(`/${await getLocale()}`);
}

async function openSession(login: string, password: string) {
  const { cookie: _, ...from } = await askerHeaders();
  const { response } = await postOperation(SignInDocument, { login, password }, from);
  if (!response.ok) throw new Error(`the API answers ${response.status}`);
  for (const cookie of response.headers.getSetCookie()) {
    const [, token = '', maxAge = '0'] = /^tl_session=([^;]+);.*Max-Age=(\d+)/.exec(cookie) ?? [];
    if (token !== '') return { token, maxAge: Number(maxAge) };
  }
  return null;
}
