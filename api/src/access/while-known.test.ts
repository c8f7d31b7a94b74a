import { Repeater } from 'graphql-yoga';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NOT_ANY_MORE, whileKnown } from './while-known.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** As errors of a field are made part of its answer: what waits inside cannot be told to stop. */
async function* wrapped(source: AsyncIterable<number>): AsyncGenerator<number, undefined> {
  for await (const value of source) yield value;
  return undefined;
}

function subscribed(mayStill: () => Promise<boolean>) {
  let isStopped = false;
  let isLeft = false;
  let say: (value: number) => void = () => undefined;
  const left = new AbortController();
  const source = new Repeater<number>(async (push, stop) => {
    say = (value) => void push(value);
    left.signal.addEventListener('abort', () => stop());
    await stop;
    isStopped = true;
  });
  const leave = () => {
    isLeft = true;
    left.abort();
  };
  const followed = whileKnown(wrapped(source), mayStill, leave, 1000);
  return { followed, say: (value: number) => say(value), isOver: () => isStopped && isLeft };
}

describe('a subscription of somebody who may ask', () => {
  it('tells what is told', async () => {
    const { followed, say } = subscribed(() => Promise.resolve(true));
    const first = followed.next();
    await vi.advanceTimersByTimeAsync(5000);
    say(1);
    expect(await first).toEqual({ done: false, value: 1 });
  });

  it('ends where it waits when he may not any more, and what it hangs on is let go', async () => {
    let may = true;
    const { followed, isOver } = subscribed(() => Promise.resolve(may));
    const waiting = followed.next();
    await vi.advanceTimersByTimeAsync(3000);
    may = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(await waiting).toEqual({ done: false, value: NOT_ANY_MORE });
    expect(await followed.next()).toEqual({ done: true, value: undefined });
    await vi.waitFor(() => expect(isOver()).toBe(true));
  });

  it('ends before its next answer where nobody waits for one', async () => {
    const { followed } = subscribed(() => Promise.resolve(false));
    await vi.advanceTimersByTimeAsync(1000);
    expect(await followed.next()).toEqual({ done: false, value: NOT_ANY_MORE });
    expect(await followed.next()).toEqual({ done: true, value: undefined });
  });

  it('goes on where it cannot be found out', async () => {
    const { followed, say } = subscribed(() => Promise.reject(new Error('the graph is away')));
    const first = followed.next();
    await vi.advanceTimersByTimeAsync(5000);
    say(1);
    expect(await first).toEqual({ done: false, value: 1 });
  });

  it('is let go at once by whoever leaves, also where it waits', async () => {
    const { followed, isOver } = subscribed(() => Promise.resolve(true));
    const waiting = followed.next();
    await vi.advanceTimersByTimeAsync(0);
    await followed.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    await vi.waitFor(() => expect(isOver()).toBe(true));
  });
});
