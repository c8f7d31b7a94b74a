import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { csvLine } from './csv.ts';
import { xlsx } from './xlsx.ts';
import { zip } from './zip.ts';

describe('a line of CSV', () => {
  it('runs nothing, and breaks at nothing that a cell holds', () => {
    expect(csvLine(['=HYPERLINK("http://x")', '+1', '-2', '@SUM(A1)', ' =1', '\t=1'])).toBe(
      `"'=HYPERLINK(""http://x"")",'+1,'-2,'@SUM(A1),' =1,'\t=1\r\n`,
    );
    expect(csvLine(['a,b', 'two\nlines', null, -15, new Date('2026-11-21T09:07:30Z'), '宁波'])).toBe(
      '"a,b","two\nlines",,-15,2026-11-21 09:07,宁波\r\n',
    );
  });
});

/** Files of an archive, by the directory at its end. */
function unzipped(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [packed, size, nameLength] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 24), archive.readUInt16LE(at + 28)]; // prettier-ignore
    const name = archive.subarray(at + 46, at + 46 + nameLength).toString();
    const start = archive.readUInt32LE(at + 42);
    const data = start + 30 + archive.readUInt16LE(start + 26);
    const text = inflateRawSync(archive.subarray(data, data + packed));
    expect(text.length).toBe(size);
    files.set(name, text.toString());
    at += 46 + nameLength;
  }
  return files;
}

async function bytesOf(parts: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

describe('a workbook', () => {
  it('holds texts, numbers, instants and nothing, whatever characters a text has', async () => {
    async function* rows() {
      yield ['=1+1 <&> "宁波" \u0000\uD800', 12.5, new Date('2026-11-21T12:00:00Z'), null];
    }
    const book = await bytesOf(xlsx({ name: '货物', heads: ['A', 'B', 'C', 'D'], widths: [9, 9, 9, 9], rows: rows() }));
    const files = unzipped(book);
    expect([...files.keys()]).toContain('xl/workbook.xml');
    const sheet = files.get('xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<t xml:space="preserve">=1+1 &lt;&amp;&gt; &quot;宁波&quot; </t>');
    expect(sheet).toContain('<c><v>12.5</v></c><c s="1"><v>46347.5</v></c><c/>');
    expect(files.get('xl/workbook.xml')).toContain('sheet name="货物"');
  }); // prettier-ignore

  it('fails where its rows fail', async () => {
    async function* broken(): AsyncGenerator<string> {
      yield 'a';
      throw new Error('the graph is away');
    }
    await expect(bytesOf(zip([{ name: 'a', text: broken() }]))).rejects.toThrow('the graph is away');
  });
});
