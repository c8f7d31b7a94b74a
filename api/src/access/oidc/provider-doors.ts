import type { IncomingMessage, ServerResponse } from 'node:http';
import { cookieOf, sessionCookie } from '../credentials.ts';
import { SESSION_SECONDS } from '../sign-in.ts';
import { OIDC_CALLBACK_PATH, OIDC_PATH } from './oidc-settings.ts';
import { ATTEMPT_SECONDS, type ProviderSignIn } from './sign-in-at-provider.ts';

const COOKIE = 'tl_sign_in';
const NO_PAGE = /^\/[/\\]|[\r\n\t]|^\/(?:[\w-]+\/)?sign-in\b/;
const LONGEST = 500;

export function isProviderSignIn(path: string): boolean {
  return path === OIDC_PATH || path === OIDC_CALLBACK_PATH || path.startsWith(`${OIDC_CALLBACK_PATH}/`);
}

/**
 * `/sign-in/oidc?next=/en/…` leads to the provider, and the provider back to `/sign-in/oidc/callback`, which leads on to the page, or to
 * where one signs in with what was wrong (`?problem=`). Of several providers `email=` chooses by its domain, `provider=` by the id.
 */
export async function openProviderDoor(
  signIn: ProviderSignIn,
  isSecure: boolean,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const secure = isSecure ? '; Secure' : '';
  const cookie = (text: string, seconds: number): string =>
    `${COOKIE}=${text}; Path=${OIDC_PATH}; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
  const leadTo = (location: string, ...cookies: readonly string[]): void => {
    response.writeHead(303, {
      location,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'set-cookie': [...cookies],
    });
    response.end();
  };
  if (request.method !== 'GET') return leadTo('/sign-in');
  if (pathname === OIDC_PATH) {
    const chosen = { provider: searchParams.get('provider'), email: searchParams.get('email') };
    const next = pageOf(searchParams.get('next'));
    const begun = await signIn.begin(chosen, next);
    // Who mistyped his address types it again, and still goes on to his page.
    return typeof begun === 'string'
      ? leadTo(`/sign-in?problem=${begun}${next === '/' ? '' : `&next=${encodeURIComponent(next)}`}`)
      : leadTo(begun.url.href, cookie(begun.browser, ATTEMPT_SECONDS));
  }
  const browser = cookieOf(request.headers.cookie ?? null, COOKIE) ?? '';
  const finished = await signIn.finish(pathname, search, browser);
  if (typeof finished === 'string') return leadTo(`/sign-in?problem=${finished}`, cookie('', 0));
  return leadTo(finished.next, cookie('', 0), sessionCookie(finished.token, SESSION_SECONDS, isSecure));
}

/** A page of this site; anything else is the first page. */
function pageOf(said: string | null): string {
  if (!said?.startsWith('/') || NO_PAGE.test(said) || said.length > LONGEST) return '/';
  return said;
}
