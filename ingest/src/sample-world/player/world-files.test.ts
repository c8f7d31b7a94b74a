import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWorldFiles } from './world-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'world-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('brings berths of its own, marked as a sample, and leaves those of an operator alone', () => {
  const file = join(folder, 'berths.tsv');
  openWorldFiles(folder, 'secret').ensureBerths();
  expect(readFileSync(file, 'utf8')).toMatch(
    /^# Sample berths .*\n.*\nCNNBO\tBLCT3\t1\t.*\tsample world, invented\n/,
  );
  writeFileSync(file, 'mine');
  openWorldFiles(folder, 'secret').ensureBerths();
  expect(readFileSync(file, 'utf8')).toBe('mine');
});
