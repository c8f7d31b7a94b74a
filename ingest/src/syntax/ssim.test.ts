import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSsimRecords } from './ssim.ts';

const leg = '3 CA  981'.padEnd(194).concat('000003');
const LINES = [
  '1AIRLINE STANDARD SCHEDULE DATA SET',
  leg,
  '5 CA',
  '0'.repeat(200),
  '',
  'text',
  `${leg}too long`,
];

describe('SSIM records', () => {
  it('are numbered lines with exact bytes; padding is none, and nothing else is lost', () => {
    const ends = fc.constantFrom('\n', '\r\n');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...LINES), { maxLength: 20 }), ends, (lines, end) => {
        const text = lines.join(end);
        const { records, unreadable } = readSsimRecords(Buffer.from(text, 'latin1'));
        const all = [...records.map(({ line }) => line), ...unreadable];
        expect(all).toHaveLength(lines.filter((line) => line !== '' && !/^0+$/.test(line)).length);
        for (const { start, end: stop, number } of all)
          expect(text.slice(start, stop)).toBe(lines[number - 1]);
      }),
    );
  });

  it('give columns counted from 1, and blanks beyond a line that lost its own', () => {
    const [record] = readSsimRecords(Buffer.from(leg)).records;
    expect([
      record?.columns(1, 1),
      record?.columns(3, 5),
      record?.columns(6, 9),
      record?.columns(195, 200),
    ]).toEqual(['3', 'CA', '981', '000003']);
    expect(readSsimRecords(Buffer.from('3 CA')).records[0]?.columns(37, 39)).toBe('');
  });

  it('read any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { records, unreadable } = readSsimRecords(bytes);
        const lines = Buffer.from(bytes)
          .toString('latin1')
          .split(/[\r\n]/);
        expect(records.length + unreadable.length).toBeLessThanOrEqual(lines.length);
      }),
    );
  });
});
