import type { SourceProfile } from 'graph-schema/domain/source';
import type { CodeCorrections } from 'graph-schema/reference/code-corrections';
import { besideOf, startThread } from '../start-thread.ts';
import type { PlannedHeader, WritePlan } from './plan-writing.ts';
import { createReadingLane } from './reading-lane.ts';

/** What is larger is read in a thread of its own: no small message waits for it. */
const LARGE_BYTES = 512 * 1024;
/** No honest message takes this long. */
const LIMIT_MS = 120_000;

export interface ReadRequest {
  readonly header: PlannedHeader;
  readonly bytes: Uint8Array;
  readonly source: SourceProfile;
  /** What operators say that codes mean, for all senders. */
  readonly corrections: CodeCorrections;
  /** See `WritePlan`. */
  readonly reading: string | null;
}

export type ReadAnswer =
  { readonly plan: WritePlan; readonly error: null } | { readonly plan: null; readonly error: Error };

/**
 * Reads messages beside the thread that writes them: while one message is read, others are concluded from and queue locks
 * are renewed. What a message asks to be written comes back, and nothing else of it.
 */
export interface Reader {
  plan(request: ReadRequest): Promise<WritePlan>;
  close(): Promise<void>;
}

export function createReader(): Reader {
  const script = besideOf(import.meta.url, 'read-thread');
  const start = (resourceLimits: object) => () => startThread(script, { resourceLimits });
  const small = createReadingLane({
    start: start({ maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 96 }),
    ahead: 16,
    limitMs: LIMIT_MS,
  });
  const large = createReadingLane({
    start: start({ maxOldGenerationSizeMb: 2048 }),
    ahead: 1,
    limitMs: LIMIT_MS,
  });
  return {
    plan: (request) => (request.bytes.length > LARGE_BYTES ? large : small).plan(request),
    async close() {
      await Promise.all([small.close(), large.close()]);
    },
  };
}
