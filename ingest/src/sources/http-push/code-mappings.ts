import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { listMessagesWithCode } from 'graph-schema/cypher/read/unmapped-codes';
import { EVENT_CODES } from 'graph-schema/domain/event-code';
import { z } from 'zod';
import type { Ingest } from '../../ingest.ts';
import { requestReplay } from '../../raw/request-replay.ts';
import { problem, sendJson } from '../http/answer.ts';
import { jsonOf } from '../http/json-of.ts';
import { readBody } from '../http/read-body.ts';

const BODY_BYTES_MAX = 10_000;

const mapping = z.object({
  list: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  code: z.string().min(1).max(200),
  /** The row of one variant of the list; null: the one for all variants. */
  variant: z.string().min(1).max(200).nullable().default(null),
  /** An event code, or what else the list's readers act on; null: it is known and says nothing that we model. */
  canonical: z.string().max(100).nullable(),
});

/**
 * `POST /internal/code-mappings`: gives a code a meaning for all senders, and has every message that held it read again.
 * For the API process; it is not for the outside.
 */
export async function mapCode(
  ingest: Pick<Ingest, 'mappings' | 'graph' | 'raw' | 'queue' | 'now'>,
  log: Logger,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request, BODY_BYTES_MAX);
  const parsed = 'bytes' in body ? mapping.safeParse(jsonOf(body.bytes)) : null;
  if (!parsed?.success)
    return problem(
      response,
      400,
      'BAD_MAPPING',
      'A mapping has list, code, canonical and perhaps a variant.',
    );
  const { canonical, ...key } = parsed.data;
  ingest.mappings.map(key, canonical);
  const held = await ingest.graph.read((tx) => tx.run(listMessagesWithCode, key));
  let reread = 0;
  for (const { id } of held) {
    const name = await requestReplay(ingest.raw, id, ingest.now());
    if (name === null) continue;
    reread += 1;
    void ingest.queue.enqueue(name);
  }
  log.info({ ...key, canonical, reread }, 'code mapped');
  sendJson(response, 200, { ...key, canonical, isEvent: isEventCode(canonical), reread });
}

function isEventCode(canonical: string | null): boolean {
  return (EVENT_CODES as readonly (string | null)[]).includes(canonical);
}
