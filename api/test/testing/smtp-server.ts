import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface ReceivedLetter {
  readonly to: string;
  readonly messageId: string;
  readonly subject: string;
  /** Its text part, decoded. */
  readonly text: string;
}

/** A mail server as anybody could have one. */
export interface SmtpServer {
  readonly url: string;
  /** Those that it took. */
  readonly letters: ReceivedLetter[];
  close(): Promise<void>;
}

/**
 * Listens on the loopback interface and answers each letter with a reply code of SMTP (RFC 5321); 250 takes it. `sender` is what it
 * answers about whom the letter comes from.
 */
export async function openSmtpServer(
  answer: () => number,
  sender: () => number = () => 250,
): Promise<SmtpServer> {
  const letters: ReceivedLetter[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    let waiting = '';
    let to = '';
    let isData = false;
    const say = (reply: string) => socket.write(`${reply}\r\n`);
    const take = (line: string) => {
      const word = line.slice(0, 4).toUpperCase();
      if (word === 'EHLO' || word === 'HELO') return say('250 localhost');
      if (word === 'MAIL') return say(`${sender()} of the sender`);
      if (word === 'RCPT') to = /<([^>]*)>/.exec(line)?.[1] ?? '';
      if (word === 'DATA') {
        isData = true;
        return say('354 go on');
      }
      if (word !== 'QUIT') return say('250 ok');
      say('221 bye');
      return socket.end();
    };
    say('220 localhost');
    socket.setEncoding('latin1').on('data', (chunk) => {
      waiting += String(chunk);
      for (;;) {
        const end = waiting.indexOf(isData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const text = waiting.slice(0, end);
        waiting = waiting.slice(end + (isData ? 5 : 2));
        if (isData) {
          isData = false;
          const code = answer();
          if (code === 250) letters.push(letterIn(text.replaceAll('\r\n..', '\r\n.'), to));
          say(`${code} ${code === 250 ? 'taken' : 'not taken'}`);
        } else take(text);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    letters,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function letterIn(message: string, to: string): ReceivedLetter {
  const { head, body } = partsOf(message);
  const boundary = /boundary="([^"]+)"/.exec(headerOf(head, 'content-type'))?.[1] ?? '';
  const parts = body.split(`--${boundary}`).map((part) => partsOf(part.replace(/^\r\n/, '')));
  const text = parts.find((part) => headerOf(part.head, 'content-type').startsWith('text/plain'));
  return {
    to,
    messageId: headerOf(head, 'message-id'),
    subject: wordsIn(headerOf(head, 'subject')),
    text: text ? decoded(text.body, headerOf(text.head, 'content-transfer-encoding')).toString('utf8') : '',
  };
}

function partsOf(text: string): { head: string; body: string } {
  const end = text.indexOf('\r\n\r\n');
  return { head: text.slice(0, end).replaceAll(/\r\n[ \t]+/g, ' '), body: text.slice(end + 4) };
}

function headerOf(head: string, name: string): string {
  const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim() ?? '';
}

/** Quoted-printable or base64 (RFC 2045, 6.7 and 6.8), else as it stands. */
function decoded(text: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(text, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(text, 'latin1');
  const joined = text.replaceAll(/=\r\n/g, '');
  return Buffer.from(joined.replaceAll(/=([\dA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1'); // prettier-ignore
}

/** Encoded words of a header (RFC 2047) as text. */
function wordsIn(header: string): string {
  const joined = header.replaceAll(/\?=\s+=\?/g, '?==?');
  return joined.replaceAll(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, way: string, text: string) =>
    way.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64').toString('utf8')
      : decoded(text.replaceAll('_', ' '), 'quoted-printable').toString('utf8'),
  );
}
