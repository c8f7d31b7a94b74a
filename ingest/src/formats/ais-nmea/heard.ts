import type { SixBits } from '../../syntax/nmea/six-bit.ts';

/** What several receivers heard of one transmission reaches them, and their clocks, within this time. */
const SAME_SECONDS = 10;

interface Heard {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly length: number;
  /** When a station says that it heard it first, epoch seconds; null where none says. */
  readonly seconds: number | null;
}

/** Remembers messages, so that one that several receivers pass on counts once. */
export interface HeardMessages {
  /** True when the same bits were heard before, at about the same time. */
  isRepeat(bits: SixBits, seconds: number | null): boolean;
}

/**
 * Ships put the second of the minute and the state of their radio into a report, so two reports with the same bits within
 * seconds are one transmission. Where no station tells a time, equal bits would give the very same report.
 */
export function heardMessages(): HeardMessages {
  const byHash = new Map<number, Heard>();
  return {
    isRepeat(bits, seconds) {
      const hash = hashOf(bits);
      const known = byHash.get(hash);
      if (known && isSame(known, bits) && isAtOnce(known.seconds, seconds)) return true;
      // Of two messages with one hash the later is remembered: at worst a repeat is not noticed.
      byHash.set(hash, { bytes: bits.bytes, start: bits.start, length: bits.length, seconds });
      return false;
    },
  };
}

/** FNV-1a over the characters of the payload. */
function hashOf({ bytes, start, length }: SixBits): number {
  const end = start + Math.ceil(length / 6);
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash;
}

function isSame(known: Heard, bits: SixBits): boolean {
  if (known.length !== bits.length) return false;
  const count = Math.ceil(bits.length / 6);
  for (let at = 0; at < count; at += 1)
    if (known.bytes[known.start + at] !== bits.bytes[bits.start + at]) return false;
  return true;
}

function isAtOnce(one: number | null, two: number | null): boolean {
  if (one === null || two === null) return one === two;
  return Math.abs(one - two) <= SAME_SECONDS;
}
