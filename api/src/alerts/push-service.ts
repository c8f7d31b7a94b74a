import webPush from 'web-push';
import { verdictOf, type Verdict } from 'graph-schema/domain/feed/webhook';
import type { TargetRules } from '../webhooks/allowed-targets.ts';
import { createTargetCaller, waitAsked, whatIsWrong, type TargetCall } from '../webhooks/call-target.ts';
import type { VapidKeys } from './vapid-keys.ts';

export interface PushSettings {
  readonly keys: VapidKeys;
  /** Whom push services turn to: an address of ours, `https:` or `mailto:`. */
  readonly contact: string;
  /** Who may be called: as for webhooks. */
  readonly targets: TargetRules;
}

/** A subscription of the Push API. */
export interface Subscription {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

export interface Push {
  /** The text that its device reads. */
  readonly payload: string;
  /** So long a push service keeps it for a device that is not reached. */
  readonly ttlSeconds: number;
  /** A later one of the same topic takes its place there: 32 signs of base64url at most. */
  readonly topic: string;
}

export interface PushResult {
  readonly verdict: Verdict;
  /** HTTP; null: no answer came. */
  readonly status: number | null;
  readonly error: string | null;
  /** Milliseconds that the push service asks to wait; null: it does not say. */
  readonly retryAfter: number | null;
}

/** Sends pushes, each readable for its device alone (RFC 8291); never throws for what a push service says. */
export interface Pusher {
  send(to: Subscription, push: Push, signal: AbortSignal): Promise<PushResult>;
  close(): void;
}

export function createPusher({ keys, contact, targets }: PushSettings, wall: () => number): Pusher {
  const { ask, close } = createTargetCaller(targets, 'Throughline-Push/1');
  return {
    async send(to, push, signal) {
      const call = sealed(to, push, { subject: contact, ...keys });
      if (call === null) return { verdict: 'NEVER', status: null, error: 'cannot be encrypted', retryAfter: null };
      const answer = await ask(call, signal);
      if (typeof answer === 'string') return { verdict: 'LATER', status: null, error: answer, retryAfter: null };
      const status = answer.statusCode ?? null;
      const verdict = meant(status);
      return {
        verdict,
        status,
        error: verdict === 'TAKEN' ? null : whatIsWrong(status),
        retryAfter: waitAsked(answer.headers['retry-after'], wall()),
      };
    },
    close,
  };
} // prettier-ignore

/** Null: the keys of the subscription are none, which saving them refuses. */
function sealed(
  { endpoint, p256dh, auth }: Subscription,
  { payload, ttlSeconds, topic }: Push,
  vapidDetails: VapidKeys & { readonly subject: string },
): TargetCall | null {
  try {
    const { headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, {
      vapidDetails,
      TTL: ttlSeconds,
      urgency: 'normal',
      topic,
    });
    return { method: 'POST', url: endpoint, headers: textOf(headers), body };
  } catch {
    return null;
  }
}

/** Without a subscription the answer is 404 or 410 (RFC 8030, 7.3), which of them differs from service to service. */
function meant(status: number | null): Verdict {
  return status === 404 ? 'GONE' : verdictOf(status);
}

function textOf(headers: Readonly<Record<string, string | number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
