import { cpuUsage } from 'node:process';
import { describe, expect, it, vi } from 'vitest';
import { readMessage } from '../pipeline/read.ts';
import { largestSamples } from '../testing/largest-samples.ts';
import { drawn, repeatables } from '../testing/repeat/repeatables.ts';
import { FORMATS } from './index.ts';

/**
 * Four times the records take four times as long, sixteen times where each one searches or copies all that came before.
 * Here the engine's own work counts, which `linear-work.test.ts` cannot see; in return only processor time tells. Other
 * work on the machine can only lengthen a reading, so the best of several tries is taken, and only the bound is tried
 * again that was missed.
 */
const MOST = 8;
const TRIES = 6;
const BYTES = 96 * 1024;
/** As many copies tell which part of a sample gives the most. */
const FEW = 20;

vi.setConfig({ testTimeout: 120_000 });

const samples = largestSamples();

describe('time grows with the length of the message', () => {
  it.each(FORMATS.map(({ id }) => [id] as const))('%s', (id) => {
    const sample = samples.get(id);
    if (!sample) throw new Error(`${id} has no sample`);
    const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
    const read = (bytes: Uint8Array) => readMessage(bytes, sample.context, FORMATS);
    const given = drawn(repeatables(sample.bytes, id)).map((part) => {
      const { messages, positions, counts } = read(bytesOf(part.times(FEW))).interpretation;
      const claims = messages.reduce((total, { attested }) => total + attested.length, 0);
      return { part, yields: claims + positions.length + counts.units / 100 };
    });
    const [most] = given.sort((a, b) => b.yields - a.yields);
    if (!most) throw new Error(`${id} has nothing to repeat`);
    const copies = Math.ceil(BYTES / most.part.length);
    const [short, long] = [bytesOf(most.part.times(copies)), bytesOf(most.part.times(4 * copies))];
    const cpuMs = (bytes: Uint8Array): number => {
      const before = cpuUsage();
      read(bytes);
      const { user, system } = cpuUsage(before);
      return (user + system) / 1000;
    };
    // The first reading also compiles what it runs.
    read(short);
    let [once, fourfold] = [cpuMs(short), cpuMs(long)];
    for (let tries = 1; tries < TRIES && fourfold / once >= MOST; tries += 1) {
      fourfold = Math.min(fourfold, cpuMs(long));
      once = Math.min(once, cpuMs(short));
    }
    const shown = `${most.part.what}: ${Math.round(once)} ms, then ${Math.round(fourfold)} ms`;
    expect(fourfold / once, shown).toBeLessThan(MOST);
  });
});
