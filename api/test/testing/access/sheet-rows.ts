import { inflateRawSync } from 'node:zlib';

const LOCAL_HEADER = Buffer.from('PK\x03\x04', 'latin1');

/** Text of the one sheet of a workbook: APPNOTE 4.3.7, of each part its name and, deflated, what it holds. */
export function sheetOf(book: Buffer): string {
  for (let at = book.indexOf(LOCAL_HEADER); at >= 0; at = book.indexOf(LOCAL_HEADER, at + 4)) {
    const nameLength = book.readUInt16LE(at + 26);
    const begins = at + 30 + nameLength + book.readUInt16LE(at + 28);
    const name = book.toString('utf8', at + 30, at + 30 + nameLength);
    if (name.startsWith('xl/worksheets/')) return inflateRawSync(book.subarray(begins)).toString('utf8');
  }
  throw new Error('there is no sheet');
}
