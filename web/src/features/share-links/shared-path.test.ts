import { expect, it } from 'vitest';
import { endedPath, isEmbedded, isShared, sharedToken } from './shared-path.ts';

const token = `tls_${'Ab0-_'.repeat(8)}`;

it.each([
  [`/en/shared/${token}`, token],
  [`/zh-CN/shared/${token}?asOf=2026-11-21T09:07:00Z`, token],
  [`/en/embed/${token}`, token],
  ['/en/shared', null],
  ['/en/shared/tl_0123456789012345678901234567890', null],
  [`/en/shipments/${token}`, null],
  [`/en/shared/${token}\r\nx: y`, null],
  [null, null],
])('the token of %s is %s', (page, found) => {
  expect(sharedToken(page)).toBe(found);
});

it('asks nobody to sign in for a shared journey, however it ends', () => {
  expect(isShared(`/en/shared/${token}`)).toBe(true);
  expect(isShared('/en/shared')).toBe(true);
  expect(isShared('/en/sharedness')).toBe(false);
  expect(isShared(`/en/embed/${token}`)).toBe(true);
});

it('lets itself be framed as an embedded journey alone, also where its link has ended', () => {
  const page = `/en/embed/${token}`;
  expect([page, '/en/embed', `/en/shared/${token}`, '/en/shipments/embed', null].map(isEmbedded)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(endedPath('en', page)).toBe('/en/embed');
  expect(endedPath('zh-CN', `/zh-CN/shared/${token}`)).toBe('/zh-CN/shared');
});
