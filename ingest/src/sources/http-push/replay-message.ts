import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Ingest } from '../../ingest.ts';
import { requestReplay } from '../../raw/request-replay.ts';
import { problem, sendJson } from '../http/answer.ts';
import { jsonOf } from '../http/json-of.ts';
import { readBody } from '../http/read-body.ts';

const BODY_BYTES_MAX = 1000;

const asked = z.object({ id: z.string().min(1).max(200) });

/**
 * `POST /internal/replay`: has one stored message read again with today's code, whatever became of it. What waits to be read
 * already is not put there twice, so that whoever is in doubt asks again. For the API process; it is not for the outside.
 */
export async function replayMessage(
  ingest: Pick<Ingest, 'raw' | 'queue' | 'now'>,
  log: Logger,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, BODY_BYTES_MAX);
  const parsed = 'bytes' in body ? asked.safeParse(jsonOf(body.bytes)) : null;
  if (!parsed?.success) return problem(response, 400, 'BAD_REQUEST', 'Say the id of the raw message.');
  const { id } = parsed.data;
  if (await ingest.raw.findPending(id)) return sendJson(response, 200, { id, waited: true });
  const name = await requestReplay(ingest.raw, id, ingest.now());
  if (name === null) return problem(response, 404, 'NOT_FOUND', 'There is no such raw message.');
  void ingest.queue.enqueue(name);
  log.info({ id }, 'replayed');
  sendJson(response, 200, { id, waited: false });
}
