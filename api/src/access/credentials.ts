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
  const session = (cookies ?? '')
    .split(';')
    .map((part) => part.trim().split('='))
    .find(([name]) => name === SESSION_COOKIE)?.[1];
  return { bearer: sane(bearer), session: sane(session ?? null) };
}

function sane(token: string | null): string | null {
  return token !== null && token !== '' && token.length <= TOKEN_LENGTH_MAX ? token : null;
}

/** Scripts of the page do not read it, and other sites do not send it along but by a link. */
export function sessionCookie(token: string, seconds: number, isSecure: boolean): string {
  const secure = isSecure ? '; Secure' : '';
  return `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}
