import { describe, expect, it } from 'vitest';
import { SharedReads } from './shared-reads.ts';

/** A read that ends when it is told to, and counts how often it was begun. */
function reader() {
  const ends: ((text: string) => void)[] = [];
  const fails: ((error: Error) => void)[] = [];
  return {
    begun: () => ends.length,
    end: (index: number, text: string) => ends[index]?.(text),
    fail: (index: number) => fails[index]?.(new Error('the graph is away')),
    read: () =>
      new Promise<string>((resolve, reject) => {
        ends.push(resolve);
        fails.push(reject);
      }),
  };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a shared read', () => {
  it('is made once for all who ask before it begins', async () => {
    const shared = new SharedReads<string>();
    const { read, begun, end } = reader();
    const asked = Array.from({ length: 50 }, () => shared.read('a', read));
    await turn();
    expect(begun()).toBe(1);
    end(0, 'told');
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['told']));
  });

  it('is not given to who asks while it is under way: one more is made after it for all of them', async () => {
    const shared = new SharedReads<string>();
    const { read, begun, end } = reader();
    const first = shared.read('a', read);
    await turn();
    const late = Array.from({ length: 50 }, () => shared.read('a', read));
    await turn();
    expect(begun()).toBe(1);
    end(0, 'before');
    expect(await first).toBe('before');
    await turn();
    expect(begun()).toBe(2);
    end(1, 'after');
    expect(new Set(await Promise.all(late))).toEqual(new Set(['after']));
  });

  it('is nobody else’s, and of another key another', async () => {
    const shared = new SharedReads<string>();
    const [a, b] = [reader(), reader()];
    const asked = [shared.read('a', a.read), shared.read('b', b.read)];
    await turn();
    a.end(0, 'for a');
    b.end(0, 'for b');
    expect(await Promise.all(asked)).toEqual(['for a', 'for b']);
  });

  it('that fails fails for all who wait for it, and is made anew', async () => {
    const shared = new SharedReads<string>();
    const { read, fail, end } = reader();
    const asked = Promise.allSettled([shared.read('a', read), shared.read('a', read)]);
    await turn();
    fail(0);
    expect((await asked).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const again = shared.read('a', read);
    await turn();
    end(1, 'back');
    expect(await again).toBe('back');
  });
});
