import type { MiddlewareHandler } from 'hono';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';

/**
 * Whoever polls sends the tag of the answer that he has (`If-None-Match`), and is told that it stands (304) or what there is now.
 * What an answer says to one is kept for no other.
 */
export function tagged(...kept: readonly string[]): MiddlewareHandler[] {
  return [
    etag({ retainedHeaders: [...RETAINED_304_HEADERS, 'x-request-id', 'throughline-partial', ...kept] }),
    async (c, next) => {
      c.header('Cache-Control', 'private, no-cache');
      c.header('Vary', 'Authorization, Cookie, Accept');
      await next();
    },
  ];
}
