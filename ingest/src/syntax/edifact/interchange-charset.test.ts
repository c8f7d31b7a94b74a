import { describe, expect, it } from 'vitest';
import { collectFindings } from '../findings.ts';
import { readEdifact } from './interchange.ts';

const GBK = Uint8Array.of(0xc5, 0xe0, 0xd1, 0xb5); // 培训
const LATIN_1 = Uint8Array.of(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72); // Müller
const UTF_8 = new TextEncoder().encode('培训');

function read(syntax: string, text: Uint8Array, fallback: string) {
  const bytes = Buffer.concat([
    Buffer.from(`UNB+${syntax}:3+A+B'UNH+1+X'FTX+AAI+++`),
    text,
    Buffer.from("'UNT+3+1'UNZ+1+'"),
  ]);
  const findings = collectFindings();
  const [message] = [...readEdifact(bytes, fallback, findings)];
  const told = findings.issues.filter(
    ({ code, severity }) => code === 'BAD_CHARSET' && severity === 'WARNING',
  );
  return [message?.segments[0]?.read(3), told.map(({ value }) => value)];
}

describe('the character set of an interchange', () => {
  it.each([
    ['UNOC', GBK, 'gb18030', '培训', ['UNOC → gb18030']],
    ['UNOA', GBK, 'gb18030', '培训', ['UNOA → gb18030']],
    ['UNOC', GBK, 'iso-8859-1', 'ÅàÑµ', []],
    ['UNOC', LATIN_1, 'gb18030', 'Müller', []],
    ['UNOC', UTF_8, 'gb18030', '培训', ['UNOC → utf-8']],
    ['UNOY', UTF_8, 'gb18030', '培训', []],
    ['UNOY', GBK, 'gb18030', '培训', ['UNOY → gb18030']],
  ])('under %s is what the sender writes: case %#', (syntax, text, fallback, value, told) => {
    expect(read(syntax, text, fallback)).toEqual([value, told]);
  });
});
