import createIntlProxy from 'next-intl/middleware';
import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { PATH_HEADER } from './features/access/safe-path.ts';
import { isEmbedded, isShared } from './features/share-links/shared-path.ts';
import { apiUrl } from './gql/api-url.ts';
import { routing } from './i18n/routing.ts';

/** Façades of standards and downloads, and the document of them all. */
const FACADES = /^\/(?:v2(?:\/|$)|epcis(?:\/|$)|edi\/|export\/|openapi\.json$)/;

const chooseLocale = createIntlProxy(routing);

/** `/graphql` (HTTP and WebSocket), standards and downloads go to the API; every page gets its language and its security policy. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  if (pathname === '/graphql' || FACADES.test(pathname)) {
    const target = apiUrl();
    if (pathname !== '/graphql') target.pathname = pathname;
    target.search = request.nextUrl.search;
    return NextResponse.rewrite(target);
  }

  // A link that signs in once, and the way to an identity provider and back: the API sets the session and leads on.
  if (pathname.startsWith('/sign-in/'))
    return NextResponse.rewrite(new URL(pathname + request.nextUrl.search, apiUrl()));

  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, isEmbedded(pathname) ? 'BY_ANYBODY' : 'BY_NOBODY');
  request.headers.set('x-nonce', nonce);
  request.headers.set(PATH_HEADER, pathname + request.nextUrl.search);
  request.headers.set('content-security-policy', policy);
  const response = chooseLocale(request);
  response.headers.set('content-security-policy', policy);
  // The address of a shared journey is what opens it.
  response.headers.set('referrer-policy', isShared(pathname) ? 'no-referrer' : 'same-origin');
  response.headers.set('x-content-type-options', 'nosniff');
  return response;
}

export const config = {
  matcher: [
    '/graphql',
    '/openapi.json',
    '/v2/:path*',
    '/epcis/:path*',
    '/edi/:path*',
    '/export/:file',
    '/((?!_next|vendor|basemap|graphql|.*\\..*).*)',
  ],
};
