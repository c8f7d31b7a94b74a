import { inflateRawSync } from 'node:zlib';

// End of central directory (22 bytes): [0] 50 4b 05 06 … [10] u16 entries … [16] u32 offset of the directory
// Directory entry (46 bytes + names):  [0] 50 4b 01 02 … [10] u16 method … [20] u32 packed … [24] u32 size
//                                      [28] u16 name length [30] u16 extra [32] u16 comment … [42] u32 offset
// Local header (30 bytes + names):     [0] 50 4b 03 04 … [26] u16 name length [28] u16 extra
// PKWARE APPNOTE 6.3, 4.3.7 to 4.3.16. No ZIP64: the archives read here are small.

/** The files in a zip archive (or jar) as `{name, read()}`. */
export function listZipEntries(archive) {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error('not a zip archive');
  const entries = [];
  let at = archive.readUInt32LE(end + 16);
  for (let index = archive.readUInt16LE(end + 10); index > 0; index -= 1) {
    const method = archive.readUInt16LE(at + 10);
    const packed = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const offset = archive.readUInt32LE(at + 42);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    entries.push({ name, read: () => readEntry(archive, offset, packed, method) });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function readEntry(archive, offset, packed, method) {
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  const bytes = archive.subarray(start, start + packed);
  if (method === 0) return Buffer.from(bytes);
  if (method === 8) return inflateRawSync(bytes);
  throw new Error(`zip method ${method} is not known`);
}
