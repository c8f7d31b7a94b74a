import { z } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { RestEnv } from '../../rest/facade.ts';

const SEVERITIES = ['ERROR', 'WARN', 'INFO'] as const;

export const feedbackElement = z
  .strictObject({ severity: z.enum(SEVERITIES), message: z.string().max(5000) })
  .openapi('Dcsa3FeedbackElement');
export type FeedbackElement = z.infer<typeof feedbackElement>;

/** What 3.0 answers in place of anything else. */
export const dcsa3Error = z
  .strictObject({ feedbackElements: z.array(feedbackElement).min(1) })
  .openapi('Dcsa3Error');

export function refuse3(c: HonoContext<RestEnv>, status: ContentfulStatusCode, ...messages: readonly string[]): Response {
  const feedbackElements = messages.map((message): FeedbackElement => ({ severity: 'ERROR', message }));
  return c.json({ feedbackElements }, status);
} // prettier-ignore
