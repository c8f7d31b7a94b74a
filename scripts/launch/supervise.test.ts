import { EventEmitter, once } from 'node:events';
import { expect, test } from 'vitest';
import { createLifecycle } from './lifecycle.mjs';
import { restartDelayMs, supervise } from './supervise.mjs';

interface End {
  readonly code: number | null;
  readonly signal: string | null;
}

/** Children that end when told to. */
function fakeProcess() {
  const ends: ((how: End) => void)[] = [];
  const started: (() => void)[] = [];
  const start = async (adopt: (child: unknown) => void) => {
    const events = new EventEmitter();
    const exited = once(events, 'exit').then(([how]) => how);
    const end = (how: End) => void events.emit('exit', how);
    ends.push(end);
    const child = {
      exited,
      logTail: () => 'last words',
      stop: async () => end({ code: 0, signal: null }),
      kill: () => end({ code: null, signal: 'SIGKILL' }),
    };
    adopt(child);
    started.shift()?.();
    return child;
  };
  return {
    start,
    starts: () => ends.length,
    crash: () => ends.at(-1)?.({ code: 3, signal: null }),
    nextStart: () => new Promise<void>((resolve) => void started.push(resolve)),
  };
}

const listen = () => {
  const lines: string[] = [];
  return {
    lines,
    log: { line: (text: string) => void lines.push(text), warn: (text: string) => void lines.push(text) },
  };
};
const noPause = async () => {};

test('a process that crashes is started again and the user is told', async () => {
  const { lines, log } = listen();
  const fake = fakeProcess();
  const lifecycle = createLifecycle();
  await supervise({ name: 'api', start: fake.start, lifecycle, log, onLost: () => {}, pause: noPause });
  const again = fake.nextStart();
  fake.crash();
  await again;
  expect(fake.starts()).toBe(2);
  expect(lines).toEqual(['api ended unexpectedly (code 3): starting it again, 1 of 5']);
  await lifecycle.stop();
});

test('after five restarts in a row it is given up, with its last words', async () => {
  const { lines, log } = listen();
  const fake = fakeProcess();
  const lost = await new Promise((resolve) => {
    void supervise({
      name: 'api',
      start: fake.start,
      lifecycle: createLifecycle(),
      log,
      onLost: resolve,
      pause: async () => void setImmediate(fake.crash),
    }).then(fake.crash);
  });
  expect(lost).toBe('api');
  expect(fake.starts()).toBe(6);
  expect(lines.at(-1)).toBe('api ended (code 3) and is given up after 5 restarts:\nlast words');
});

test('restarts far apart are not counted together', async () => {
  const { lines, log } = listen();
  const fake = fakeProcess();
  let minutes = 0;
  const now = () => (minutes += 2) * 60_000;
  const lifecycle = createLifecycle();
  await supervise({ name: 'api', start: fake.start, lifecycle, log, onLost: () => {}, pause: noPause, now });
  for (let crash = 0; crash < 8; crash += 1) {
    const again = fake.nextStart();
    fake.crash();
    await again;
    // The watch on the new child is set up once its start has returned.
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(new Set(lines)).toEqual(new Set(['api ended unexpectedly (code 3): starting it again, 1 of 5']));
  await lifecycle.stop();
});

test('a process that was stopped stays stopped', async () => {
  const { lines, log } = listen();
  const fake = fakeProcess();
  const lifecycle = createLifecycle();
  await supervise({ name: 'api', start: fake.start, lifecycle, log, onLost: () => {}, pause: noPause });
  await lifecycle.stop();
  await new Promise((resolve) => setImmediate(resolve));
  expect(fake.starts()).toBe(1);
  expect(lines).toEqual([]);
});

test('the pauses grow', () => {
  expect([1, 2, 3, 4, 5].map(restartDelayMs)).toEqual([500, 1000, 2000, 4000, 8000]);
});
