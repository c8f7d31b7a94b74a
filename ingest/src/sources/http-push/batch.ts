import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { z } from 'zod';
import { problem, refuse } from '../http/answer.ts';
import type { Door } from '../http/door.ts';
import { jsonOf } from '../http/json-of.ts';
import { readBody } from '../http/read-body.ts';
import { answerMany, type PartOutcome } from './answer-many.ts';

const MESSAGES_MAX = 1000;

const batch = z.object({
  messages: z
    .array(
      z.union([
        z.object({ text: z.string(), name: z.string().max(200).optional() }).strict(),
        z.object({ base64: z.base64(), name: z.string().max(200).optional() }).strict(),
      ]),
    )
    .min(1)
    .max(MESSAGES_MAX),
});

/**
 * `POST /v1/batches`: several messages in one request, `{"messages": [{"text" | "base64", "name"?}, …]}`. Each is a message
 * of its own with its own outcome; `text` is stored as UTF-8, so what is in another character set comes as `base64`.
 */
export async function receiveBatch(
  door: Door,
  log: Logger,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const admitted = door.admit(request, response);
  if (!admitted) return;
  const body = await readBody(request, door.bytesMax);
  if ('refusal' in body) return refuse(response, body.refusal);
  const parsed = batch.safeParse(jsonOf(body.bytes));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') || 'body';
    return problem(response, 400, 'BAD_BATCH', `${where}: ${issue?.message ?? 'not a batch'}.`);
  }
  const outcomes: PartOutcome[] = [];
  for (const [index, message] of parsed.data.messages.entries()) {
    const name = message.name ?? `messages[${index}]`;
    const bytes = 'text' in message ? Buffer.from(message.text) : Buffer.from(message.base64, 'base64');
    const fileName = message.name ?? null;
    const taken = await door.take({ ...admitted, bytes, contentType: null, fileName });
    outcomes.push('refusal' in taken ? { name, refused: taken.refusal } : { name, ...taken.receipt });
    if ('refusal' in taken && taken.refusal.status === 429) break;
  }
  log.info({ source: admitted.source.id, messages: outcomes.length }, 'batch accepted');
  answerMany(response, outcomes);
}
