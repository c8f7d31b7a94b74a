import { expect, test } from 'vitest';
import { describeAccount, signInLines } from './first-account.mjs';

const web = 'http://127.0.0.1:4000';

test('a new account is shown with its password, and with a link that signs in once', () => {
  const { lines, link } = describeAccount({ login: 'operator', password: 'p4ss', link: 't0ken' }, web);
  expect(link).toBe(`${web}/sign-in/once/t0ken`);
  expect(lines.join('\n')).toContain('operator, password p4ss');
});

test('the password of an account that there was is not shown again', () => {
  const { lines } = describeAccount({ login: 'operator', password: null, link: 't0ken' }, web);
  expect(lines).toHaveLength(1);
});

test('where whoever asks runs the service nobody signs in', async () => {
  expect(await signInLines({ env: { ACCESS: 'open' }, urls: { web } })).toEqual({ lines: [], link: null });
});
