import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** Length beats rules. */
export const PASSWORD_LENGTH_MIN = 12;
const PASSWORD_LENGTH_MAX = 200;

export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

export function isPassword(password: string): boolean {
  return password.length >= PASSWORD_LENGTH_MIN && password.length <= PASSWORD_LENGTH_MAX;
}

let nobodys: Promise<string> | null = null;

/** Takes as long for a login that nobody has (`kept` null) as for one that somebody has. */
export async function isRight(password: string, kept: string | null): Promise<boolean> {
  nobodys ??= hash(randomBytes(16));
  const isSame = await verify(kept ?? (await nobodys), password.slice(0, PASSWORD_LENGTH_MAX));
  return isSame && kept !== null;
}
