import { describe, expect, it } from 'vitest';
import { charsetIssue, chooseCharset, detectionHead, valueDecoder } from './charset.ts';
import { decodeText } from './decoded-text.ts';

const gbk = Uint8Array.from([0xd5, 0xe3, 0x42]); // 浙B
const utf8 = new TextEncoder().encode('浙B');

describe('which characters the bytes stand for', () => {
  it.each([
    ['UTF-8 that nobody declared', utf8, null, 'utf-8', null],
    ['GBK that nobody declared, from a sender who writes GB 18030', gbk, null, 'gb18030', null],
    ['GBK under a UTF-8 declaration', gbk, 'UTF-8', 'gb18030', 'NOT_AS_DECLARED'],
    ['UTF-8 under a Latin-1 declaration', utf8, 'iso-8859-1', 'utf-8', 'NOT_AS_DECLARED'],
    ['UTF-8 as declared', utf8, 'utf-8', 'utf-8', null],
  ] as const)('%s', (_case, bytes, declared, charset, problem) => {
    expect(chooseCharset(bytes, declared, 'gb18030')).toMatchObject({ charset, problem });
    expect(decodeText(bytes, declared, 'gb18030').text).toBe('浙B');
  });

  it('takes Latin-1 at its word when the bytes are no UTF-8', () => {
    expect(decodeText(Uint8Array.from([0x4d, 0xdc]), 'iso-8859-1', 'gb18030').text).toBe('MÜ');
  });

  it('skips the byte order mark and believes it', () => {
    const marked = Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]);
    expect(decodeText(marked, 'gbk', 'gb18030')).toMatchObject({ text: '浙B', charsetIssue: null });
    const utf16 = Uint8Array.from([0xff, 0xfe, 0x59, 0x6d]);
    expect(decodeText(utf16, null, 'gb18030').text).toBe('浙');
  });

  it('never refuses: bytes that fit nowhere are read with replacement characters and told', () => {
    const noise = Uint8Array.from([0x41, 0xff, 0x42]);
    const choice = chooseCharset(noise, 'utf-8', 'no-such-charset');
    expect(choice.problem).toBe('INVALID');
    expect(decodeText(noise, 'utf-8', 'no-such-charset').text).toContain('A');
    expect(charsetIssue(choice, 'utf-8', 'UNB')).toMatchObject({
      code: 'BAD_CHARSET',
      severity: 'WARNING',
      at: 'UNB',
    });
  });

  it('decodes single values that were cut as one character per byte', () => {
    expect(valueDecoder('gb18030')('\u00d5\u00e3B')).toBe('浙B');
    expect(valueDecoder('utf-8')('A+B')).toBe('A+B');
  });

  it('gives detection the first 4 KiB, one character per byte, without mark and leading blanks', () => {
    const head = detectionHead(
      Uint8Array.from([0xef, 0xbb, 0xbf, 0x0d, 0x0a, ...gbk, ...new Uint8Array(9000).fill(65)]),
    );
    expect(head).toHaveLength(4096);
    expect(head.slice(0, 4)).toBe('ÕãBA');
  });

  it('gives detection XML and JSON in UTF-16 as if they came in UTF-8, and tables as they are', () => {
    const marked = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(detectionHead(marked('\r\n<站/>'))).toBe('<\u00e7\u00ab\u0099/>');
    expect(detectionHead(marked('{"a":1}').swap16())).toBe('{"a":1}');
    expect(detectionHead(marked(`[${'站'.repeat(9000)}`))).toHaveLength(4096);
    expect(detectionHead(marked('a,b')).slice(0, 3)).toBe('\u00ff\u00fea');
  });
});
