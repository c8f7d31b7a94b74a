/** What a request brings to say who asks. */
export interface Credentials {
  /** API key or share link. */
  readonly bearer: string | null;
  /** Session of a person. */
  readonly session: string | null;
}

export const SESSION_COOKIE = 'tl_session';
const TOKEN_LENGTH_MAX = 200;

export function credentialsOf(authorization: string | null, cookies: string | null): Credentials {
  const [, bearer = null] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  return { bearer: sane(bearer), session: cookieOf(cookies, SESSION_COOKIE) };
}

/** The value of one cookie; null: there is none, or it cannot be one of ours. */
export function cookieOf(cookies: string | null, name: string): string | null {
  const found = (cookies ?? '')
    .split(';')
    .map((part) => part.trim().split('='))
    .find(([one]) => one === name)?.[1];
  return sane(found ?? null);
}

function sane(token: string | null): string | null {
  return token !== null && token !== '' && token.length <= TOKEN_LENGTH_MAX ? token : null;
}

/** Scripts of the page do not read it, and other sites do not send it along but by a link. */
export function sessionCookie(token: string, seconds: number, isSecure: boolean): string {
  const secure = isSecure ? '; Secure' : '';
  return `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}
