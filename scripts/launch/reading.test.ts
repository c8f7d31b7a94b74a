import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { javaMajor } from './java.mjs';
import { isAtLeast } from './node-version.mjs';
import { byLine } from './processes.mjs';
import { isNewEnough } from './redis-binary.mjs';
import { sampleNumbersOf, showSampleNumbers } from './sample-numbers.mjs';
import { listZipEntries } from './zip.mjs';

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['openjdk version "21" 2023-09-19', 21],
  ['java version "1.8.0_292"', 8],
  ['no java here', 0],
])('%s is Java %i', (text, major) => {
  expect(javaMajor(text)).toBe(major);
});

test.each([
  ['20.19.0', true],
  ['20.20.2', true],
  ['22.0.0', true],
  ['20.18.9', false],
  ['18.20.0', false],
])('Node %s against 20.19.0: %s', (version, enough) => {
  expect(isAtLeast(version, '20.19.0')).toBe(enough);
});

test.each([
  ['Redis server v=7.0.15 sha=00000000:0', true],
  ['Redis server v=6.2.0 sha=00000000:0', true],
  ['Redis server v=6.0.16 sha=00000000:0', false],
  ['', false],
])('%s is enough for the queue: %s', (text, enough) => {
  expect(isNewEnough(text)).toBe(enough);
});

test('lines come whole, however the chunks are cut', () => {
  const lines: string[] = [];
  const take = byLine((line: string) => void lines.push(line));
  for (const chunk of ['one\ntw', 'o\r\n', '', 'three']) take(chunk);
  expect(lines).toEqual(['one', 'two']);
});

test('the sample numbers are read from their line and shown in columns', () => {
  const line = '{"sampleNumbers":["OOLU2345675",{"number":"784-12345675","about":"air waybill"}]}';
  const numbers = sampleNumbersOf(line);
  expect(showSampleNumbers(numbers ?? [])).toEqual(['    OOLU2345675', '    784-12345675  air waybill']);
  expect(sampleNumbersOf('{"level":30,"msg":"played"}')).toBeNull();
  expect(sampleNumbersOf('{"sampleNumbers":[')).toBeNull();
});

test('a stored and a packed file come out of an archive as they went in', () => {
  const files = [
    { name: 'a.txt', method: 0, content: 'stored' },
    { name: 'b/redis-server', method: 8, content: 'packed '.repeat(100) },
  ];
  const entries = listZipEntries(zip(files));
  expect(entries.map(({ name }) => name)).toEqual(['a.txt', 'b/redis-server']);
  expect(entries.map(({ read }) => read().toString())).toEqual(files.map(({ content }) => content));
});

/** A small archive by the same layout that the reader cites. */
function zip(files: { name: string; method: number; content: string }[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, method, content } of files) {
    const bytes = method === 8 ? deflateRawSync(content) : Buffer.from(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(bytes.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), bytes);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + bytes.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
