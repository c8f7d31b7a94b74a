import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One file of an archive; its text is made while it is read. */
export interface ZipEntry {
  readonly name: string;
  readonly text: Iterable<string> | AsyncIterable<string>;
}

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

// PKWARE APPNOTE 6.3.10: each local file header (4.3.7), data, data descriptor (4.3.9); then the central directory (4.3.12) and
// its end (4.3.16). Sizes are not known before the data, so flag bit 3 is set; all times are 1980-01-01.
const VERSION = 20;
const SIZES_FOLLOW = 0x0008;
const UTF8_NAME = 0x0800;
const FLAGS = SIZES_FOLLOW | UTF8_NAME;
const DEFLATED = 8;
const DATE = 0x0021;

/** The bytes of an archive, one after another: it is never held as a whole. */
export async function* zip(entries: readonly ZipEntry[]): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  for (const { name, text } of entries) {
    const start = at;
    const encoded = Buffer.from(name);
    const head = fields([[4, 0x04034b50], [2, VERSION], [2, FLAGS], [2, DEFLATED], [2, 0], [2, DATE], [4, 0], [4, 0], [4, 0], [2, encoded.length], [2, 0]], encoded); // prettier-ignore
    yield head;
    let crc = 0;
    let size = 0;
    let packed = 0;
    const bytes = async function* () {
      for await (const part of text) {
        const chunk = Buffer.from(part);
        crc = crc32(chunk, crc);
        size += chunk.length;
        yield chunk;
      }
    };
    const deflate = createDeflateRaw();
    const source = Readable.from(bytes()).on('error', (error) => deflate.destroy(error));
    for await (const chunk of source.pipe(deflate) as AsyncIterable<Buffer>) {
      packed += chunk.length;
      yield chunk;
    }
    const tail = fields([
      [4, 0x08074b50],
      [4, crc],
      [4, packed],
      [4, size],
    ]);
    yield tail;
    at += head.length + packed + tail.length;
    written.push({ name: encoded, crc, packed, size, at: start });
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield fields([[4, 0x06054b50], [2, 0], [2, 0], [2, written.length], [2, written.length], [4, directory.length], [4, at], [2, 0]]); // prettier-ignore
}

function directoryEntry({ name, crc, packed, size, at }: Written): Buffer {
  return fields([[4, 0x02014b50], [2, VERSION], [2, VERSION], [2, FLAGS], [2, DEFLATED], [2, 0], [2, DATE], [4, crc], [4, packed], [4, size], [2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, at]], name); // prettier-ignore
}

/** Numbers of two or four bytes, the least significant first, and what follows them. */
function fields(
  numbers: readonly (readonly [bytes: 2 | 4, value: number])[],
  rest: Uint8Array = new Uint8Array(),
): Buffer {
  const bytes = Buffer.alloc(numbers.reduce((sum, [length]) => sum + length, 0));
  let at = 0;
  for (const [length, value] of numbers) at = bytes.writeUIntLE(value, at, length);
  return Buffer.concat([bytes, rest]);
}
