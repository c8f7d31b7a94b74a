import type { PayloadUnit } from '../../syntax/nmea/payload-scanner.ts';

/** More kinds than the standard has are noise. */
const MOST_KINDS = 100;
const LONGEST_ADDRESS = 12;

export interface OtherKind {
  readonly address: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Sentences without AIS: beside AIS they carry nothing for us, alone they are a message that nobody reads. */
export interface OtherSentences {
  readonly count: number;
  /** The first sentence of each kind, by its address: `GPGGA`. */
  readonly kinds: Iterable<OtherKind>;
  readonly add: (bytes: Uint8Array, unit: PayloadUnit) => void;
}

export function otherSentences(): OtherSentences {
  const kinds = new Map<string, OtherKind>();
  let count = 0;
  return {
    get count() {
      return count;
    },
    kinds: { [Symbol.iterator]: () => kinds.values() },
    add(bytes, { body, line, start, end }) {
      count += 1;
      if (kinds.size >= MOST_KINDS) return;
      let address = '';
      for (let i = body + 1; i < Math.min(end, body + 1 + LONGEST_ADDRESS); i += 1) {
        const byte = bytes[i] ?? 0;
        if (byte === 0x2c || byte === 0x2a) break;
        address += byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '\ufffd';
      }
      if (!kinds.has(address)) kinds.set(address, { address, line, start, end });
    },
  };
}
