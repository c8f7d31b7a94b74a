import { afterEach, expect, it, vi } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy.ts';

afterEach(() => vi.unstubAllEnvs());

const directives = (policy: string) =>
  new Map(policy.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1)] as const));

it('runs scripts by nonce alone, from this site alone', () => {
  vi.stubEnv('NODE_ENV', 'production');
  const policy = directives(contentSecurityPolicy('abc', 'BY_NOBODY'));
  expect(policy.get('script-src')).toEqual(["'self'", "'nonce-abc'", "'strict-dynamic'"]);
  expect(policy.get('default-src')).toEqual(["'self'"]);
  expect(policy.get('object-src')).toEqual(["'none'"]);
  expect(policy.get('base-uri')).toEqual(["'none'"]);
});

it('lets nobody frame a page but what is made for it', () => {
  expect(directives(contentSecurityPolicy('abc', 'BY_NOBODY')).get('frame-ancestors')).toEqual(["'none'"]);
  expect(directives(contentSecurityPolicy('abc', 'BY_ANYBODY')).get('frame-ancestors')).toEqual(['*']);
});
