import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { refuse, sendJson } from '../http/answer.ts';
import type { Door } from '../http/door.ts';
import { readBody } from '../http/read-body.ts';
import { takeForm } from './form.ts';

/**
 * `POST /v1/messages` with the source's key: the body is one message or file as the sender has it, or a form
 * (multipart/form-data) whose files are a message each. 202 means stored durably; reading comes after, and
 * `GET /v1/messages/<rawId>` tells what became of it.
 */
export async function receiveMessage(
  door: Door,
  log: Logger,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const admitted = door.admit(request, response);
  if (!admitted) return;
  const contentType = request.headers['content-type'] ?? null;
  if (contentType?.toLowerCase().startsWith('multipart/form-data'))
    return takeForm(door, log, admitted, request, response);
  const body = await readBody(request, door.bytesMax);
  if ('refusal' in body) return refuse(response, body.refusal);
  const taken = await door.take({ ...admitted, bytes: body.bytes, contentType, fileName: null });
  if ('refusal' in taken) return refuse(response, taken.refusal);
  const { rawId, format } = taken.receipt;
  log.info({ rawId, source: admitted.source.id, bytes: body.bytes.length, format }, 'message accepted');
  sendJson(response, 202, taken.receipt);
}
