import type { ServerResponse } from 'node:http';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** RFC 9457: what went wrong, for programs (`code`) and for people (`detail`). */
export interface Problem {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly title: string;
  readonly detail: string | null;
}

const TYPE = 'application/problem+json';

export function problem(c: Context, { status, ...told }: Problem): Response {
  return c.body(problemText({ status, ...told }), status, { 'content-type': TYPE });
}

/** The same where no façade has been reached. */
export function sendProblem(response: ServerResponse, told: Problem): void {
  response.writeHead(told.status, { 'content-type': TYPE });
  response.end(problemText(told));
}

function problemText({ status, code, title, detail }: Problem): string {
  return `${JSON.stringify({ type: 'about:blank', title, status, code, detail: detail ?? undefined })}\n`;
}

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
  })
  .openapi('Problem', { description: 'RFC 9457; `code` says for programs what went wrong.' });

/** In the description of a façade. */
export function problemAnswer(description: string) {
  return { description, content: { 'application/problem+json': { schema: problemSchema } } };
}

export const UNAUTHENTICATED = problemAnswer('Who asks is not known.');
