import type { IncomingMessage, ServerResponse } from 'node:http';
import { requestIdOf } from '../rest/request-id.ts';
import { countedAs } from './counted-as.ts';
import type { RateLimit } from './rate-limit.ts';

/** By the name that its caller gave it, else a new one; whoever answers finds the same. */
export function nameRequest(request: IncomingMessage, response: ServerResponse): void {
  const said = request.headers['x-request-id'];
  const requestId = requestIdOf(Array.isArray(said) ? said[0] : said);
  request.headers['x-request-id'] = requestId;
  response.setHeader('X-Request-Id', requestId);
}

/**
 * Names a request (`X-Request-Id`, the caller's own where it sent one), counts it where it comes with a key, and says in the
 * answer how many are left (RateLimit header fields for HTTP, draft-ietf-httpapi-ratelimit-headers). False: there were too
 * many, and that is answered.
 */
export async function admit(
  request: IncomingMessage,
  response: ServerResponse,
  limit: RateLimit,
): Promise<boolean> {
  nameRequest(request, response);
  const { authorization } = request.headers;
  if (authorization === undefined) return true;
  const quota = await limit.take(countedAs(authorization));
  response.setHeader('RateLimit-Policy', `"minute";q=${quota.limit};w=60`);
  response.setHeader('RateLimit', `"minute";r=${quota.remaining};t=${quota.resetSeconds}`);
  if (!quota.isOver) return true;
  const body = {
    type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
    title: 'Too many requests',
    status: 429,
    code: 'TOO_MANY',
    detail: `At most ${quota.limit} requests a minute with one key.`,
    'violated-policies': ['minute'],
  };
  response.writeHead(429, {
    'content-type': 'application/problem+json',
    'retry-after': String(quota.resetSeconds),
  });
  response.end(`${JSON.stringify(body)}\n`);
  return false;
}
