import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { refuse } from '../http/answer.ts';
import type { Door } from '../http/door.ts';
import { readBody } from '../http/read-body.ts';
import type { SourceRegistry } from '../source-registry.ts';

/**
 * `POST /dcsa/callback/<key>`: where carriers send the events of a subscription (DCSA Track and Trace, Event Subscription
 * API). They cannot send our key as a header, so it is part of the address; whoever has a `callbackSecret` signs too, with
 * `Notification-Signature: sha256=<hex>` over the body. 204: taken. HEAD proves that the address is right.
 */
export async function receiveDcsaCallback(
  door: Door,
  sources: SourceRegistry,
  log: Logger,
  request: IncomingMessage,
  response: ServerResponse,
  key: string,
): Promise<void> {
  const source = sources.findByKey(key);
  if (!source) {
    // Nobody's body is thrown away as it comes, and takes no memory.
    request.resume();
    return refuse(response, { status: 404, code: 'NOT_FOUND', detail: 'No subscription calls back here.' });
  }
  const body = await readBody(request, door.bytesMax);
  if (request.method === 'HEAD') {
    response.writeHead(204);
    response.end();
    return;
  }
  if ('refusal' in body) return refuse(response, body.refusal);
  const secret = sources.callbackSecretOf(source.id);
  if (secret !== null && !isSigned(body.bytes, request.headers['notification-signature'], secret)) {
    const detail = 'Notification-Signature is missing or does not fit the body.';
    return refuse(response, { status: 401, code: 'BAD_SIGNATURE', detail });
  }
  const contentType = request.headers['content-type'] ?? null;
  const taken = await door.take({ source, bytes: body.bytes, contentType, fileName: null, receivedAt: null });
  if ('refusal' in taken) return refuse(response, taken.refusal);
  log.info(
    { rawId: taken.receipt.rawId, source: source.id, format: taken.receipt.format },
    'callback accepted',
  );
  response.writeHead(204);
  response.end();
}

/** The secret is base64, as the subscription was made with. */
function isSigned(body: Buffer, header: string | string[] | undefined, secret: string): boolean {
  const said = /^sha256=([0-9a-f]{64})$/i.exec(typeof header === 'string' ? header : '')?.[1];
  if (said === undefined) return false;
  const expected = createHmac('sha256', Buffer.from(secret, 'base64')).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(said, 'hex'));
}
