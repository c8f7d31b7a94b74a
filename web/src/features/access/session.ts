import { cookies, headers } from 'next/headers';

/** As the API names it. */
export const SESSION_COOKIE = 'tl_session';

/** What the API knows whoever looks at the page by: his session, and where he asks from. */
export async function askerHeaders(): Promise<Record<string, string>> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const session = jar.get(SESSION_COOKIE)?.value;
  const from = sent.get('x-forwarded-for');
  return {
    ...(session ? { cookie: `${SESSION_COOKIE}=${session}` } : {}),
    ...(from ? { 'x-forwarded-for': from } : {}),
  };
}

/** Whether somebody has signed in here; what he may is for the API to say. */
export async function hasSession(): Promise<boolean> {
  return (await cookies()).has(SESSION_COOKIE);
}
