import type { ReadContext } from '../formats/message-format.ts';
import { listFixtures } from './fixture-files.ts';
import { readFixture } from './read-fixture.ts';

export interface Sample {
  readonly bytes: Uint8Array;
  readonly context: ReadContext;
}

/**
 * The largest sample of each format, by its id: of those that are text or Protocol Buffers and give something, without an
 * error if there is such a one. `prefix`: of the formats whose id begins so.
 */
export function largestSamples(prefix = ''): ReadonlyMap<string, Sample> {
  const best = new Map<string, { readonly sample: Sample; readonly rank: number }>();
  for (const fixture of listFixtures()) {
    const { format, bytes, context } = fixture;
    if (!format.startsWith(prefix)) continue;
    const { counts, issues } = readFixture(fixture);
    const isPacked = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const isWide = bytes[0] === 0xff || bytes[0] === 0xfe;
    const isWithout = counts.withEvents + counts.withPositions === 0;
    const isFaulty = issues.some(({ severity }) => severity === 'ERROR');
    const faults = Number(isPacked || isWide) * 4 + Number(isWithout) * 2 + Number(isFaulty);
    const rank = bytes.length - faults * 2 ** 32;
    const known = best.get(format);
    if (!known || rank > known.rank) best.set(format, { sample: { bytes, context }, rank });
  }
  return new Map([...best].map(([format, { sample }]) => [format, sample]));
}
