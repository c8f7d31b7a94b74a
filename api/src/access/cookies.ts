import type { Plugin } from 'graphql-yoga';
import { sessionCookie } from './credentials.ts';

const waiting = new WeakMap<Request, string>();

/** Sends the session with the answer to a request; an empty token ends it in the browser. */
export function setSession(request: Request, token: string, seconds: number): void {
  const isSecure = request.headers.get('x-forwarded-proto') === 'https';
  waiting.set(request, sessionCookie(token, seconds, isSecure));
}

export function sendCookies(): Plugin {
  return {
    onResponse({ request, response }) {
      const cookie = waiting.get(request);
      if (cookie !== undefined) response.headers.append('set-cookie', cookie);
    },
  };
}
