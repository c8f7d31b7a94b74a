import { expect, test } from 'vitest';
import { isInstalled, npmCommand, stampOf } from './npm-ci.mjs';

const lock = {
  packages: {
    '': { name: 'all' },
    'node_modules/api': { resolved: 'api', link: true },
    'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' },
    'node_modules/esbuild-on-another-system': { version: '1.0.0', integrity: 'sha512-b', optional: true },
  },
};

test('packages count as installed when each has the version of the lock file', () => {
  expect(
    isInstalled(lock, { packages: { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' } } }),
  ).toBe(true);
});

test.each([
  ['missing', {}],
  ['of another version', { 'node_modules/zod': { version: '4.6.6', integrity: 'sha512-a' } }],
  ['of other content', { 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-c' } }],
])('a package that is %s asks for an install', (_how, packages) => {
  expect(isInstalled(lock, { packages })).toBe(false);
});

test('an optional package of the wrong version asks for an install', () => {
  const packages = {
    'node_modules/zod': { version: '4.6.7', integrity: 'sha512-a' },
    'node_modules/esbuild-on-another-system': { version: '0.9.0', integrity: 'sha512-b' },
  };
  expect(isInstalled(lock, { packages })).toBe(false);
});

test('the stamp changes with the lock file, the major of Node and the system, not with a patch of Node', () => {
  const stamp = stampOf('lock', { node: '20.19.0', system: 'linux-x64' });
  expect(stampOf('lock', { node: '20.20.2', system: 'linux-x64' })).toBe(stamp);
  expect(stampOf('lock ', { node: '20.19.0', system: 'linux-x64' })).not.toBe(stamp);
  expect(stampOf('lock', { node: '22.1.0', system: 'linux-x64' })).not.toBe(stamp);
  expect(stampOf('lock', { node: '20.19.0', system: 'darwin-arm64' })).not.toBe(stamp);
});

test('without an npm that runs us, npm is taken from the PATH', () => {
  expect(npmCommand({})).toEqual(['npm', []]);
  expect(npmCommand({ npm_execpath: '/nowhere/npm-cli.js' })).toEqual(['npm', []]);
});
