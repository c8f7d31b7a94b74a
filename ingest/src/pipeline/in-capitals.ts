import { isUtf8 } from 'node:buffer';
import { latin1 } from '../syntax/charset.ts';

/** The first words of interchanges, flat files and telexes, written small. */
const SMALL =
  /^(?:una[^a-z0-9]{2}|un[bh][^a-z0-9\s]|isa[^a-z0-9\s]|00:[a-z]{3,8}:|(?:fsu|fsa|fwb|fhl|ffm|fna|fma)\/\d|mvt\s|q[a-z] [a-z]{7}\s)/;

/**
 * Grammars that are written in capitals, as some gateways and editors make them: the same bytes with capitals for the small
 * letters of ASCII, so that spans stay. Null for all else. In GB 18030 the second byte of a character may look like a letter.
 */
export function inCapitals(bytes: Uint8Array): Uint8Array | null {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (!SMALL.test(latin1(bytes.subarray(start, start + 64)).trimStart())) return null;
  const isDouble = !isUtf8(bytes);
  const capitals = new Uint8Array(bytes);
  for (let at = 0; at < capitals.length; at += 1) {
    const byte = capitals[at] ?? 0;
    if (isDouble && byte > 0x80) at += 1;
    else if (byte >= 0x61 && byte <= 0x7a) capitals[at] = byte - 0x20;
  }
  return capitals;
}
