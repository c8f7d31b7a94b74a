import { describe, expect, it } from 'vitest';
import type { RawStore } from '../../raw/raw-store.ts';
import { readEvidence } from './evidence.ts';

const storing = (bytes: Uint8Array) =>
  ({ find: async (id: string) => (id === 'known' ? { header: {}, bytes } : null) }) as unknown as RawStore;

describe('readEvidence', () => {
  it('shows the span with a little around it and not the file of others', async () => {
    const text = `${'x'.repeat(500)}EQD+CN+CSQU3054383'${'y'.repeat(500)}`;
    const found = await readEvidence(storing(Buffer.from(text)), 'known', 500, 519);
    expect(found).toEqual({ before: 'x'.repeat(80), span: "EQD+CN+CSQU3054383'", after: 'y'.repeat(80) });
    expect(await readEvidence(storing(Buffer.from(text)), 'unknown', 0, 1)).toBeNull();
  });

  it('reads Chinese in UTF-8 and in GBK, and leaves out a character that the edge cuts', async () => {
    const utf8 = Buffer.from(`宁波港${'.'.repeat(78)}到港`);
    expect(await readEvidence(storing(utf8), 'known', utf8.length - 6, utf8.length)).toMatchObject({
      span: '到港',
      before: '.'.repeat(78),
    });
    // 宁波 进门 in GBK
    const gbk = Buffer.from([0xc4, 0xfe, 0xb2, 0xa8, 0x20, 0xbd, 0xf8, 0xc3, 0xc5]);
    expect(await readEvidence(storing(gbk), 'known', 5, 9)).toMatchObject({ before: '宁波 ', span: '进门' });
  });

  it('bounds what a span may show', async () => {
    const found = await readEvidence(storing(Buffer.alloc(50_000, 'z')), 'known', 100, 50_000);
    expect(found?.span).toHaveLength(4000);
  });
});
