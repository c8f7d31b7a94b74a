import type { Worker } from 'node:worker_threads';
import { onlyIssue } from './read.ts';
import { planWriting, type WritePlan } from './plan-writing.ts';
import type { ReadAnswer, ReadRequest } from './reader.ts';

export interface LaneOptions {
  readonly start: () => Worker;
  /** Messages that lie with the thread at once: it goes on with the next while this one is busy. */
  readonly ahead: number;
  /** What takes longer is refused. */
  readonly limitMs: number;
}

interface Waiting {
  readonly request: ReadRequest;
  readonly resolve: (plan: WritePlan) => void;
  readonly reject: (error: Error) => void;
}

/** A thread that reads one message after the other, in the order they come. A message that is its end ends alone. */
export interface ReadingLane {
  plan(request: ReadRequest): Promise<WritePlan>;
  close(): Promise<void>;
}

export function createReadingLane({ start, ahead, limitMs }: LaneOptions): ReadingLane {
  let thread: Worker | null = null;
  let timer: NodeJS.Timeout | null = null;
  const waiting: Waiting[] = [];
  /** How many of those that wait, from the first, the thread has. */
  let sent = 0;
  /** How many are sent one by one, because one of them was the end of a thread. */
  let suspects = 0;

  const send = () => {
    if (waiting.length === 0) return;
    thread ??= watched(start());
    const most = suspects > 0 ? 1 : ahead;
    for (; sent < Math.min(most, waiting.length); sent += 1) thread.postMessage(waiting[sent]?.request);
  };
  /** The time of the first runs from when the one before was done. */
  const timed = () => {
    if (timer) clearTimeout(timer);
    timer = waiting.length > 0 ? setTimeout(() => lose((one) => refused(one, `not read within ${limitMs / 1000} s`)), limitMs) : null;
  };
  const done = (settle: (one: Waiting) => void) => {
    const first = waiting.shift();
    if (sent > 0) sent -= 1;
    if (suspects > 0) suspects -= 1;
    if (first) settle(first);
    timed();
    send();
  };
  /** The first message was the end of the thread, the others go to another. */
  const lose = (settle: (one: Waiting) => void) => {
    drop();
    done(settle);
  };
  /** So was one of those that it had: answers to the first of them may be lost with it. */
  const loseOneOf = (settle: (one: Waiting) => void) => {
    if (sent <= 1) return lose(settle);
    suspects = sent;
    drop();
    timed();
    send();
  };
  const drop = () => {
    const lost = thread;
    thread = null;
    sent = 0;
    if (lost) void end(lost);
  };
  const watched = (started: Worker): Worker => {
    // An idle thread keeps no process alive; should it die between two messages, the next one gets a new one.
    started.unref();
    return started
      .on('message', (answer: ReadAnswer) =>
        done((one) => (answer.error ? one.reject(answer.error) : one.resolve(answer.plan))),
      )
      .on('error', (error: Error & { code?: string }) =>
        loseOneOf((one) => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refused(one, 'memory') : one.reject(error))),
      )
      .on('exit', (code) => loseOneOf((one) => one.reject(new Error(`the reading thread ended with ${code}`))));
  };
  return {
    plan: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ request, resolve, reject });
        if (waiting.length === 1) timed();
        send();
      }),
    async close() {
      if (timer) clearTimeout(timer);
      const closed = thread;
      thread = null;
      if (closed) await end(closed);
    },
  };
} // prettier-ignore

/** What it still says is nobody's any more. */
function end(thread: Worker): Promise<number> {
  thread.removeAllListeners().on('error', () => undefined);
  return thread.terminate();
}

function refused({ request, resolve }: Waiting, why: string): void {
  resolve(planWriting(request.header, onlyIssue('TOO_LARGE', why), request.reading));
}
