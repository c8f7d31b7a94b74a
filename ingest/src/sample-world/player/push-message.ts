import { z } from 'zod';
import type { Delivery } from '../delivery.ts';

/** What became of one push. */
type PushOutcome =
  | { readonly outcome: 'ACCEPTED'; readonly rawId: string }
  /** The receiver will not take it, now or later. */
  | { readonly outcome: 'REFUSED'; readonly status: number; readonly detail: string }
  | { readonly outcome: 'STOPPED' };

interface PushParts {
  readonly ingestUrl: string;
  readonly keys: Readonly<Record<string, string>>;
  /** Resolves after that long, or at once when stopped. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly signal: AbortSignal;
}

const accepted = z.object({ rawId: z.string() });

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 15_000;
/** A key may be so new that the receiver has not read it yet: that often it is tried again. */
const UNKNOWN_KEY_TRIES = 20;

/** Retry-After in seconds (RFC 9110 §10.2.3); senders of dates are not expected here. */
function retryAfterMs(response: Response, otherwise: number): number {
  const seconds = Number(response.headers.get('retry-after') ?? '');
  return seconds > 0 ? seconds * 1000 : otherwise;
}

/**
 * Pushes one message until it is accepted. A busy (429), failing (5xx) or absent receiver is asked again; what it
 * refuses for good is given back. `receivedAt` states when it was received, while the past is played.
 */
export async function pushMessage(
  { ingestUrl, keys, sleep, signal }: PushParts,
  delivery: Delivery,
  receivedAt: string | null,
): Promise<PushOutcome> {
  const headers = {
    authorization: `Bearer ${keys[delivery.sourceId] ?? ''}`,
    'content-type': delivery.contentType,
    ...(receivedAt ? { 'throughline-received-at': receivedAt } : {}),
  };
  const request = { method: 'POST', headers, body: Buffer.from(delivery.bytes), signal };
  let wait = FIRST_WAIT_MS;
  for (let tries = 1; !signal.aborted; tries++) {
    const response = await fetch(new URL('/v1/messages', ingestUrl), request).catch(() => null);
    if (response?.status === 202) {
      return { outcome: 'ACCEPTED', rawId: accepted.parse(await response.json()).rawId };
    }
    const detail = response ? await response.text() : '';
    const status = response?.status ?? 0;
    const mayPass =
      status === 0 || status === 429 || status >= 500 || (status === 401 && tries < UNKNOWN_KEY_TRIES);
    if (!mayPass) return { outcome: 'REFUSED', status, detail };
    await sleep(response && status === 429 ? retryAfterMs(response, wait) : wait);
    wait = Math.min(LONGEST_WAIT_MS, wait * 2);
  }
  return { outcome: 'STOPPED' };
}
