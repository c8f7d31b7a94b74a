import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { readSbs1 } from './read-lines.ts';

const context = { receivedAt: '2026-11-21T02:00:00Z', source: sampleSource, places: sampleGazetteer };
const read = (text: string) => readSbs1(new TextEncoder().encode(text), context);

const LINES = [
  'MSG,1,1,1,780A3C,1,2026/11/21,09:30:00.000,2026/11/21,09:30:00.100,CCA981  ,,,,,,,,,,,0',
  'MSG,4,1,1,780A3C,1,2026/11/21,09:30:01.000,2026/11/21,09:30:01.100,,,462,333.3,,,64,,,,,0',
  'MSG,3,1,1,780A3C,1,2026/11/21,09:30:02.500,2026/11/21,09:30:02.600,,35000,,,30.62000,122.10000,,,0,0,0,0',
  'MSG,3,1,1,780A3C,1,2026/11/21,09:30:02.500,2026/11/21', 'SEL,,1,1,780A3C,1,,,,,CCA981', '', 'noise',
]; // prettier-ignore

describe('SBS-1 lines', () => {
  it('add up, whatever comes in which order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 40 }), (lines) => {
        const { counts, positions } = read(`${lines.join('\r\n')}\r\n`);
        expect(counts.units).toBe(lines.filter((line) => line !== '').length);
        expect(counts.withPositions).toBe(positions.length);
        expect(positions).toHaveLength(lines.filter((line) => line === LINES[2]).length);
      }),
    );
  });

  it('give no position from a line that is cut', () => {
    const line = LINES[2] ?? '';
    for (let length = 0; length < line.length - 8; length += 1)
      expect(read(line.slice(0, length)).positions).toEqual([]);
  });
});
