import { describe, expect, it } from 'vitest';
import { segmentLength } from './segments.ts';

const position = '!AIVDM,1,1,,A,15M67FC000G?ufbE`FepT@3n00Sa,0*5C\r\n';
const first = '!AIVDM,2,1,3,B,55P5TL01VIaAL@7WKO@mBplU@<PDhh000000001S;AJ::4A80?4i@E53,0*3E\r\n';
const second = '!AIVDM,2,2,3,B,1@0000000000000,2*55\r\n';
const cut = (text: string) => text.slice(0, segmentLength(Buffer.from(text)));

describe('segmentLength', () => {
  it('takes whole lines and leaves the begun one', () => {
    expect(cut(`${position}${position}!AIVDM,1,1`)).toBe(position + position);
    expect(cut('!AIVDM,1,1')).toBe('');
  });

  it('never ends between the sentences of one message', () => {
    expect(cut(position + first)).toBe(position);
    expect(cut(first)).toBe('');
    expect(cut(first + second)).toBe(first + second);
    expect(cut(first + second + first)).toBe(first + second);
  });

  it('hands over what is no AIS rather than to wait for ever', () => {
    expect(cut('x'.repeat(5000))).toHaveLength(5000);
    expect(cut(first.repeat(100))).toBe(first.repeat(100));
  });
});
