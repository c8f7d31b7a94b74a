import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadGazetteer } from 'graph-schema/reference/load-gazetteer';
import { importUnLocode } from './import-un-locode.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'import-un-locode-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const line = (country: string, location: string, name: string, functions: string, point: string) =>
  `,"${country}","${location}","${name}","${name}",,"${functions}","AI","2601",,"${point}",""\r\n`;

describe('importUnLocode', () => {
  it('brings the parts of the official list into the gazetteer, with zones', () => {
    const data = join(directory, 'data');
    writeFileSync(
      join(directory, 'part1.csv'),
      line('CN', '', '.CHINA', '', '') + line('CN', 'QQA', 'New Land Port', '-2-----B', '4412N 08025E'),
    );
    // Windows-1252, as UNECE publishes.
    const second =
      line('US', 'QQB', 'Détroit Neuf', '1-------', '4220N 08303W') + line('US', 'qq', 'x', '1-------', '');
    writeFileSync(join(directory, 'part2.csv'), Buffer.from(second, 'latin1'));

    const result = importUnLocode([directory], data);

    expect(result).toMatchObject({ files: 2, places: 2, withPoint: 2, skippedLines: 1, repeated: 0 });
    expect(result.errors).toEqual([{ file: 'part2.csv', line: 2, problem: 'BAD_CODE', value: 'USqq' }]);
    const places = loadGazetteer(data);
    expect(places.findLocode('CNQQA')).toMatchObject({
      name: 'New Land Port',
      latitude: 44.2,
      longitude: 80.4167,
      zone: 'Asia/Shanghai',
      kind: 'PLACE',
    });
    expect(places.findLocode('USQQB')).toMatchObject({
      name: 'Détroit Neuf',
      zone: 'America/Detroit',
      kind: 'PORT',
    });
  });

  it('keeps the last of two lines with one code', () => {
    const file = join(directory, 'list.csv');
    writeFileSync(
      file,
      line('DE', 'QQC', 'Old name', '1-------', '') + line('DE', 'QQC', 'New name', '1-------', ''),
    );
    expect(importUnLocode([file], directory)).toMatchObject({ places: 1, repeated: 1 });
    expect(loadGazetteer(directory).findLocode('DEQQC')).toMatchObject({
      name: 'New name',
      zone: 'Europe/Berlin',
    });
  });

  it('leaves the earlier import as it is when a file holds no place', () => {
    const file = join(directory, 'list.csv');
    writeFileSync(file, line('DE', 'QQD', 'Kept', '1-------', ''));
    const { writtenTo } = importUnLocode([file], directory);
    const before = readFileSync(writtenTo!, 'utf8');
    writeFileSync(file, 'not a table\n');
    expect(importUnLocode([file], directory)).toMatchObject({ writtenTo: null, places: 0 });
    expect(readFileSync(writtenTo!, 'utf8')).toBe(before);
    expect(existsSync(`${writtenTo!}.new`)).toBe(false);
  });
});
