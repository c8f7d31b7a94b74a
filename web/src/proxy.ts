import createIntlProxy from 'next-intl/middleware';
import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { apiUrl } from './gql/api-url.ts';
import { routing } from './i18n/routing.ts';

const chooseLocale = createIntlProxy(routing);

/** `/graphql` (HTTP and WebSocket) goes to the API; every page gets its language and its security policy. */
export function proxy(request: NextRequest): NextResponse {
  if (request.nextUrl.pathname === '/graphql') {
    const target = apiUrl();
    target.search = request.nextUrl.search;
    return NextResponse.rewrite(target);
  }

  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  request.headers.set('x-nonce', nonce);
  request.headers.set('content-security-policy', policy);
  const response = chooseLocale(request);
  response.headers.set('content-security-policy', policy);
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('x-content-type-options', 'nosniff');
  return response;
}

export const config = { matcher: ['/graphql', '/((?!_next|vendor|basemap|graphql|.*\\..*).*)'] };
