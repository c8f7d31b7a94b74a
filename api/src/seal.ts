import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts what only whoever has `secret` may read again. `of`: what the text belongs to; it opens for nothing else.
 */
export function seal(text: string, secret: string, of: string): string {
  const salt = randomBytes(SALT_BYTES);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, keyFrom(secret, salt), iv).setAAD(Buffer.from(of));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([salt, iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** Null: it was sealed with another secret, of something else, or was changed. */
export function open(sealed: string, secret: string, of: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  const part = (from: number, length?: number) =>
    bytes.subarray(from, length === undefined ? bytes.length : from + length);
  const iv = part(SALT_BYTES, IV_BYTES);
  const tag = part(SALT_BYTES + IV_BYTES, TAG_BYTES);
  try {
    const decipher = createDecipheriv(CIPHER, keyFrom(secret, part(0, SALT_BYTES)), iv, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(of))
      .setAuthTag(tag);
    return decipher.update(part(SALT_BYTES + IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
} // prettier-ignore

/**
 * The secret is random itself (of the service, or an idempotency key beside a token of 256 bits), so nothing has to make guessing slow.
 * The name is that of its first use, since answers that were sealed with it outlive an upgrade.
 */
function keyFrom(secret: string, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, 'answer to an idempotency key', KEY_BYTES));
}
