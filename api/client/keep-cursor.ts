import type { Service } from './ask.ts';
import type { FeedEntry } from './feed.graphql.ts';
import { followFeed, type FeedOptions } from './follow-feed.ts';

/** Where somebody keeps how far he has read. */
export interface KeptCursor {
  /** Null: nothing yet, and it begins now. */
  load(): Promise<string | null>;
  save(cursor: string): Promise<void>;
}

/**
 * Entries behind a kept cursor, and all that come. The cursor is saved when all entries of a page were taken: a process that ended
 * in between is given that page again. Where one cannot go on from it (`ResyncError`) the new cursor is saved and the iteration
 * ends: read anew what you follow, then follow again.
 */
export async function* followKept(
  service: Service,
  kept: KeptCursor,
  options: FeedOptions = {},
): AsyncGenerator<FeedEntry, void> {
  for await (const page of followFeed(service, await kept.load(), options)) {
    if (page.__typename === 'FeedPage') yield* page.entries;
    await kept.save(page.cursor);
  }
}

/** Kept in a file, for programs that run in Node. Never written by halves: a new one takes the place of the old. */
export function cursorFile(path: string): KeptCursor {
  return {
    async load() {
      const { readFile } = await import('node:fs/promises');
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return '';
        throw error;
      });
      return text.trim() || null;
    },
    async save(cursor) {
      const { rename, writeFile } = await import('node:fs/promises');
      await writeFile(`${path}.new`, cursor);
      await rename(`${path}.new`, path);
    },
  };
}
