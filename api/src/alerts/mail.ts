import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { LetterState } from 'graph-schema/domain/alert/alert-rule';
import type { Verdict } from 'graph-schema/domain/feed/webhook';
import type { LetterText } from './letter.ts';

export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them; empty: letters are files of the outbox. */
  readonly smtpUrl: string;
  /** Whom letters come from: `Throughline <alerts@firm.example>`. */
  readonly from: string;
  /** Folder of the letters where there is no mail server. */
  readonly outbox: string;
  /** The pages as browsers reach them. */
  readonly publicUrl: string;
}

export interface Letter extends LetterText {
  /** The same at every attempt: a mail server that took it twice knows it. */
  readonly id: string;
  readonly to: string;
  readonly language: string;
}

export interface MailResult {
  readonly verdict: Verdict;
  /** SMTP reply; null: no answer came, or none was needed. */
  readonly status: number | null;
  readonly error: string | null;
}

/** Sends letters; never throws for what a mail server says. */
export interface Mailer {
  /** What a letter is that was taken: sent on, or a file. */
  readonly taken: Extract<LetterState, 'DELIVERED' | 'FILED'>;
  send(letter: Letter): Promise<MailResult>;
  /** Removes files of the outbox from before an instant (epoch milliseconds). */
  trim(before: number): Promise<void>;
  close(): void;
}

const TIMEOUT_MS = 15_000;
const TAKEN: MailResult = { verdict: 'TAKEN', status: null, error: null };

export function createMailer({ smtpUrl, from, outbox }: MailSettings): Mailer {
  const message = (letter: Letter) => ({
    from,
    to: letter.to,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    messageId: `<${letter.id}@${domainOf(from)}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': letter.language,
      'List-Unsubscribe': `<${letter.settings}>`,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  if (smtpUrl === '') {
    const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
    return {
      taken: 'FILED',
      trim: (before) => trimOutbox(outbox, before),
      send: (letter) =>
        writer
          .sendMail(message(letter))
          .then(({ message: bytes }) => put(outbox, letter.id, bytes as Buffer))
          .then(() => TAKEN, resultOf),
      close: () => writer.close(),
    };
  }
  const limits = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS };
  const transport = createTransport({ url: smtpUrl, ...limits });
  return {
    taken: 'DELIVERED',
    // Of the time before there was a mail server.
    trim: (before) => trimOutbox(outbox, before),
    send: (letter) => transport.sendMail(message(letter)).then(() => TAKEN, resultOf),
    close: () => transport.close(),
  };
}

async function put(outbox: string, id: string, bytes: Buffer): Promise<void> {
  await mkdir(outbox, { recursive: true });
  const path = join(outbox, `${id}.eml`);
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
}

async function trimOutbox(outbox: string, before: number): Promise<void> {
  const files = await readdir(outbox).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return [];
  });
  for (const name of files.filter((one) => /^ltr_[\w-]+\.eml(\.part)?$/.test(one))) {
    const path = join(outbox, name);
    // Meanwhile another process, or whoever reads them, may have removed it.
    const found = await stat(path).catch(() => null);
    if (found && found.mtimeMs < before) await rm(path, { force: true });
  }
}

/**
 * What a failure means: a reply 5yz (RFC 5321, 4.2.1) about the reader's address or the letter is for good; one about our address
 * or account is ours to mend. Its reader is told what the server answered, and no address within our network.
 */
function resultOf(error: unknown): MailResult {
  const { code, command, responseCode: status = null, response } = error as { code?: string; command?: string; responseCode?: number; response?: string };
  const isForGood = (command === 'RCPT TO' || code === 'EMESSAGE') && (status ?? 0) >= 500;
  return { verdict: isForGood ? 'NEVER' : 'LATER', status, error: response ?? code ?? 'failed' };
} // prettier-ignore

function domainOf(from: string): string {
  return /@([^\s>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
}
