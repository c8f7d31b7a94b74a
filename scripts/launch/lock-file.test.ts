import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { lockDataFolder } from './lock-file.mjs';
import { identify, isAlive } from './process-identity.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
});

test('a second start on the same folder is refused with the process that holds it', () => {
  lockDataFolder(folder);
  expect(() => lockDataFolder(folder)).toThrow(`already running on ${folder} (process ${process.pid})`);
});

test('a released folder can be locked again', () => {
  lockDataFolder(folder)();
  expect(() => lockDataFolder(folder)).not.toThrow();
});

test('the lock of a launcher that was killed is taken over', () => {
  lockDataFolder(folder, { pid: process.pid, startedAt: 'long ago' });
  expect(() => lockDataFolder(folder)).not.toThrow();
});

test('a lock cut short by a full disk is taken over', () => {
  writeFileSync(join(folder, 'launcher.lock'), '{"pid":');
  expect(() => lockDataFolder(folder)).not.toThrow();
});

test('a late release does not remove the lock of the next holder', () => {
  const release = lockDataFolder(folder, { pid: 1, startedAt: 'gone' }, () => false);
  lockDataFolder(folder);
  release();
  expect(() => lockDataFolder(folder)).toThrow('already running');
});

test('a process is known by its pid together with its start', () => {
  const self = identify(process.pid);
  expect(isAlive(self)).toBe(true);
  expect(isAlive({ ...self, startedAt: 'another' })).toBe(false);
  expect(isAlive(null)).toBe(false);
});
