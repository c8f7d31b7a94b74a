import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Intake } from '../intake.ts';
import { tellTooLarge } from '../not-taken.ts';
import type { SourceRegistry } from '../source-registry.ts';

/** A file is taken when it kept its size and time for this long: whoever copies it in has finished. */
const SETTLED_MS = 1500;
const LOOK_EVERY_MS = 1000;
/** A file that is being taken has this before its name, so that a newer one may come under the same name meanwhile. */
const TAKING = '.taking-';

export interface DropFolder {
  stop(): Promise<void>;
}

/**
 * Takes files from `<folder>/<source id>/…`, and files directly in the folder for the default source. A file is
 * removed only when its message is durable; a crash in between gives a known duplicate, never a loss.
 */
export async function watchDropFolder(
  folder: string,
  defaultSource: string,
  intake: Intake,
  sources: SourceRegistry,
  bytesMax: number,
  log: Logger,
): Promise<DropFolder> {
  await mkdir(folder, { recursive: true });
  const seen = new Map<string, string>();
  /** What waits is said once, not at every look. */
  const said = new Map<string, string>();
  /** Too large, and shown with the messages of its source. */
  const told = new Map<string, string>();
  /** Sources beyond their messages a minute: their files wait untouched until then. */
  const heldUntil = new Map<string, number>();
  let stopped = false;

  const markOf = async (path: string) => {
    const state = await stat(path);
    return state.isFile() ? { mark: `${state.size}:${state.mtimeMs}`, ...state } : null;
  };
  const sayOnce = (path: string, mark: string, say: () => void) => {
    if (said.get(path) === mark) return;
    said.set(path, mark);
    say();
  };

  const take = async (directory: string, name: string, sourceId: string) => {
    if (name.startsWith(TAKING)) return hand(join(directory, name), name.slice(TAKING.length), sourceId);
    const path = join(directory, name);
    const taking = join(directory, TAKING + name);
    const state = await markOf(path);
    if (!state) return;
    const { mark, size, mtimeMs } = state;
    if (seen.get(path) !== mark || Date.now() - mtimeMs < SETTLED_MS) {
      seen.set(path, mark);
      return;
    }
    const source = sources.find(sourceId);
    if (!source)
      return sayOnce(path, mark, () =>
        log.warn({ path: name, source: sourceId }, 'file of an unknown source waits'),
      );
    if (size > bytesMax) {
      sayOnce(path, mark, () => log.error({ path: name, bytes: size }, 'file is too large and waits'));
      const isTold = told.get(path) === mark;
      const notice = { name, bytes: size, bytesMax, state: mark };
      if (!isTold && (await tellTooLarge(intake, source, notice))) told.set(path, mark);
      return;
    }
    // An older one of this name waits for the queue: this one waits behind it.
    if (await exists(taking)) return;
    await rename(path, taking);
    seen.delete(path);
    said.delete(path);
    await hand(taking, name, sourceId);
  };

  const hand = async (taking: string, fileName: string, sourceId: string) => {
    const source = sources.find(sourceId);
    if (!source) return;
    const before = await markOf(taking);
    const bytes = await readFile(taking);
    const accepted = await intake.accept({ source, bytes, contentType: null, fileName, receivedAt: null });
    if (accepted.outcome === 'TOO_MANY')
      heldUntil.set(sourceId, Date.now() + accepted.retryAfterSeconds * 1000);
    if (accepted.outcome !== 'ACCEPTED') return;
    log.info({ rawId: accepted.rawId, source: source.id, fileName }, 'file accepted');
    // Somebody who still had it open wrote on: it is taken again, whole.
    if ((await markOf(taking))?.mark === before?.mark) await rm(taking);
  };

  const look = async () => {
    const entries: [directory: string, name: string, source: string][] = [];
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (!entry.isDirectory()) entries.push([folder, entry.name, defaultSource]);
      else for (const inner of await readdir(path)) entries.push([path, inner, entry.name]);
    }
    for (const [directory, name, source] of entries) {
      if (stopped) return;
      if ((heldUntil.get(source) ?? 0) > Date.now()) continue;
      // One file that cannot be read must not keep the others waiting.
      await take(directory, name, source).catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        sayOnce(join(directory, name), why, () => log.error({ err: error, path: name }, 'file not taken'));
      });
    }
  };

  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(async () => {
      if (!stopped) await look().catch((error: unknown) => log.error({ err: error }, 'drop folder'));
    });
  }, LOOK_EVERY_MS);
  return {
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
