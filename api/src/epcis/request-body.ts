import type { Context as HonoContext } from 'hono';
import type { z } from 'zod';
import type { RestEnv } from '../rest/facade.ts';
import { epcisProblem } from './problems.ts';

export const BODY_BYTES_MAX = 64 * 1024;

/** The body of a request as its schema reads it, or the answer that says why not. */
export async function bodyOf<T>(c: HonoContext<RestEnv>, schema: z.ZodType<T>): Promise<T | Response> {
  if (!/^application\/(?:ld\+)?json *(?:;|$)/i.test(c.req.header('content-type') ?? ''))
    return epcisProblem(c, 'UnsupportedMediaTypeException', 'application/json or application/ld+json.');
  const text = await c.req.text();
  if (text.length > BODY_BYTES_MAX)
    return epcisProblem(c, 'QueryTooComplexException', `At most ${BODY_BYTES_MAX} characters.`);
  const read = schema.safeParse(parsed(text));
  if (read.success) return read.data;
  const wrong = read.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}.`);
  return epcisProblem(c, 'ValidationException', wrong.join(' '));
}

/** Undefined: it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
