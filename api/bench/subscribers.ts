import { WebSocket } from 'ws';

/** Connections that wait for messages; how they open and what counts is theirs. */
export interface Subscribers {
  /** Resolves when each got one more message that counts: milliseconds, from the call, to the first and to the last. */
  next(): Promise<{ readonly firstMs: number; readonly lastMs: number }>;
  close(): void;
}

export interface Protocol {
  readonly url: string;
  readonly subprotocol: string | null;
  /** Sent when the line is open; null: nothing. */
  readonly hello: string | null;
  /** What is said to a message of the server before the line is ready; null: nothing. */
  readonly reply: (text: string) => string | null;
  /** What the server says to an open subscription before anything happens; null: nothing. */
  readonly isReady: ((text: string) => boolean) | null;
  readonly counts: (text: string) => boolean;
}

/** Lines that are opened at once. */
const TOGETHER = 100;
const OPEN_MS = 120_000;

/** Opens this many lines, and waits until each is ready. */
export async function openSubscribers(count: number, protocol: Protocol): Promise<Subscribers> {
  const sockets: WebSocket[] = [];
  let got: () => void = () => {};
  const open = () =>
    new Promise<void>((resolve, reject) => {
      const socket = new WebSocket(protocol.url, protocol.subprotocol ?? []);
      const late = setTimeout(() => reject(new Error('a line does not open')), OPEN_MS);
      const ready = () => {
        clearTimeout(late);
        resolve();
      };
      let isReady = protocol.isReady === null;
      socket.on('open', () => {
        if (protocol.hello !== null) socket.send(protocol.hello);
        if (isReady) ready();
      });
      socket.on('message', (data: Buffer) => {
        const text = data.toString();
        if (!isReady) {
          isReady = protocol.isReady?.(text) ?? true;
          const reply = protocol.reply(text);
          if (reply !== null) socket.send(reply);
          if (isReady) ready();
          else if (text.includes('"error')) reject(new Error(text));
        } else if (protocol.counts(text)) got();
      });
      socket.on('error', reject);
      socket.on('close', (code, reason) =>
        reject(new Error(`a line was closed: ${code} ${reason.toString()}`)),
      );
      sockets.push(socket);
    });
  for (let opened = 0; opened < count; opened += TOGETHER) {
    await Promise.all(Array.from({ length: Math.min(TOGETHER, count - opened) }, open));
  }
  return {
    next() {
      const start = performance.now();
      let [received, firstMs] = [0, 0];
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`${received} of ${count} were told`)), OPEN_MS);
        got = () => {
          received += 1;
          if (received === 1) firstMs = performance.now() - start;
          if (received < count) return;
          clearTimeout(late);
          resolve({ firstMs, lastMs: performance.now() - start });
        };
      });
    },
    close() {
      for (const socket of sockets) socket.terminate();
    },
  };
}
