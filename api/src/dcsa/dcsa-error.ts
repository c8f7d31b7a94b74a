import { STATUS_CODES } from 'node:http';
import { z } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { RestEnv } from '../rest/facade.ts';
import { utcDateTime } from '../events/date-time.ts';

/** What the standard answers in place of anything else. */
export const dcsaError = z
  .strictObject({
    httpMethod: z.string(),
    requestUri: z.string(),
    errors: z.array(z.strictObject({ reason: z.string(), message: z.string() })).min(1),
    statusCode: z.int(),
    statusCodeText: z.string(),
    errorDateTime: z.iso.datetime({ offset: true }),
  })
  .openapi('DcsaError');

export interface Reason {
  readonly reason: string;
  readonly message: string;
}

export function refuse(
  c: HonoContext<RestEnv>,
  status: ContentfulStatusCode,
  errors: readonly Reason[],
  now = c.get('context').now(),
): Response {
  return c.json(
    {
      httpMethod: c.req.method,
      requestUri: c.req.url,
      errors,
      statusCode: status,
      statusCodeText: STATUS_CODES[status] ?? '',
      errorDateTime: utcDateTime(now),
    },
    status,
  );
}
