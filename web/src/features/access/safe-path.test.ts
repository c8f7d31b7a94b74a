import { expect, it } from 'vitest';
import { safePath } from './safe-path.ts';

it.each([
  ['/en/find?number=COSU6415530971', '/en/find?number=COSU6415530971'],
  ['/zh-CN', '/zh-CN'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['https://elsewhere.example', '/'],
  ['/en/\nsign', '/'],
  ['/en/sign-in?next=/en/sign-in', '/'],
  [`/${'a'.repeat(600)}`, '/'],
  [null, '/'],
])('goes on from signing in at %s to %s', (said, page) => {
  expect(safePath(said)).toBe(page);
});
