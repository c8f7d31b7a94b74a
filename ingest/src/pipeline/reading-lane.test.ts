import { Worker } from 'node:worker_threads';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { afterEach, describe, expect, it } from 'vitest';
import { createReadingLane, type LaneOptions, type ReadingLane } from './reading-lane.ts';

/** A thread that answers with the message's own text as its format, unless the text tells it what else to do. */
const THREAD = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ bytes }) => {
  const text = Buffer.from(bytes).toString();
  if (text === 'end') process.exit(3);
  if (text === 'fall') throw new Error('fallen');
  if (text === 'fill') for (const all = []; ; ) all.push(new Array(1e6).fill(all.length));
  if (text === 'hang') for (;;);
  if (text === 'bug') return parentPort.postMessage({ plan: null, error: new Error('a bug') });
  parentPort.postMessage({ plan: { format: text }, error: null });
});`;

let lane: ReadingLane | null = null;
afterEach(() => lane?.close());

function laneOf(options: Partial<LaneOptions> = {}) {
  const start = () => new Worker(THREAD, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 32 } });
  const made = (lane = createReadingLane({ start, ahead: 3, limitMs: 60_000, ...options }));
  return (text: string) =>
    made
      .plan({
        header: { source: 's', sha256: text, receivedAt: '2026-11-21T02:00:00Z', delivery: 'd' },
        bytes: Buffer.from(text),
        source: sampleSource,
        corrections: {},
        reading: null,
      })
      .then(
        ({ format, issues }) => format ?? issues.map(({ code, value }) => `${code} ${value}`).join(),
        (error: Error) => error.message,
      );
}

describe('a reading lane', () => {
  it.each([
    ['end', 'the reading thread ended with 3'],
    ['fall', 'fallen'],
    ['bug', 'a bug'],
  ])(
    'answers each in its turn, and only of %s that it failed',
    async (bad, told) => {
      const say = laneOf();
      const texts = ['a', 'b', bad, 'c', 'd', bad, 'e'];
      const wanted = texts.map((text) => (text === bad ? told : text));
      expect(await Promise.all(texts.map(say))).toEqual(wanted);
      expect(await say('f')).toBe('f');
    },
    30_000,
  );

  it('refuses what needs more memory than it has, and goes on', async () => {
    const say = laneOf();
    expect(await Promise.all(['a', 'fill', 'b'].map(say))).toEqual(['a', 'TOO_LARGE memory', 'b']);
  }, 30_000);

  it('refuses what takes too long, and goes on; who waits behind others is not counted against', async () => {
    const say = laneOf({ limitMs: 1000 });
    const answers = await Promise.all(['hang', 'a', 'hang', 'b'].map(say));
    expect(answers).toEqual(['TOO_LARGE not read within 1 s', 'a', 'TOO_LARGE not read within 1 s', 'b']);
  }, 30_000);
});
