import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { rawMessageId, type RawHeader, type RawMessage, type RawStore } from './raw-store.ts';

/** `<safe source>~<sha-256>~<delivery>`: sorts nowhere, so the listing sorts by delivery, which begins with the time. */
const PENDING_NAME = /^[A-Za-z0-9_.-]+~[0-9a-f]{64}~[0-9a-z-]+$/;

export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Delivery ids begin with the receipt in base 36, so that names sort by time. */
export function newDelivery(receivedAtMs: number): string {
  return `${receivedAtMs.toString(36).padStart(9, '0')}-${randomBytes(5).toString('hex')}`;
}

/**
 * Raw messages in a folder: a JSON header line, a line feed, the bytes. Written under `incoming`, synced, renamed into
 * `pending` and the folder synced: only then is it accepted. With the outcome recorded it moves to `archive`.
 */
export async function openFolderStore(folder: string): Promise<RawStore> {
  const incoming = join(folder, 'incoming');
  const pending = join(folder, 'pending');
  const archive = join(folder, 'archive');
  for (const path of [incoming, pending, archive]) await mkdir(path, { recursive: true });
  await sweepIncoming(incoming);
  let count = (await readdir(pending)).length;

  const pendingOf = async (source: string, sha256: string) =>
    (await readdir(pending)).filter((name) => name.startsWith(`${safe(source)}~${sha256}~`)).sort();
  const archived = (source: string, sha256: string) =>
    join(archive, safe(source), sha256.slice(0, 2), sha256);

  return {
    async accept(header, bytes) {
      const name = `${safe(header.source)}~${header.sha256}~${header.delivery}`;
      const temporary = join(incoming, name);
      const file = await open(temporary, 'wx', 0o600);
      try {
        await file.writeFile(Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), bytes]));
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, join(pending, name));
      await syncFolder(pending);
      count += 1;
      return name;
    },
    async listPending() {
      const names = (await readdir(pending)).filter((name) => PENDING_NAME.test(name));
      count = names.length;
      const delivery = (name: string) => name.slice(name.lastIndexOf('~'));
      return names.sort((a, b) => (delivery(a) < delivery(b) ? -1 : 1));
    },
    readPending: (name) => readMessage(join(pending, name)),
    async archive(name, header) {
      const target = archived(header.source, header.sha256);
      const from = join(pending, name);
      if (!(await exists(from))) return;
      if (await isKept(target, header)) {
        await rm(from, { force: true });
      } else {
        await mkdir(join(target, '..'), { recursive: true });
        await rename(from, target);
      }
      count = Math.max(0, count - 1);
    },
    async find(id) {
      const { source, sha256 } = partsOf(id);
      if (!isHash(sha256)) return null;
      const inArchive = () => readMessage(archived(source, sha256));
      const inPending = async () => {
        const [name] = await pendingOf(source, sha256);
        return name ? readMessage(join(pending, name)) : null;
      };
      // It may move from pending to the archive between two looks, and never back.
      return (await inArchive()) ?? (await inPending()) ?? inArchive();
    },
    async findPending(id) {
      const { source, sha256 } = partsOf(id);
      const name = isHash(sha256) ? (await pendingOf(source, sha256)).at(-1) : null;
      return name ? readMessage(join(pending, name)) : null;
    },
    async *listArchived() {
      for (const source of await readdir(archive)) {
        for (const part of await readdir(join(archive, source))) {
          for (const sha256 of await readdir(join(archive, source, part))) {
            const message = await readMessage(join(archive, source, part, sha256));
            if (message) yield rawMessageId(message.header);
          }
        }
      }
    },
    pendingCount: () => count,
  };
}

/** Whether what is archived stays in place of this delivery. */
async function isKept(target: string, { allOrNothing, replay }: RawHeader): Promise<boolean> {
  if (allOrNothing || replay) return exists(target);
  const kept = await readMessage(target);
  return kept !== null && !kept.header.allOrNothing;
}

function partsOf(id: string): { readonly source: string; readonly sha256: string } {
  const at = id.lastIndexOf(':');
  return { source: id.slice(0, at), sha256: id.slice(at + 1) };
}

function isHash(sha256: string): boolean {
  return /^[0-9a-f]{64}$/.test(sha256);
}

async function readMessage(path: string): Promise<RawMessage | null> {
  let content: Buffer;
  try {
    content = await readFile(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  const end = content.indexOf(0x0a);
  const header = JSON.parse(content.subarray(0, end).toString()) as RawHeader;
  return { header, bytes: new Uint8Array(content.subarray(end + 1)) };
}

/** No write takes this long; what is older was cut off by a crash. */
const CUT_OFF_MS = 10 * 60_000;

/** What was cut off in `incoming` was never acknowledged; what is young, another process may be writing now. */
async function sweepIncoming(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const written = await stat(path).catch(() => null);
    if (written && Date.now() - written.mtimeMs > CUT_OFF_MS) await rm(path, { force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: unknown) => {
      if (isMissing(error)) return false;
      throw error;
    },
  );
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Source ids are file names here; anything unusual is replaced, the header keeps the true id. */
function safe(source: string): string {
  return source.replace(/[^A-Za-z0-9_.-]/g, '_');
}
