import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readVapidKeys } from './vapid-keys.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-vapid-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('keys are made once, for the owner’s eyes, and stay: browsers that subscribed know them', () => {
  const file = join(folder, 'data', 'vapid.key');
  const made = readVapidKeys('', file);
  expect(readVapidKeys('', file)).toEqual(made);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'data'))).toEqual(['vapid.key']);
  // An uncompressed point of P-256, as browsers take it.
  const point = Buffer.from(made.publicKey, 'base64url');
  expect([point.length, point[0]]).toEqual([65, 4]);
});

it('a key of the environment goes first, and no file is made', () => {
  const { publicKey, privateKey } = readVapidKeys('', join(folder, 'other'));
  expect(readVapidKeys(privateKey, join(folder, 'none'))).toEqual({ publicKey, privateKey });
  expect(readdirSync(folder)).toEqual(['other']);
});

it('what is no key is told by where it stands, and not by what it says', () => {
  const file = join(folder, 'vapid.key');
  for (const text of ['secret words', Buffer.alloc(32).toString('base64url')])
    expect(() => readVapidKeys(text, file)).toThrow(/^VAPID_PRIVATE_KEY holds no private key(?!.*secret)/);
  readVapidKeys('', file);
  expect(readFileSync(file, 'utf8')).toMatch(/^[\w-]{43}\n$/);
});
