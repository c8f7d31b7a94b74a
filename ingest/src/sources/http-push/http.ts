import type { IncomingMessage, ServerResponse } from 'node:http';

/** Reads a body up to a limit; beyond it the rest is drained and thrown away, so that the sender reads the answer. */
export async function readBody(request: IncomingMessage, bytesMax: number): Promise<Buffer | 'TOO_LARGE'> {
  const declared = Number(request.headers['content-length'] ?? '0');
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = chunk as Buffer;
    length += bytes.length;
    if (length <= bytesMax && declared <= bytesMax) chunks.push(bytes);
    else chunks.length = 0;
  }
  return length > bytesMax ? 'TOO_LARGE' : Buffer.concat(chunks);
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(`${JSON.stringify(body)}\n`);
}

/** RFC 9457 problem details, with a code that programs can read. */
export function problem(response: ServerResponse, status: number, code: string, detail: string): void {
  response.writeHead(status, { 'content-type': 'application/problem+json; charset=utf-8' });
  response.end(`${JSON.stringify({ status, code, detail })}\n`);
}
