import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { listNotEntitled, listRawMessages } from 'graph-schema/cypher/read/list-raw-messages';
import { z } from 'zod';
import type { Ingest } from '../../ingest.ts';
import { requestReplay } from '../../raw/request-replay.ts';
import { problem, sendJson } from '../http/answer.ts';
import { jsonOf } from '../http/json-of.ts';
import { readBody } from '../http/read-body.ts';

const BODY_BYTES_MAX = 10_000;
/** Each is noted on disk before the answer, which the API awaits for ten seconds; who has more asks again. */
const MOST = 200;

const asked = z.object({
  source: z.string().min(1).max(64),
  which: z.enum(['NOT_ENTITLED', 'DEAD']),
  reason: z.string().max(300).nullable().default(null),
});

/**
 * `POST /internal/read-again`: has what waits for an operator read again under today's profile and code, the oldest first:
 * what a source might not speak of, or its dead letters. For the API process; it is not for the outside.
 */
export async function readAgain(
  ingest: Pick<Ingest, 'graph' | 'raw' | 'queue' | 'now'>,
  log: Logger,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, BODY_BYTES_MAX);
  const parsed = 'bytes' in body ? asked.safeParse(jsonOf(body.bytes)) : null;
  if (!parsed?.success)
    return problem(response, 400, 'BAD_REQUEST', 'Say the source, and NOT_ENTITLED or DEAD.');
  const { source, which, reason } = parsed.data;
  const limit = MOST + 1;
  const found = await ingest.graph.read((tx) =>
    which === 'DEAD'
      ? tx.run(listRawMessages, { source, outcome: 'DEAD', limit })
      : tx.run(listNotEntitled, { source, reason, limit }),
  );
  let reread = 0;
  for (const { id } of found.slice(0, MOST)) {
    const name = await requestReplay(ingest.raw, id, ingest.now());
    if (name === null) continue;
    reread += 1;
    void ingest.queue.enqueue(name);
  }
  log.info({ source, which, reason, reread }, 'read again');
  sendJson(response, 200, { reread, hasMore: found.length > MOST });
}
