import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import SftpClient from 'ssh2-sftp-client';
import type { Logger } from 'pino';
import type { Intake } from '../intake.ts';
import { tellTooLarge } from '../not-taken.ts';
import type { SftpPull } from '../receivers-file.ts';
import type { SourceRegistry } from '../source-registry.ts';
import { takeTurns, type Turns } from '../turns.ts';

const CONNECT_MS = 20_000;

/**
 * Fetches files from a sender's SFTP server, again and again. A file is taken when it kept its size and time between two
 * looks, and deleted or moved only after it is durable here; a crash in between gives a known duplicate, never a loss.
 */
export function pullOverSftp(
  pull: SftpPull,
  intake: Intake,
  sources: SourceRegistry,
  bytesMax: number,
  log: Logger,
): Turns {
  const seen = new Map<string, string>();
  /** Files that are too large, by name and state: their source is told of once, not at each look. */
  const told = new Set<string>();
  const look = async (isStopped: () => boolean): Promise<void> => {
    const source = sources.find(pull.source);
    if (!source) {
      log.warn({ source: pull.source }, 'SFTP pull for an unknown source waits');
      return;
    }
    const client = new SftpClient();
    try {
      await client.connect({
        host: pull.host,
        port: pull.port,
        username: pull.username,
        ...(pull.passwordFile !== null && { password: readFileSync(pull.passwordFile, 'utf8').trim() }),
        ...(pull.privateKeyFile !== null && { privateKey: readFileSync(pull.privateKeyFile) }),
        // A server that is not the one that was agreed on gets no password.
        hostVerifier: (key: Buffer) => fingerprint(key) === pull.hostKeySha256,
        readyTimeout: CONNECT_MS,
      });
      const listed = await client.list(pull.folder);
      const files = listed.filter(({ type, name }) => type === '-' && fits(name, pull.pattern));
      for (const name of seen.keys()) if (!files.some((file) => file.name === name)) seen.delete(name);
      for (const { name, size, modifyTime } of files) {
        if (isStopped()) return;
        const mark = `${size}:${modifyTime}`;
        if (seen.get(name) !== mark) {
          seen.set(name, mark);
          continue;
        }
        if (size > bytesMax) {
          const state = `${name} ${mark}`;
          if (told.has(state)) continue;
          if (await tellTooLarge(intake, source, { name, bytes: size, bytesMax, state: mark })) {
            log.error({ source: source.id, name, bytes: size, bytesMax }, 'file is too large and stays');
            told.add(state);
          }
          continue;
        }
        const path = `${pull.folder}/${name}`;
        const bytes = (await client.get(path)) as Buffer;
        const accepted = await intake.accept({
          source,
          bytes,
          contentType: null,
          fileName: name,
          receivedAt: null,
        });
        if (accepted.outcome !== 'ACCEPTED') return;
        log.info({ rawId: accepted.rawId, source: source.id, name }, 'file fetched');
        if (pull.doneFolder === null) await client.delete(path);
        else await client.rename(path, `${pull.doneFolder}/${name}`);
        seen.delete(name);
      }
    } finally {
      await client.end().catch(() => undefined);
    }
  };

  return takeTurns(look, pull.everySeconds, (error) =>
    log.warn({ err: error, source: pull.source, host: pull.host }, 'SFTP pull'),
  );
}

/** As `ssh-keygen -l` prints it, without `SHA256:`. */
function fingerprint(key: Buffer): string {
  return createHash('sha256').update(key).digest('base64').replace(/=+$/, '');
}

/** `*` stands for any characters. */
function fits(name: string, pattern: string): boolean {
  const parts = pattern.split('*');
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return name === pattern;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}
