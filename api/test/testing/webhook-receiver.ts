import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedCall {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** How a call is answered; `HANG_UP`: it is read, and the connection ends without an answer. */
export type CallAnswer =
  number | 'HANG_UP' | { readonly status: number; readonly headers: Record<string, string> };

/** A receiver of webhooks as anybody could have one. */
export interface WebhookReceiver {
  readonly url: string;
  readonly calls: ReceivedCall[];
  close(): Promise<void>;
}

/** Listens on the loopback interface, keeps all calls, and answers each as it is told. */
export async function openWebhookReceiver(
  answer: (call: ReceivedCall) => CallAnswer | Promise<CallAnswer>,
): Promise<WebhookReceiver> {
  const calls: ReceivedCall[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const call = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      };
      calls.push(call);
      void Promise.resolve(answer(call)).then((said) => {
        if (said === 'HANG_UP') request.socket.destroy();
        else if (typeof said === 'number') response.writeHead(said).end();
        else response.writeHead(said.status, said.headers).end();
      });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
