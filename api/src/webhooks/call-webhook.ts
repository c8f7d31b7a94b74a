import type { Verdict } from 'graph-schema/domain/feed/webhook';
import type { TargetRules } from './allowed-targets.ts';
import { createTargetCaller, waitAsked, whatIsWrong } from './call-target.ts';
import { FORMS } from './forms.ts';
import type { WebhookCall } from './webhook-form.ts';

export interface CallResult {
  readonly verdict: Verdict;
  /** HTTP; null: no answer came. */
  readonly status: number | null;
  /** What was wrong; null: nothing. */
  readonly error: string | null;
  /** Milliseconds that the receiver asks to wait; null: he does not say. */
  readonly retryAfter: number | null;
}

/** Calls webhooks, each in its form. */
export interface WebhookCaller {
  call(call: WebhookCall, signal?: AbortSignal): Promise<CallResult>;
  /** Asks an address with HEAD whether somebody is there who answers 2xx; null: there is, else why not. */
  probe(url: string, headers: Readonly<Record<string, string>>): Promise<string | null>;
  close(): void;
}

export function createWebhookCaller(rules: TargetRules, wall: () => number): WebhookCaller {
  const { ask, close } = createTargetCaller(rules, 'Throughline-Webhooks/1');
  return {
    async call(call, signal) {
      const { headersOf, verdictOf } = FORMS[call.form];
      const { url, body } = call;
      const signed = headersOf(call, Math.floor(wall() / 1000));
      const headers = { 'content-type': 'application/json', ...signed };
      const answer = await ask({ method: 'POST', url, headers, body }, signal);
      if (typeof answer === 'string') return { verdict: 'LATER', status: null, error: answer, retryAfter: null };
      const status = answer.statusCode ?? null;
      const verdict = verdictOf(status);
      return {
        verdict,
        status,
        error: verdict === 'TAKEN' ? null : whatIsWrong(status),
        retryAfter: waitAsked(answer.headers['retry-after'], wall()),
      };
    },
    async probe(url, headers) {
      const answer = await ask({ method: 'HEAD', url, headers, body: '' });
      if (typeof answer === 'string') return answer;
      const { statusCode = 0 } = answer;
      return statusCode >= 200 && statusCode < 300 ? null : whatIsWrong(statusCode);
    },
    close,
  };
} // prettier-ignore
