import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { filledFolder } from './cache.mjs';

let parent = '';
let fills = 0;
const fill = async (draft: string) => {
  fills += 1;
  writeFileSync(join(draft, 'a.jar'), 'whole content');
};
const broken = async (draft: string) => {
  await fill(draft);
  throw new Error('network gone');
};
const target = () => join(parent, 'neo4j');

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'cache-'));
  fills = 0;
  onTestFinished(() => rmSync(parent, { recursive: true }));
});

test('a folder is filled once', async () => {
  await filledFolder(target(), fill);
  await filledFolder(target(), fill);
  expect(fills).toBe(1);
  expect(readFileSync(join(target(), 'a.jar'), 'utf8')).toBe('whole content');
});

test('a copy cut short is made anew', async () => {
  await filledFolder(target(), fill);
  writeFileSync(join(target(), 'a.jar'), 'whole');
  await filledFolder(target(), fill);
  expect(readFileSync(join(target(), 'a.jar'), 'utf8')).toBe('whole content');
});

test('a file that was cleaned away is fetched again', async () => {
  await filledFolder(target(), fill);
  rmSync(join(target(), 'a.jar'));
  await filledFolder(target(), fill);
  expect(fills).toBe(2);
});

test('a fill that fails leaves nothing behind', async () => {
  await expect(filledFolder(target(), broken)).rejects.toThrow('network gone');
  expect(existsSync(target())).toBe(false);
  expect(readdirSync(parent)).toEqual([]);
});

test('of two launchers that fill at once, both end with a whole folder', async () => {
  await Promise.all([filledFolder(target(), fill), filledFolder(target(), fill)]);
  expect(readFileSync(join(target(), 'a.jar'), 'utf8')).toBe('whole content');
  expect(readdirSync(parent)).toEqual(['neo4j']);
});
