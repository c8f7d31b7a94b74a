import { createECDH, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The pair of keys by which push services know this one (RFC 8292), base64url: browsers are given the public one when they subscribe. */
export interface VapidKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

const CURVE = 'prime256v1';
const PRIVATE_BYTES = 32;

/**
 * The keys of this installation: of the private one that is given, else of the one in the file, which is made where it is missing: once,
 * also by several processes at a time, and for its owner's eyes only. Throws where one is none.
 *
 * @param given the private key, base64url; empty: none.
 */
export function readVapidKeys(given: string, file: string): VapidKeys {
  if (given !== '') return keysOf(given, 'VAPID_PRIVATE_KEY');
  return keysOf(readOrMake(file), file);
}

function readOrMake(file: string): string {
  const kept = read(file);
  if (kept !== null) return kept;
  mkdirSync(dirname(file), { recursive: true });
  const fresh = createECDH(CURVE);
  fresh.generateKeys();
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(aside, `${padded(fresh.getPrivateKey()).toString('base64url')}\n`, { flush: true, flag: 'wx', mode: 0o600 });
  try {
    // Whole, and whose comes first: whoever comes later reads that one.
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside);
  }
  return readFileSync(file, 'utf8');
} // prettier-ignore

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Of a key that is none only where it stands is told. */
function keysOf(text: string, where: string): VapidKeys {
  const key = createECDH(CURVE);
  const bytes = Buffer.from(text.trim(), 'base64url');
  try {
    if (bytes.length !== PRIVATE_BYTES) throw new RangeError('length');
    key.setPrivateKey(bytes);
  } catch {
    throw new Error(`${where} holds no private key of the curve P-256: 32 bytes in base64url`);
  }
  return { publicKey: key.getPublicKey('base64url'), privateKey: bytes.toString('base64url') };
}

/** Leading zeros are not written by the library of Node. */
function padded(key: Buffer): Buffer {
  return Buffer.concat([Buffer.alloc(PRIVATE_BYTES - key.length), key]);
}
