/** A file that is no workbook, or is larger than lists are. */
export class FileProblem extends Error {
  readonly problem: 'NO_TABLE' | 'TOO_LARGE';

  constructor(problem: FileProblem['problem']) {
    super(problem);
    this.problem = problem;
  }
}

/** Unpacked; beyond it lies no list of numbers. */
const UNPACKED_MAX = 60_000_000;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The comment at the end of an archive is no longer. */
const END_MAX = 22 + 0xffff;
const [STORED, DEFLATED] = [0, 8];

/** Where each part of an archive stands, by name: PKWARE APPNOTE 4.3.12 and 4.3.16. */
function directoryOf(bytes: DataView): Map<string, { at: number; size: number; method: number }> {
  let end = bytes.byteLength - 22;
  const first = Math.max(0, bytes.byteLength - END_MAX);
  while (end >= first && bytes.getUint32(end, true) !== END) end -= 1;
  if (end < first) throw new FileProblem('NO_TABLE');
  const parts = new Map<string, { at: number; size: number; method: number }>();
  let at = bytes.getUint32(end + 16, true);
  for (let left = bytes.getUint16(end + 10, true); left > 0 && bytes.getUint32(at, true) === ENTRY; left -= 1) {
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.getUint16(at + field, true)) as [number, number, number];
    const text = new TextDecoder().decode(new Uint8Array(bytes.buffer, at + 46, name));
    parts.set(text, { at: bytes.getUint32(at + 42, true), size: bytes.getUint32(at + 20, true), method: bytes.getUint16(at + 10, true) });
    at += 46 + name + extra + comment;
  }
  return parts;
} // prettier-ignore

/** Gives the text of a part of an archive; empty: it has no such part. */
export function unzip(file: ArrayBuffer): (name: string) => Promise<string> {
  const bytes = new DataView(file);
  const parts = directoryOf(bytes);
  let unpacked = 0;
  return async (name) => {
    const part = parts.get(name);
    if (!part) return '';
    // The local header repeats the name and has an extra field of its own: 4.3.7.
    const start = part.at + 30 + bytes.getUint16(part.at + 26, true) + bytes.getUint16(part.at + 28, true);
    const packed = new Uint8Array(file, start, part.size);
    if (part.method === STORED) return new TextDecoder().decode(packed);
    if (part.method !== DEFLATED) throw new FileProblem('NO_TABLE');
    const inflated = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const decoder = new TextDecoder();
    let text = '';
    for (const reader = inflated.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      unpacked += value.length;
      if (unpacked > UNPACKED_MAX) throw new FileProblem('TOO_LARGE');
      text += decoder.decode(value, { stream: true });
    }
  };
} // prettier-ignore
