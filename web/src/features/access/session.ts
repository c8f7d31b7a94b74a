import { cookies, headers } from 'next/headers';
import { sharedToken } from '../share-links/shared-path.ts';
import { PATH_HEADER } from './safe-path.ts';

/** As the API names it. */
export const SESSION_COOKIE = 'tl_session';

/** What the API knows whoever looks at the page by: the link of a shared journey, else his session; and where he asks from. */
export async function askerHeaders(): Promise<Record<string, string>> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const session = jar.get(SESSION_COOKIE)?.value;
  const from = sent.get('x-forwarded-for');
  const token = sharedToken(sent.get(PATH_HEADER));
  return {
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    ...(session && !token ? { cookie: `${SESSION_COOKIE}=${session}` } : {}),
    ...(from ? { 'x-forwarded-for': from } : {}),
  };
}
