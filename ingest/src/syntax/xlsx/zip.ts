import { crc32, inflateRawSync } from 'node:zlib';

/**
 * ZIP archives as office documents use them (APPNOTE 6.3; ISO/IEC 21320-1):
 *
 *   archive = *(local header, name, extra, data) *(central header: names, sizes, offsets) end-of-central-directory
 *
 * Only the central directory is believed, methods are 0 stored and 8 deflate, and sizes are 32 bits: that is all that
 * ISO/IEC 21320-1 allows but for zip64, which no workbook below its limit needs. Encrypted entries are refused.
 */
export interface Zip {
  readonly names: readonly string[];
  /** Content of an entry; null when there is none. Throws `ZipError` where it is damaged or beyond a limit. */
  readonly read: (name: string) => Uint8Array | null;
}

/** Archives that honest programs write lie far below; what lies above is refused before memory is spent on it. */
export const ZIP_LIMITS = { entries: 4000, entryBytes: 96 << 20, totalBytes: 192 << 20, ratio: 400 } as const;
/** Small entries of blanks pack arbitrarily well; a ratio says something only beyond this size. */
const RATIO_FROM_BYTES = 1 << 20;

export class ZipError extends Error {
  readonly code: 'TRUNCATED' | 'BAD_SYNTAX' | 'TOO_LARGE' | 'UNSUPPORTED';

  constructor(code: ZipError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** Reads the directory. Throws `ZipError` when there is none: then the archive is cut or is no archive. */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map(listEntries(bytes, view).map((entry) => [entry.name, entry]));
  let total = 0;
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      total += entry.size;
      if (total > ZIP_LIMITS.totalBytes) throw new ZipError('TOO_LARGE', 'the archive unpacks to too much');
      return unpack(bytes, view, entry);
    },
  };
}

function listEntries(bytes: Uint8Array, view: DataView): Entry[] {
  const end = findEnd(view);
  if (end < 0) throw new ZipError('TRUNCATED', 'the archive has no directory');
  const count = view.getUint16(end + 10, true);
  if (count > ZIP_LIMITS.entries) throw new ZipError('TOO_LARGE', 'too many entries');
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL)
      throw new ZipError('BAD_SYNTAX', 'the directory of the archive is damaged');
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    entries.push({
      name: Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength))
        .toString('utf8')
        .replaceAll('\\', '/'),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = next;
  }
  return entries;
}

/** The last record of the file, before a comment that may follow it. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  const first = Math.max(0, last - LONGEST_COMMENT);
  for (let at = last; at >= first; at -= 1) {
    if (
      view.getUint32(at, true) === END &&
      at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength
    )
      return at;
  }
  return -1;
}

function unpack(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  const { name, flags, method, packed, size, offset } = entry;
  if ((flags & 1) !== 0) throw new ZipError('UNSUPPORTED', `${name} is encrypted`);
  if (size > ZIP_LIMITS.entryBytes) throw new ZipError('TOO_LARGE', `${name} unpacks to too much`);
  if (size > RATIO_FROM_BYTES && size > packed * ZIP_LIMITS.ratio)
    throw new ZipError('TOO_LARGE', `${name} is packed beyond belief`);
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL)
    throw new ZipError('BAD_SYNTAX', `${name} is not where the directory says`);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length < packed) throw new ZipError('TRUNCATED', `${name} ends before its size`);
  const content = method === 0 ? data : inflate(data, size, name, method);
  if (content.length !== size || crc32(content) !== entry.crc)
    throw new ZipError('BAD_SYNTAX', `${name} fails its checksum`);
  return content;
}

function inflate(data: Uint8Array, size: number, name: string, method: number): Uint8Array {
  if (method !== 8) throw new ZipError('UNSUPPORTED', `${name} is packed by method ${method}`);
  try {
    // Stops at the size that the directory states, so that a lie costs no more than the truth.
    return inflateRawSync(data, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw new ZipError('BAD_SYNTAX', `${name} cannot be unpacked`);
  }
}
