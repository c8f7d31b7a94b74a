import { Session } from 'node:inspector';
import { afterAll, describe, expect, it, vi } from 'vitest';

/**
 * Work grows with the length of a message, not with its square, however it comes to be long: every part of a sample that
 * its grammar lets stand many times is repeated n, 2n and 4n times. Work is counted by the engine, as how often each
 * block of our code ran, so it is the same on every machine: what the second step adds is twice what the first adds, and
 * four times where each part looks at all its sisters. What the engine does by itself (searching and copying) is not
 * counted: `linear-time.test.ts` measures it.
 */
const MOST = 2.2;
/** So many bytes of copies, or so many copies, are n. */
const BYTES = 2_000;
const COPIES = 16;
/** Steps that are taken in strides (the way from text back to bytes, detection by the first 4 KiB) are uneven by so much. */
const UNEVEN = 10_000;
const TRIES = 3;

vi.setConfig({ testTimeout: 120_000 });

const session = new Session();
session.connect();
session.post('Profiler.enable');
// Before any of our code is loaded: blocks are counted in what is compiled from here on.
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
afterAll(() => session.disconnect());

const { readMessage } = await import('../pipeline/read.ts');
const { FORMATS } = await import('./index.ts');
const { largestSamples } = await import('../testing/largest-samples.ts');
const { drawn, repeatables } = await import('../testing/repeat/repeatables.ts');

const samples = largestSamples();

function takeCounts(): number {
  let blocks = 0;
  session.post('Profiler.takePreciseCoverage', (error, taken) => {
    if (error) throw error;
    for (const { url, functions } of taken.result) {
      if (!/\/(?:ingest|graph-schema)\/src\//.test(url) || url.includes('/testing/')) continue;
      for (const { ranges } of functions) for (const { count } of ranges) blocks += count;
    }
  });
  return blocks;
}

describe('work grows with the length of the message', () => {
  it.each(FORMATS.map(({ id }) => [id] as const))('%s', (id) => {
    const sample = samples.get(id);
    if (!sample) throw new Error(`${id} has no sample`);
    const read = (text: string) =>
      readMessage(new Uint8Array(Buffer.from(text, 'latin1')), sample.context, FORMATS);
    const parts = repeatables(sample.bytes, id);
    // What is looked up the first time is remembered.
    for (const { times } of parts.slice(0, 1)) read(times(2));
    let most = 0;
    for (const { what, length, times } of drawn(parts)) {
      const copies = Math.max(COPIES, Math.ceil(BYTES / length));
      const texts = [times(copies), times(2 * copies), times(4 * copies)];
      const measured = (): readonly number[] => {
        takeCounts();
        return texts.map((text) => {
          read(text);
          return takeCounts();
        });
      };
      const excess = ([one = 0, two = 0, four = 0]: readonly number[]): number =>
        four - two - MOST * Math.max(0, two - one) - UNEVEN;
      let work = measured();
      // What ran for the first time did more.
      for (let tries = 1; tries < TRIES && excess(work) > 0; tries += 1) work = measured();
      expect(excess(work), `${what} ×${copies}, 2 and 4 times: ${work.join(', ')}`).toBeLessThanOrEqual(0);
      most = Math.max(most, ((work[2] ?? 0) - (work[0] ?? 0)) / (3 * copies));
    }
    expect(most, 'blocks that a copy costs: what is repeated is read').toBeGreaterThan(20);
  });
});
