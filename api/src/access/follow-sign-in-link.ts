import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AccessService } from './access-service.ts';
import { sessionCookie } from './credentials.ts';
import { SESSION_SECONDS, signInByLink } from './sign-in.ts';

const PATH = '/sign-in/once/';

export function isSignInLink(path: string): boolean {
  return path.startsWith(PATH);
}

/** A link that signs in once leads to the first page; one that was followed before, to where one signs in. */
export async function followSignInLink(
  access: AccessService,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const token = request.method === 'GET' ? await signInByLink(access, path.slice(PATH.length)) : null;
  const cookie = token && sessionCookie(token, SESSION_SECONDS, request.headers['x-forwarded-proto'] === 'https');
  response.writeHead(303, {
    location: token ? '/' : '/sign-in',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    ...(cookie ? { 'set-cookie': cookie } : {}),
  });
  response.end();
} // prettier-ignore
