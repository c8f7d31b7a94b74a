import { Agent as HttpAgent, request as overHttp, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as overHttps } from 'node:https';
import type { Verdict } from 'graph-schema/domain/feed/webhook';
import { publicLookup, whyNotTarget, type TargetRules } from './allowed-targets.ts';
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

const TIMEOUT_MS = 15_000;
/** Of an answer nothing is kept; whoever says more than this is hung up on. */
const ANSWER_BYTES_MAX = 64 * 1024;

export function createWebhookCaller(rules: TargetRules, wall: () => number): WebhookCaller {
  // Each call connects anew, so that where a name leads is looked at each time.
  const options = { keepAlive: false, lookup: publicLookup(rules) };
  const http = new HttpAgent(options);
  const https = new HttpsAgent(options);
  const ask = async (method: 'POST' | 'HEAD', url: string, headers: Readonly<Record<string, string>>, body: string, signal?: AbortSignal) => {
    const why = whyNotTarget(url, rules);
    if (why !== null) return why;
    const limit = AbortSignal.timeout(TIMEOUT_MS);
    const ends = signal ? AbortSignal.any([signal, limit]) : limit;
    const way = url.startsWith('https:') ? { request: overHttps, agent: https } : { request: overHttp, agent: http };
    try {
      return await send(way, method, url, { 'user-agent': 'Throughline-Webhooks/1', ...headers }, body, ends);
    } catch (error) {
      return limit.aborted ? `no answer within ${TIMEOUT_MS / 1000} s` : messageOf(error);
    }
  };
  return {
    async call(call, signal) {
      const { headersOf, verdictOf } = FORMS[call.form];
      const signed = headersOf(call, Math.floor(wall() / 1000));
      const answer = await ask('POST', call.url, { 'content-type': 'application/json', ...signed }, call.body, signal);
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
      const answer = await ask('HEAD', url, headers, '');
      if (typeof answer === 'string') return answer;
      const { statusCode = 0 } = answer;
      return statusCode >= 200 && statusCode < 300 ? null : whatIsWrong(statusCode);
    },
    close() {
      http.destroy();
      https.destroy();
    },
  };
} // prettier-ignore

interface Way {
  readonly request: typeof overHttp;
  readonly agent: HttpAgent;
}

/** The head of the answer; redirects are not followed. */
function send(
  { request, agent }: Way,
  method: string,
  url: string,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers, signal }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > ANSWER_BYTES_MAX) answer.destroy();
      });
      answer.on('error', () => undefined);
      resolve(answer);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function whatIsWrong(status: number | null): string {
  const isRedirect = status !== null && status >= 300 && status < 400;
  return isRedirect ? `answered ${status}: redirects are not followed` : `answered ${status}`;
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ((error as NodeJS.ErrnoException).code ?? error.name);
}

/** Retry-After: seconds, or a date (RFC 9110, 10.2.3). */
function waitAsked(text: string | undefined, now: number): number | null {
  if (text === undefined) return null;
  const milliseconds = /^\d{1,9}$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(milliseconds) ? Math.max(milliseconds, 0) : null;
}
