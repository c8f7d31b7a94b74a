import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a browser gives the service when its owner wants to be notified. */
export interface BrowserSubscription {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** A notification as its browser decrypts it. */
export interface ReceivedPush {
  readonly endpoint: string;
  readonly text: Readonly<Record<string, string>>;
  readonly ttl: number;
  readonly topic: string;
}

/** A push service as anybody's browser could have one, with its browsers. */
export interface PushService {
  /** Those that it took. */
  readonly pushes: ReceivedPush[];
  /** A browser subscribes for whoever has a public key (VAPID, RFC 8292). */
  subscribe(serverKey: string): BrowserSubscription;
  close(): Promise<void>;
}

/** Listens on the loopback interface and answers each push with a status; 201 takes it. Whoever is no sender of its own is refused. */
export async function openPushService(answer: (endpoint: string) => number): Promise<PushService> {
  const pushes: ReceivedPush[] = [];
  const browsers = new Map<string, { readonly serverKey: string; read(body: Buffer): string }>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const endpoint = `${url()}${request.url ?? ''}`;
      const browser = browsers.get(endpoint);
      if (!browser || !isSender(request, url(), browser.serverKey)) return void response.writeHead(403).end();
      const status = answer(endpoint);
      if (status === 201) {
        const text = JSON.parse(browser.read(Buffer.concat(chunks))) as Record<string, string>;
        pushes.push({ endpoint, text, ttl: Number(request.headers['ttl']), topic: String(request.headers['topic']) });
      }
      response.writeHead(status).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    pushes,
    subscribe(serverKey) {
      const [own, auth] = [createECDH('prime256v1'), randomBytes(16)];
      own.generateKeys();
      const endpoint = `${url()}/push/${randomBytes(9).toString('base64url')}`;
      browsers.set(endpoint, { serverKey, read: (body) => decrypted(body, own, auth) });
      return { endpoint, p256dh: own.getPublicKey('base64url'), auth: auth.toString('base64url') };
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
} // prettier-ignore

/** Whether a token of RFC 8292 says so: signed by the key that the browser subscribed with, for this service, and not for long. */
function isSender({ headers }: IncomingMessage, origin: string, serverKey: string): boolean {
  const [, token = '', key] = /^vapid t=([^,\s]+),\s*k=([^,\s]+)$/.exec(headers.authorization ?? '') ?? [];
  const [head = '', claims = '', signature = ''] = token.split('.');
  if (key !== serverKey) return false;
  const point = Buffer.from(serverKey, 'base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') };
  const by = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' as const };
  if (!verify('sha256', Buffer.from(`${head}.${claims}`), by, Buffer.from(signature, 'base64url'))) return false;
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud: string; exp: number; sub: string };
  const left = exp - Date.now() / 1000;
  return aud === origin && left > 0 && left <= 86_400 && /^(mailto|https):/.test(sub);
} // prettier-ignore

/** One record of `aes128gcm` (RFC 8188), its key agreed on as RFC 8291 says. */
function decrypted(body: Buffer, own: ReturnType<typeof createECDH>, auth: Buffer): string {
  const salt = body.subarray(0, 16);
  const sender = body.subarray(21, 21 + body.readUInt8(20));
  const sealed = body.subarray(21 + sender.length);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), own.getPublicKey(), sender]);
  const agreed = Buffer.from(hkdfSync('sha256', own.computeSecret(sender), auth, info, 32));
  const derive = (what: string, length: number) =>
    Buffer.from(hkdfSync('sha256', agreed, salt, `Content-Encoding: ${what}\0`, length));
  const opened = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
  opened.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([opened.update(sealed.subarray(0, -16)), opened.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString();
}
