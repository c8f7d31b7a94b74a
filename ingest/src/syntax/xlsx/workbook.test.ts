import { readFileSync } from 'node:fs';
import { deflateRawSync, crc32 } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectFindings } from '../findings.ts';
import { readTableFile } from '../table-file.ts';
import { dateFormat, dateText, numberText } from './cell-text.ts';
import { openWorkbook } from './workbook.ts';
import { openZip, ZIP_LIMITS } from './zip.ts';

const sample = new Uint8Array(
  readFileSync(
    new URL('../../formats/table-mapped/fixtures/workbook-of-rail-sheets.in.xlsx', import.meta.url),
  ),
);

/** A ZIP of one deflated entry, with the size that its directory shall state. */
function zipOf(name: string, content: Uint8Array, stated = content.length): Uint8Array {
  const data = deflateRawSync(content);
  const local = Buffer.alloc(30 + name.length);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  local.write(name, 30);
  const central = Buffer.alloc(46 + name.length);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(crc32(content), 16);
  central.writeUInt32LE(data.length, 20);
  central.writeUInt32LE(stated, 24);
  central.writeUInt16LE(name.length, 28);
  central.write(name, 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length + data.length, 16);
  return new Uint8Array(Buffer.concat([local, data, central, end]));
}

describe('workbooks', () => {
  it('give the rows of each sheet as text, dates as dates', () => {
    const { sheets } = openWorkbook(sample);
    expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['班列', false],
      ['运单', false],
      ['说明', false],
      ['内部', true],
    ]);
    expect(sheets[0]?.rows()[1]).toEqual({
      line: 2,
      cells: [
        'X8001',
        '2026-11-01',
        'TBJU1234565',
        '西安国际港',
        '霍尔果斯',
        'Duisburg',
        '2026-11-01 04:40',
        '2026-11-04 21:10',
        '2026-11-16',
      ],
    });
  });

  it('are noticed to be cut at every byte', () => {
    for (let cut = 0; cut < sample.length; cut += 1) {
      const findings = collectFindings();
      const tables = readTableFile(sample.subarray(0, cut), 'gb18030', findings);
      if (cut > 3)
        expect([findings.issues.length > 0, tables.flatMap(({ rows }) => rows)], `cut at ${cut}`).toEqual([
          true,
          [],
        ]);
    }
  });

  it('never throw, whatever their bytes', () => {
    const flips = fc.array(fc.tuple(fc.nat({ max: sample.length - 1 }), fc.nat({ max: 255 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(flips, (changes) => {
        const bytes = sample.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        readTableFile(bytes, 'gb18030', collectFindings());
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (tail) => {
        readTableFile(new Uint8Array([0x50, 0x4b, 3, 4, ...tail]), 'gb18030', collectFindings());
      }),
    );
  });
});

describe('archives', () => {
  it('unpack what they hold', () => {
    const content = new TextEncoder().encode('a'.repeat(5000));
    expect(openZip(zipOf('a.txt', content)).read('a.txt')).toEqual(Buffer.from(content));
    expect(openZip(zipOf('a.txt', content)).read('b.txt')).toBeNull();
  });

  it.each([
    ['lies about a size, small', zipOf('a', new Uint8Array(100_000), 10)],
    ['lies about a size, large', zipOf('a', new Uint8Array(10), 100_000)],
    ['is packed beyond belief', zipOf('a', new Uint8Array(8 << 20))],
    ['states too much', zipOf('a', new Uint8Array(10), ZIP_LIMITS.entryBytes + 1)],
  ])('are refused before memory is spent when one %s', (_why, bytes) => {
    expect(() => openZip(bytes).read('a')).toThrow();
  });
});

describe('numbers of cells', () => {
  it.each([
    [46347, 14, null, '2026-11-21'],
    [46347.394444444, 22, null, '2026-11-21 09:28'],
    [46347.394444444, 164, 'yyyy\\-mm\\-dd', '2026-11-21 09:28'],
    [0.394444444, 20, null, '09:28'],
    [0.394444444, 164, '[h]:mm', '09:28'],
    [1, 14, null, '1900-01-01'],
    [61, 14, null, '1900-03-01'],
    [46347, 164, 'yyyy"年"m"月"d"日"', '2026-11-21'],
    [46347.5, 164, '[$-804]m/d/yy h:mm AM/PM;@', '2026-11-21 12:00'],
  ])('%s in format %s %s is %s', (serial, id, code, text) => {
    const format = dateFormat(id, code);
    expect(format && dateText(serial, format, false)).toBe(text);
  });

  it('are not dates where the format says so', () => {
    for (const code of ['0.00', '#,##0', 'General', '"Menge" 0', '[Red]0', '@', '0.00E+00'])
      expect(dateFormat(164, code), code).toBeNull();
    expect(dateFormat(0, null)).toBeNull();
    expect(dateText(45_000 - 1462 + 0.5, { hasDay: true, hasClock: true }, true)).toBe('2023-03-15 12:00');
  });

  it.each([
    ['21500', '21500'],
    ['1.2345678901234E13', '12345678901234'],
    ['0.1', '0.1'],
    ['21500.500000000004', '21500.5'],
    ['', ''],
    ['x', 'x'],
  ])('%s is %s', (written, text) => {
    expect(numberText(written)).toBe(text);
  });
});
