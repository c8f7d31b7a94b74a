import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './paths.mjs';

/**
 * How to sign in, as lines to show: a link that signs in once, and the password where the account was just made. None where whoever
 * asks runs the service (`ACCESS=open`).
 */
export async function signInLines({ env, urls }) {
  if (env.ACCESS === 'open') return { lines: [], link: null };
  return describeAccount(await ensureFirstAccount(env), urls.web);
}

/** `{login, password, link}` of whoever runs the service; the password is null where the account was there already. */
export async function ensureFirstAccount(env) {
  const script = join(root, 'api/dist/main/first-account.js');
  const { stdout } = await promisify(execFile)(process.execPath, [script], { cwd: root, env });
  return JSON.parse(stdout);
}

export function describeAccount({ login, password, link }, web) {
  const url = link === null ? null : `${web}/sign-in/once/${link}`;
  const lines = [
    ...(url === null ? [] : [`  sign in  ${url}   (once, within 15 minutes)`]),
    ...(password === null ? [] : [`  account  ${login}, password ${password}   (shown this once)`]),
  ];
  return { lines, link: url };
}
