import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { FORMATS } from '../../formats/index.ts';
import { detectedId } from '../../pipeline/detect.ts';
import type { Intake } from '../intake.ts';
import type { SourceRegistry } from '../source-registry.ts';
import { problem, readBody, sendJson } from './http.ts';

export interface PushReceiver {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/**
 * `POST /v1/messages` with the source's key: the body is one message or file as the sender has it. 202 means stored
 * durably; reading comes after, and `GET /v1/messages/<rawId>` tells what became of it.
 */
export function createPushReceiver(
  intake: Intake,
  sources: SourceRegistry,
  bytesMax: number,
  log: Logger,
): PushReceiver {
  return {
    async handle(request, response) {
      const key = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
      const source = key ? sources.findByKey(key.trim()) : null;
      if (!source) {
        request.resume();
        return problem(
          response,
          401,
          'UNKNOWN_KEY',
          'Send the key of a source as "authorization: Bearer <key>".',
        );
      }
      const body = await readBody(request, bytesMax);
      if (body === 'TOO_LARGE') {
        return problem(
          response,
          413,
          'TOO_LARGE',
          `A message may have at most ${bytesMax} bytes. Split the file.`,
        );
      }
      if (body.length === 0) return problem(response, 400, 'EMPTY_MESSAGE', 'The body is empty.');
      const stated = request.headers['throughline-received-at'];
      const receivedAt = typeof stated === 'string' ? stated : null;
      if (receivedAt !== null && !source.mayStateReceivedAt) {
        return problem(
          response,
          403,
          'RECEIPT_NOT_YOURS',
          'This source may not say when a message was received.',
        );
      }
      if (receivedAt !== null && Number.isNaN(Date.parse(receivedAt))) {
        return problem(response, 400, 'BAD_TIME', 'throughline-received-at is not an ISO 8601 instant.');
      }
      const accepted = await intake.accept({
        source,
        bytes: body,
        contentType: request.headers['content-type'] ?? null,
        fileName: null,
        receivedAt: receivedAt === null ? null : new Date(receivedAt).toISOString(),
      });
      if (accepted.outcome === 'BUSY') {
        response.setHeader('retry-after', String(accepted.retryAfterSeconds));
        return problem(response, 429, 'BUSY', 'The queue is full; send the same again later.');
      }
      const format = detectedId(body, FORMATS);
      log.info({ rawId: accepted.rawId, source: source.id, bytes: body.length, format }, 'message accepted');
      sendJson(response, 202, {
        rawId: accepted.rawId,
        sha256: accepted.sha256,
        receivedAt: accepted.receivedAt,
        format,
        status: `/v1/messages/${encodeURIComponent(accepted.rawId)}`,
        ...(format ? {} : { warning: 'UNKNOWN_FORMAT: stored, but no known format recognises these bytes.' }),
      });
    },
  };
}
