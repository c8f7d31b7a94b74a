import { Session } from 'node:inspector';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { cutInto } from '../../testing/tokenizer-laws.ts';

vi.setConfig({ testTimeout: 120_000 });

const session = new Session();
session.connect();
session.post('Profiler.enable');
// Before the scanner is loaded: the engine counts how often each block ran of what is compiled from here on.
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
afterAll(() => session.disconnect());

const { PayloadScanner } = await import('./payload-scanner.ts');

function takeCounts(): number {
  let blocks = 0;
  session.post('Profiler.takePreciseCoverage', (error, taken) => {
    if (error) throw error;
    for (const { url, functions } of taken.result) {
      if (!url.includes('/ingest/src/syntax/')) continue;
      for (const { ranges } of functions) for (const { count } of ranges) blocks += count;
    }
  });
  return blocks;
}

describe('work of the scanner', () => {
  it.each([
    ['messages', '!AIVDM,1,1,,A,16:lOV@P1s8fsO0AQE`3RBnt0000,0*62\r\n'],
    ['one line without an end', 'A'],
    ['sentences on one line', '!AIVDM,1,1,,A,16:lOV@P1s8fsO0AQE`3RBnt0000,0*62'],
    ['blanks', ' '],
    ['empty lines', '\n'],
    ['tag blocks that do not close', '\\s:a'],
    ['sentences that do not close', '!AIVDM,'],
    ['first sentences only', '!AIVDM,2,1,3,A,56:lOV@2:N2T9@E=@01<4m0hF1=@5800,0*23\n'],
  ])('grows with the length only, however the bytes come: %s', (_name, part) => {
    for (const size of [1, 97, 80_000]) {
      const [short = 0, long = 0] = [20_000, 80_000].map((length) => {
        const bytes = Buffer.from(part.repeat(Math.ceil(length / part.length)), 'latin1');
        const sizes = Array.from({ length: Math.ceil(bytes.length / size) }, () => size);
        const scanner = new PayloadScanner();
        takeCounts();
        for (const chunk of cutInto(bytes, sizes)) for (const _unit of scanner.push(chunk));
        for (const _unit of scanner.end());
        return takeCounts() / bytes.length;
      });
      expect(short).toBeGreaterThan(0);
      expect(long, `chunks of ${size}`).toBeLessThan(1.2 * short + 1);
    }
  });
});
