import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SourceProfile } from 'graph-schema/domain/source';
import { FORMATS } from '../../formats/index.ts';
import { detectedId } from '../../pipeline/detect.ts';
import type { Accepted, Intake } from '../intake.ts';
import type { SourceRegistry } from '../source-registry.ts';
import { refuse, type Refusal } from './answer.ts';

/** What every HTTP receiver asks of a sender, and how it hands a message over. */
export interface Door {
  /**
   * The source whose key the request carries, and what else its headers say that concerns all receivers. Null: it may not
   * come in, has been told why, and what it sends is thrown away unread.
   */
  admit(request: IncomingMessage, response: ServerResponse): Admission | null;
  /** Stores the message durably, or says why not. */
  take(arrival: HttpArrival): Promise<{ readonly receipt: Receipt } | { readonly refusal: Refusal }>;
  readonly bytesMax: number;
}

export interface Admission {
  readonly source: SourceProfile;
  /** When the message was received, as far as the source may say it; null: now. */
  readonly receivedAt: string | null;
}

export interface HttpArrival extends Admission {
  readonly bytes: Buffer;
  readonly contentType: string | null;
  readonly fileName: string | null;
  /** All of it is to be taken or nothing; left out: what can be taken. */
  readonly allOrNothing?: boolean;
}

/** What the sender is told of an accepted message. */
export interface Receipt {
  readonly rawId: string;
  readonly sha256: string;
  readonly receivedAt: string;
  /** What recognises it, before it is read; null: nothing does. */
  readonly format: string | null;
  readonly status: string;
  readonly warning?: string;
}

export function openDoor(intake: Intake, sources: SourceRegistry, bytesMax: number): Door {
  return {
    bytesMax,
    admit(request, response) {
      const asked = admission(request, sources);
      if (!('refusal' in asked)) return asked;
      request.resume();
      refuse(response, asked.refusal);
      return null;
    },
    async take(arrival) {
      const { source, bytes } = arrival;
      if (bytes.length === 0)
        return { refusal: { status: 400, code: 'EMPTY_MESSAGE', detail: 'The message is empty.' } };
      const accepted = await intake.accept(arrival);
      if (accepted.outcome === 'ACCEPTED') return { receipt: receiptOf(accepted, bytes, source) };
      const { outcome: code, retryAfterSeconds } = accepted;
      const detail =
        code === 'BUSY'
          ? 'The queue is full; send the same again later.'
          : `This source may send ${source.messagesPerMinuteMax} messages a minute; send the same again later.`;
      return { refusal: { status: 429, code, detail, retryAfterSeconds } };
    },
  };
}

function admission(
  request: IncomingMessage,
  sources: SourceRegistry,
): Admission | { readonly refusal: Refusal } {
  const key = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const source = key ? sources.findByKey(key.trim()) : null;
  if (!source) {
    const detail = 'Send the key of a source as "authorization: Bearer <key>".';
    return { refusal: { status: 401, code: 'UNKNOWN_KEY', detail } };
  }
  const stated = request.headers['throughline-received-at'];
  if (typeof stated !== 'string') return { source, receivedAt: null };
  if (!source.mayStateReceivedAt) {
    const detail = 'This source may not say when a message was received.';
    return { refusal: { status: 403, code: 'RECEIPT_NOT_YOURS', detail } };
  }
  const at = Date.parse(stated);
  if (!Number.isNaN(at)) return { source, receivedAt: new Date(at).toISOString() };
  const detail = 'throughline-received-at is not an ISO 8601 instant.';
  return { refusal: { status: 400, code: 'BAD_TIME', detail } };
}

function receiptOf(
  accepted: Extract<Accepted, { outcome: 'ACCEPTED' }>,
  bytes: Buffer,
  source: SourceProfile,
): Receipt {
  const { rawId, sha256, receivedAt } = accepted;
  const format = detectedId(bytes, FORMATS, source);
  const receipt = { rawId, sha256, receivedAt, format, status: `/v1/messages/${encodeURIComponent(rawId)}` };
  if (format) return receipt;
  return { ...receipt, warning: 'UNKNOWN_FORMAT: stored, but no known format recognises these bytes.' };
}
