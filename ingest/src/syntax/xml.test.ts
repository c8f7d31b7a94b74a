import { describe, expect, it } from 'vitest';
import { parseXml, XML_LIMITS, type XmlDocument } from './xml.ts';
import { declaredNamespace, findText, listDescendants } from './xml-path.ts';

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const read = (text: string): XmlDocument => parseXml(bytesOf(text), 'gb18030');

describe('XML documents', () => {
  it('gives local names, text with the five entities, CDATA and attributes', () => {
    const { root, failure } = read(
      `<?xml version="1.0"?>\n<n:a xmlns:n="urn:x" k="1"><n:b>&lt;&amp;&#x4E2D;</n:b><c><![CDATA[<raw>]]></c></n:a>`,
    );
    expect(failure).toBeNull();
    expect(root?.name).toBe('a');
    expect(declaredNamespace(root!)).toBe('urn:x');
    expect(root?.attributes?.['k']).toBe('1');
    expect(findText(root, 'b')).toBe('<&中');
    expect(findText(root, 'c')).toBe('<raw>');
    expect(findText(root, 'b', 'missing')).toBeNull();
  });

  it('cuts the bytes of each element exactly, also behind Chinese, four-byte characters and a byte order mark', () => {
    const text = `\uFEFF<?xml version="1.0" encoding="UTF-8"?><a><名>舱单😀</名><b>${'船'.repeat(400)}</b><c x="é"/></a>`;
    const bytes = bytesOf(text);
    const { root, source } = parseXml(bytes, 'gb18030');
    const cuts = root!.children.map(({ start, end }) =>
      Buffer.from(bytes.subarray(source.offsetOf(start), source.offsetOf(end))).toString(),
    );
    expect(cuts).toEqual(['<名>舱单😀</名>', `<b>${'船'.repeat(400)}</b>`, '<c x="é"/>']);
  });

  it('reads GBK that says UTF-8, flags it, and still cuts exact bytes', () => {
    const body = '<?xml version="1.0" encoding="UTF-8"?><a><b>';
    // 北仑 in GBK.
    const bytes = new Uint8Array([
      ...Buffer.from(body),
      0xb1,
      0xb1,
      0xc2,
      0xd8,
      ...Buffer.from('</b><c>1</c></a>'),
    ]);
    const { root, source } = parseXml(bytes, 'gb18030');
    expect(findText(root, 'b')).toBe('北仑');
    expect(source.charsetIssue).toMatchObject({ code: 'BAD_CHARSET', value: 'UTF-8 → gb18030' });
    const c = root!.children[1]!;
    expect(Buffer.from(bytes.subarray(source.offsetOf(c.start), source.offsetOf(c.end))).toString()).toBe(
      '<c>1</c>',
    );
  });

  it.each([
    ['<!DOCTYPE a><a/>', 'BAD_SYNTAX'],
    ['<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;&x;">]><a>&z;</a>', 'BAD_SYNTAX'],
    ['<a>&undefined;</a>', 'BAD_SYNTAX'],
    ['<a><b></a></b>', 'BAD_SYNTAX'],
    [
      `<a ${Array.from({ length: XML_LIMITS.attributes + 1 }, (_, at) => `k${at}="1"`).join(' ')}/>`,
      'TOO_LARGE',
    ],
    ['<a>'.repeat(XML_LIMITS.depth + 1), 'TOO_LARGE'],
    ['<a><b>1</b>', 'TRUNCATED'],
    ['<?xml version="1.0"?>', 'TRUNCATED'],
    [' \n\0', 'EMPTY_MESSAGE'],
  ])('refuses %j as %s', (text, code) => {
    expect(read(text)).toMatchObject({ isComplete: false, failure: { code } });
  });

  it('takes blanks before the declaration and padding after the root', () => {
    expect(read(' \r\n<?xml version="1.0"?><a>1</a>\0\0\x1A')).toMatchObject({
      isComplete: true,
      failure: null,
    });
  });

  it('keeps a complete root when something stands behind it, and says so', () => {
    expect(read('<a>1</a><a>2</a>')).toMatchObject({ isComplete: true, failure: { code: 'BAD_SYNTAX' } });
  });

  it('finds descendants in document order without looking inside a find', () => {
    const { root } = read('<a><b><c i="1"><c i="2"/></c></b><c i="3"/></a>');
    expect(listDescendants(root, 'c').map((one) => one.attributes?.['i'])).toEqual(['1', '3']);
  });
});
