import type { Worker } from 'node:worker_threads';
import type { SourceProfile } from 'graph-schema/domain/source';
import type { CodeCorrections } from 'graph-schema/reference/code-corrections';
import type { Gazetteer } from 'graph-schema/domain/place';
import { FORMATS } from '../formats/index.ts';
import { besideOf, startThread } from '../start-thread.ts';
import { onlyIssue, readMessage, type ReadResult } from './read.ts';

/** Beyond this size a message is read in a thread of its own, so that queue locks are renewed meanwhile. */
const THREAD_BYTES = 512 * 1024;
/** No honest message takes this long; what does is refused instead of blocking the queue. */
const THREAD_LIMIT_MS = 120_000;

export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly receivedAt: string;
  readonly source: SourceProfile;
  /** What operators say that codes mean, for all senders. */
  readonly corrections: CodeCorrections;
}

export interface Reader {
  read(request: ReadRequest): Promise<ReadResult>;
  close(): Promise<void>;
}

export function createReader(places: Gazetteer): Reader {
  let thread: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const forget = (gone: Worker) => {
    if (thread === gone) thread = null;
  };
  const readInTurn = (request: ReadRequest): Promise<ReadResult> => {
    const result = last.then(async () => {
      const asked = thread ?? startReading(forget);
      thread = asked;
      const answer = await ask(asked, request);
      if (answer.isBroken) {
        forget(asked);
        void asked.terminate();
      }
      if (answer.error) throw answer.error;
      return answer.result;
    });
    last = result.catch(() => undefined);
    return result;
  };
  return {
    async read(request) {
      if (request.bytes.length > THREAD_BYTES) return readInTurn(request);
      const { bytes, receivedAt, source, corrections } = request;
      return readMessage(bytes, { receivedAt, source, places }, FORMATS, corrections);
    },
    async close() {
      await thread?.terminate();
    },
  };
}

function startReading(onGone: (thread: Worker) => void): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: 2048 };
  const thread = startThread(besideOf(import.meta.url, 'read-thread'), { resourceLimits });
  // An idle thread keeps no process alive; should it die between two messages, the next one gets a new one.
  thread.unref();
  thread.on('error', () => onGone(thread)).on('exit', () => onGone(thread));
  return thread;
}

type Answer =
  | { readonly result: ReadResult; readonly error: null; readonly isBroken: boolean }
  | { readonly error: Error; readonly isBroken: true };

/** Never rejects: whatever becomes of the thread is an answer. */
function ask(thread: Worker, request: ReadRequest): Promise<Answer> {
  return new Promise((resolve) => {
    const answer = (given: Answer) => {
      clearTimeout(limit);
      thread.off('message', onMessage).off('error', onError).off('exit', onExit);
      resolve(given);
    };
    const refuse = (why: string) =>
      answer({
        result: onlyIssue('TOO_LARGE', why),
        error: null,
        isBroken: true,
      });
    const onMessage = (result: ReadResult) => answer({ result, error: null, isBroken: false });
    const onError = (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') refuse('memory');
      else answer({ error, isBroken: true });
    };
    const onExit = (code: number) =>
      answer({ error: new Error(`the reading thread ended with ${code}`), isBroken: true });
    const limit = setTimeout(() => refuse(`not read within ${THREAD_LIMIT_MS / 1000} s`), THREAD_LIMIT_MS);
    thread.on('message', onMessage).on('error', onError).on('exit', onExit);
    thread.postMessage(request);
  });
}
