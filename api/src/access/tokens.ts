import { createHash, randomBytes } from 'node:crypto';

/** Says what a token is for wherever it turns up, so that scanners of leaks know it. */
export const API_KEY_PREFIX = 'tl_';
export const SHARE_LINK_PREFIX = 'tls_';

const RANDOM_BYTES = 32;
/** Enough to tell keys apart by, and nothing to guess the rest from. */
const SHOWN = 8;

export interface Token {
  /** Shown once. */
  readonly text: string;
  /** Kept. A hash without salt is enough: there are 256 bits to guess. */
  readonly hash: string;
  readonly shown: string;
}

export function newToken(prefix: string): Token {
  const text = `${prefix}${randomBytes(RANDOM_BYTES).toString('base64url')}`;
  return { text, hash: hashOf(text), shown: text.slice(0, prefix.length + SHOWN) };
}

export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Public id of an account's thing: `org_…`. */
export function newId(
  kind: 'org' | 'usr' | 'key' | 'lnk' | 'grt' | 'aud' | 'whk' | 'wtl' | 'alr' | 'ltr' | 'dev' | 'vew',
): string {
  return `${kind}_${randomBytes(12).toString('base64url')}`;
}
