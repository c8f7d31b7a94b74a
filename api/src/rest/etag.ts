import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';

/** In the description of what is tagged. */
export const STANDS = {
  304: { description: 'It is the answer whose `ETag` was sent as `If-None-Match`.' },
} as const;

/** What an answer says to one is kept for no other, and only for as long as it stands. */
export const KEPT_BY_ONE = {
  'cache-control': 'private, no-cache',
  vary: 'Authorization, Cookie, Accept',
} as const;

/**
 * Whoever polls sends the tag of the answer that he has (`If-None-Match`), and is told that it stands (304) or what there is now.
 */
export function tagged(...kept: readonly string[]): MiddlewareHandler[] {
  return [
    etag({ retainedHeaders: [...RETAINED_304_HEADERS, 'x-request-id', 'throughline-partial', ...kept] }),
    async (c, next) => {
      for (const [name, value] of Object.entries(KEPT_BY_ONE)) c.header(name, value);
      await next();
    },
  ];
}

/** The tag of a body, the same for the same bytes. */
export function tagOf(body: string | Uint8Array): string {
  return `"${createHash('sha256').update(body).digest('base64url')}"`;
}

/** Whether one of the tags that he sends is this one (RFC 9110, 13.1.2: compared as weak ones are). */
export function isHeld(ifNoneMatch: string | null | undefined, tag: string): boolean {
  const held = (ifNoneMatch ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return held.includes('*') || held.includes(tag);
}
