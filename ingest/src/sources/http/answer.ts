import type { ServerResponse } from 'node:http';

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(`${JSON.stringify(body)}\n`);
}

/** Why a request is not taken, in words for the sender and a code for programs. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly retryAfterSeconds?: number;
}

/** RFC 9457 problem details. `also`: what was done all the same. */
export function refuse(response: ServerResponse, refusal: Refusal, also: object = {}): void {
  const { status, code, detail, retryAfterSeconds } = refusal;
  if (retryAfterSeconds !== undefined) response.setHeader('retry-after', String(retryAfterSeconds));
  response.writeHead(status, { 'content-type': 'application/problem+json; charset=utf-8' });
  response.end(`${JSON.stringify({ status, code, detail, ...also })}\n`);
}

export function problem(response: ServerResponse, status: number, code: string, detail: string): void {
  refuse(response, { status, code, detail });
}
