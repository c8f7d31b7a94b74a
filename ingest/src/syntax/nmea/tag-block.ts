import { hexPair } from '../nmea.ts';

/**
 * TAG block of NMEA 4 / IEC 61162-450: `field:value` pairs with a checksum of their own.
 *
 *     c:1795458600   receipt at the station, UTC; seconds, by habit also milliseconds or microseconds
 *     s:rx42         source
 *     g:1-2-77       sentence 1 of 2 of group 77; only the first sentence of a group repeats c and s
 */
export interface TagBlock {
  /** Epoch seconds, or null. */
  readonly seconds: number | null;
  readonly source: string | null;
  readonly group: string | null;
}

/** Null when the block's checksum fails or is missing: then nothing in it can be trusted. */
export function readTagBlock(bytes: Uint8Array, start: number, end: number): TagBlock | null {
  let xor = 0;
  let star = start;
  for (; star < end && bytes[star] !== 0x2a; star += 1) xor ^= bytes[star] ?? 0;
  if (hexPair(bytes, star + 1, end) !== xor) return null;

  let seconds: number | null = null;
  let source: string | null = null;
  let group: string | null = null;
  for (let at = start; at < star;) {
    let next = at;
    while (next < star && bytes[next] !== 0x2c) next += 1;
    if (bytes[at + 1] === 0x3a) {
      const name = bytes[at];
      if (name === 0x63) seconds = readSeconds(bytes, at + 2, next);
      else if (name === 0x73) source = ascii(bytes, at + 2, next);
      else if (name === 0x67) group = groupId(ascii(bytes, at + 2, next));
    }
    at = next + 1;
  }
  return { seconds, source, group };
}

function readSeconds(bytes: Uint8Array, start: number, end: number): number | null {
  let value = 0;
  for (let i = start; i < end; i += 1) {
    const digit = (bytes[i] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  // Seconds stay under 10^11 until the year 5138, milliseconds under 10^14.
  if (value >= 1e14) value /= 1e6;
  else if (value >= 1e11) value /= 1e3;
  return value > 0 && value < 1e11 ? Math.floor(value) : null;
}

function groupId(value: string): string | null {
  return /^\d+-\d+-(\w+)$/.exec(value)?.[1] ?? null;
}

function ascii(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < Math.min(end, start + 64); i += 1) text += String.fromCharCode(bytes[i] ?? 0);
  return text;
}
