import { Agent as HttpAgent, request as overHttp, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as overHttps } from 'node:https';
import { publicLookup, whyNotTarget, type Resolve, type TargetRules } from './allowed-targets.ts';

/** Calls addresses that others gave, where the rules let it. */
export interface TargetCaller {
  /** The head of the answer, of which nothing else is kept; a text: why there is none. Never throws. */
  ask(call: TargetCall, signal?: AbortSignal): Promise<IncomingMessage | string>;
  close(): void;
}

export interface TargetCall {
  readonly method: 'POST' | 'HEAD';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

const TIMEOUT_MS = 15_000;
/** Of an answer nothing is kept; whoever says more than this is hung up on. */
const ANSWER_BYTES_MAX = 64 * 1024;

/**
 * @param name what it calls itself: `Throughline-Webhooks/1`.
 * @param resolve where names lead; left out: as the system has it.
 */
export function createTargetCaller(rules: TargetRules, name: string, resolve?: Resolve): TargetCaller {
  // Each call connects anew, so that where a name leads is looked at each time.
  const options = { keepAlive: false, lookup: publicLookup(rules, resolve) };
  const http = new HttpAgent(options);
  const https = new HttpsAgent(options);
  return {
    async ask(call, signal) {
      const why = whyNotTarget(call.url, rules);
      if (why !== null) return why;
      const limit = AbortSignal.timeout(TIMEOUT_MS);
      const ends = signal ? AbortSignal.any([signal, limit]) : limit;
      const way = call.url.startsWith('https:')
        ? { request: overHttps, agent: https }
        : { request: overHttp, agent: http };
      try {
        return await send(way, { ...call, headers: { 'user-agent': name, ...call.headers } }, ends);
      } catch (error) {
        return limit.aborted ? `no answer within ${TIMEOUT_MS / 1000} s` : messageOf(error);
      }
    },
    close() {
      http.destroy();
      https.destroy();
    },
  };
}

interface Way {
  readonly request: typeof overHttp;
  readonly agent: HttpAgent;
}

/** The head of the answer; redirects are not followed. */
function send(
  { request, agent }: Way,
  { method, url, headers, body }: TargetCall,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, agent, headers: { ...headers }, signal }, (answer) => {
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

export function whatIsWrong(status: number | null): string {
  const isRedirect = status !== null && status >= 300 && status < 400;
  return isRedirect ? `answered ${status}: redirects are not followed` : `answered ${status}`;
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.message || ((error as NodeJS.ErrnoException).code ?? error.name);
}

/** Retry-After: seconds, or a date (RFC 9110, 10.2.3). */
export function waitAsked(text: string | undefined, now: number): number | null {
  if (text === undefined) return null;
  const milliseconds = /^\d{1,9}$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(milliseconds) ? Math.max(milliseconds, 0) : null;
}
