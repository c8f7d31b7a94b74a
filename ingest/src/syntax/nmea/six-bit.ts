/**
 * Payload armouring of IEC 61162-1 and the 6-bit text of ITU-R M.1371-5 table 47.
 * A payload character holds six bits: code 48–87 → 0–39, 96–119 → 40–63. Fields are read straight from the
 * characters; no string of bits and no array of bits is ever made.
 */
const INVALID = 0x80;
const SIX = new Uint8Array(256).fill(INVALID);
for (let code = 48; code < 88; code += 1) SIX[code] = code - 48;
for (let code = 96; code < 120; code += 1) SIX[code] = code - 56;

/** A payload: where its characters are and how many bits of them count. Reused. */
export interface SixBits {
  bytes: Uint8Array;
  start: number;
  /** Bits, without the fill bits at the end. */
  length: number;
}

/** True when every character of the payload is one of the 64. */
export function isArmoured(bytes: Uint8Array, start: number, end: number): boolean {
  let seen = 0;
  for (let i = start; i < end; i += 1) seen |= SIX[bytes[i] ?? 0] ?? INVALID;
  return seen < INVALID;
}

/** Unsigned big-endian field of at most 30 bits; bits past the end read as 0, so check `length` first. */
export function unsigned(bits: SixBits, at: number, width: number): number {
  const { bytes } = bits;
  let index = bits.start + ((at / 6) | 0);
  let have = 6 - (at % 6);
  let value = (SIX[bytes[index] ?? 0] ?? 0) & ((1 << have) - 1);
  if (have >= width) return value >> (have - width);
  while (have + 6 <= width) {
    index += 1;
    value = (value << 6) | (SIX[bytes[index] ?? 0] ?? 0);
    have += 6;
  }
  const rest = width - have;
  if (rest > 0) value = (value << rest) | ((SIX[bytes[index + 1] ?? 0] ?? 0) >> (6 - rest));
  return value;
}

/** Two's complement field of at most 30 bits. */
export function signed(bits: SixBits, at: number, width: number): number {
  const value = unsigned(bits, at, width);
  const half = 1 << (width - 1);
  return value >= half ? value - half - half : value;
}

/**
 * Text of `width` bits (a multiple of 6). `@` ends it, blanks around it go; null when nothing is left. A message that
 * is cut short gives the characters that are there.
 */
export function text(bits: SixBits, at: number, width: number): string | null {
  let value = '';
  const end = Math.min(at + width, bits.length);
  for (let i = at; i + 6 <= end; i += 6) {
    const code = unsigned(bits, i, 6);
    if (code === 0) break;
    value += String.fromCharCode(code < 32 ? code + 64 : code);
  }
  return value.trim() || null;
}
