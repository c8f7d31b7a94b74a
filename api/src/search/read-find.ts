import { classifyNumber } from 'graph-schema/codes/classify';
import { keyOf } from './number-hits.ts';

/** A hash is read off a log or a list, where it is cut; fewer digits are as likely a number. */
const HASH_DIGITS = /^[0-9a-f]{8,64}$/;
const FILE_NAME_MIN = 3;

/** What a text can be that somebody looks for a received message by; it may be several of them at once. */
export interface Found {
  readonly keys: readonly string[];
  readonly hash: string | null;
  readonly fileName: string | null;
}

/** The id of a message, `<source>:<SHA-256>`, is found by its hash. */
export function readFind(text: string): Found {
  const said = text.trim();
  const digits = said.slice(said.lastIndexOf(':') + 1).toLowerCase();
  return {
    keys: classifyNumber(said).map(keyOf),
    hash: HASH_DIGITS.test(digits) ? digits : null,
    fileName: said.length >= FILE_NAME_MIN ? said : null,
  };
}
