/** Character sets that documents of our senders come in, by what a text index costs in bytes. */
export type TextCharset = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be' | 'single-byte';

const STRIDE = 256;

/** How many bytes one character takes at `at`, and how many UTF-16 units it becomes. */
function characterAt(bytes: Uint8Array, at: number, charset: TextCharset): { bytes: number; units: number } {
  const lead = bytes[at] ?? 0;
  if (charset === 'utf-16le' || charset === 'utf-16be') return { bytes: 2, units: 1 };
  if (lead < 0x80 || charset === 'single-byte') return { bytes: 1, units: 1 };
  if (charset === 'utf-8') {
    if (lead >= 0xf0) return { bytes: 4, units: 2 };
    if (lead >= 0xe0) return { bytes: 3, units: 1 };
    return { bytes: lead >= 0xc2 ? 2 : 1, units: 1 };
  }
  // GB 18030: lead 81–FE; a digit second means four bytes, and from lead 90 on a character beyond the BMP.
  const second = bytes[at + 1] ?? 0;
  if (lead === 0x80 || lead === 0xff || second < 0x30) return { bytes: 1, units: 1 };
  if (second <= 0x39) return { bytes: 4, units: lead >= 0x90 ? 2 : 1 };
  return { bytes: second < 0x40 ? 1 : 2, units: 1 };
}

/**
 * Maps UTF-16 indexes of a decoded text back to byte offsets of what was received, so that evidence can show the
 * raw bytes. `skip` is the length of the byte order mark that decoding dropped. Linear once, then near constant.
 */
export function byteOffsets(
  bytes: Uint8Array,
  text: string,
  charset: TextCharset,
  skip: number,
): (index: number) => number {
  if (bytes.length - skip === text.length) return (index) => Math.min(index + skip, bytes.length);
  // Pairs of (byte offset, text index) of the character that holds each STRIDE-th unit.
  let marks: Uint32Array | null = null;
  const build = (): Uint32Array => {
    const made = new Uint32Array((Math.floor(text.length / STRIDE) + 1) * 2);
    let at = skip;
    let unit = 0;
    let next = 0;
    while (at < bytes.length) {
      const step = characterAt(bytes, at, charset);
      if (unit + step.units > next * STRIDE && next * 2 < made.length) {
        made[next * 2] = at;
        made[next * 2 + 1] = unit;
        next += 1;
      }
      at += step.bytes;
      unit += step.units;
    }
    for (; next * 2 < made.length; next += 1) {
      made[next * 2] = bytes.length;
      made[next * 2 + 1] = unit;
    }
    return made;
  };
  return (index) => {
    marks ??= build();
    const mark = Math.floor(index / STRIDE) * 2;
    let at = marks[mark] ?? bytes.length;
    let unit = marks[mark + 1] ?? index;
    while (unit < index && at < bytes.length) {
      const step = characterAt(bytes, at, charset);
      at += step.bytes;
      unit += step.units;
    }
    return Math.min(at, bytes.length);
  };
}
