import type { IncomingMessage, ServerResponse } from 'node:http';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import type { ForwardedRequest, IngestClient } from '../ingest-client.ts';
import { ALWAYS, DISCOVERY } from './headers.ts';
import { PROBLEM, problemText, type ExceptionName } from './problems.ts';

// The capture interface (EPCIS 2.0, REST binding `/capture`). Senders come with the key of their source, which only the receivers
// know: their requests are handed on as they come, and what the receivers answer is told with the exceptions of EPCIS.

const CAPTURE = '/epcis/v2/capture';
const EVENTS = '/epcis/v2/events';

/** Whether a request is a sender's. */
export function isCapture(method: string | undefined, path: string): boolean {
  return path === CAPTURE || path.startsWith(`${CAPTURE}/`) || (method === 'POST' && path === EVENTS);
}

export async function forwardCapture(ingest: Pick<IngestClient, 'forward'>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  for (const [name, value] of Object.entries(ALWAYS)) response.setHeader(name, value);
  const allowed = pathname === CAPTURE ? 'OPTIONS, POST, GET' : pathname === EVENTS ? 'OPTIONS, POST, GET' : 'OPTIONS, GET';
  const { method } = request;
  if (method === 'OPTIONS') {
    for (const [name, value] of Object.entries({ ...DISCOVERY, ...CAPTURE_LIMITS, Allow: allowed })) response.setHeader(name, value);
    response.writeHead(204).end();
    return;
  }
  if (method !== 'POST' && method !== 'GET') {
    request.resume();
    return refuse(response, 'NotAllowed', `${allowed} are there.`);
  }
  const forwarded: ForwardedRequest = {
    method,
    // A single event is captured as a document of one.
    path: pathname === EVENTS ? CAPTURE : pathname + search,
    headers: headersOf(request),
    body: method === 'POST' ? bodyOf(request) : null,
  };
  const answer = await ingest.forward(forwarded).catch(() => null);
  request.unpipe();
  request.resume();
  if (!answer) return refuse(response, 'Unavailable', 'Send the same again later.');
  const retryAfter = answer.headers.get('retry-after');
  if (retryAfter !== null) response.setHeader('retry-after', retryAfter);
  if (!answer.ok) return refuse(response, exceptionFor(answer.status), await detailOf(answer));
  for (const name of PASSED) {
    const value = answer.headers.get(name);
    if (value !== null) response.setHeader(name, value);
  }
  response.writeHead(answer.status);
  if (answer.body) await pipeline(Readable.fromWeb(answer.body as NodeStream), response);
  else response.end();
} // prettier-ignore

/** Through a pipe: where the receivers answer before they have read it all, the rest is thrown away, and the sender hears why. */
function bodyOf(request: IncomingMessage): ReadableStream<Uint8Array> {
  const through = new PassThrough();
  request.once('error', (error) => through.destroy(error));
  return Readable.toWeb(request.pipe(through)) as ReadableStream<Uint8Array>;
}

/** What becomes of a document with an error, where its sender does not say (§12.6). */
const CAPTURE_LIMITS = { 'GS1-Capture-Error-Behaviour': 'rollback' } as const;

/** What the receivers read of a request, and what is told of their answer. */
const READ = [
  'authorization',
  'content-type',
  'content-length',
  'gs1-capture-error-behaviour',
  'throughline-received-at',
  'x-request-id',
] as const;
const PASSED = ['content-type', 'location', 'link', 'gs1-capture-error-behaviour'] as const;

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(READ.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])));
} // prettier-ignore

function exceptionFor(status: number): ExceptionName {
  if (status === 401) return 'SecurityException';
  if (status === 403) return 'Forbidden';
  if (status === 404) return 'NoSuchNameException';
  if (status === 413) return 'CaptureLimitExceededException';
  if (status === 415) return 'UnsupportedMediaTypeException';
  if (status === 429) return 'TooMany';
  return status < 500 ? 'ValidationException' : 'Unavailable';
}

async function detailOf(answer: Response): Promise<string> {
  const said = (await answer.json().catch(() => ({}))) as { readonly detail?: unknown };
  return typeof said.detail === 'string' ? said.detail : `The receivers answered ${answer.status}.`;
}

function refuse(response: ServerResponse, name: ExceptionName, detail: string): void {
  const { status, body } = problemText(name, detail);
  response.writeHead(status, { 'content-type': PROBLEM }).end(body);
}
