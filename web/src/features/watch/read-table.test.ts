import { deflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readFile } from './read-table.ts';
import { FileProblem } from './unzip.ts';

const fileOf = (bytes: Uint8Array<ArrayBuffer>) => ({
  size: bytes.length,
  arrayBuffer: async () => bytes.buffer,
});

/** An archive as PKWARE APPNOTE 4.3 has it, without checksums, which nobody reads here. */
function zip(parts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const data = deflateRawSync(Buffer.from(text));
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    local.push(head, Buffer.from(name), data);
    directory.push(entry, Buffer.from(name));
    at += 30 + name.length + data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...local, ...directory, end]));
}

it('reads the first sheet that people see, whether its texts are shared, inline or numbers', async () => {
  const book = zip({
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="a" state="hidden" r:id="r1"/><sheet name="b" r:id="r2"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="worksheets/sheet2.xml"/></Relationships>',
    'xl/sharedStrings.xml': '<sst><si><t>箱号</t></si><si><r><t>CBHU</t></r><r><t>3804175</t></r><rPh><t>no</t></rPh></si></sst>',
    'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="A1"><v>0</v></c></row></sheetData></worksheet>',
    'xl/worksheets/sheet2.xml': '<worksheet><sheetData><row r="1"><c r="B1" t="s"><v>0</v></c></row><row r="3"><c r="A3"><v>26638154</v></c><c r="B3" t="s"><v>1</v></c><c t="inlineStr"><is><t>a &amp; b</t></is></c></row></sheetData></worksheet>',
  });
  expect(await readFile(fileOf(book))).toEqual([['', '箱号'], [], ['26638154', 'CBHU3804175', 'a & b']]);
}); // prettier-ignore

it('reads CSV in Unicode, and in the encoding of office programs in China', async () => {
  const utf8 = new TextEncoder().encode('\u{FEFF}箱号,船名\r\nCBHU3804175,海通\r\n');
  expect(await readFile(fileOf(utf8))).toEqual([['箱号', '船名'], ['CBHU3804175', '海通']]); // prettier-ignore
  // 箱号 in GB 18030.
  const chinese = new Uint8Array([0xcf, 0xe4, 0xba, 0xc5, 0x0a, ...new TextEncoder().encode('CBHU3804175')]);
  expect(await readFile(fileOf(chinese))).toEqual([['箱号'], ['CBHU3804175']]);
});

it('says of what is no table that it is none', async () => {
  const broken = new Uint8Array(new TextEncoder().encode('PK\u0003\u0004 and nothing else that an archive has'));
  await expect(readFile(fileOf(broken))).rejects.toBeInstanceOf(FileProblem);
  await expect(readFile({ size: 1e9, arrayBuffer: () => Promise.reject(new Error('not read')) })).rejects.toMatchObject({ problem: 'TOO_LARGE' });
}); // prettier-ignore
