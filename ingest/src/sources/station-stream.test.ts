import { describe, expect, it } from 'vitest';
import { StationStream } from './station-stream.ts';

const position = '!AIVDM,1,1,,A,15M67FC000G?ufbE`FepT@3n00Sa,0*5C\r\n';
const first = '!AIVDM,2,1,3,B,55P5TL01VIaAL@7WKO@mBplU@<PDhh000000001S;AJ::4A80?4i@E53,0*3E\r\n';
const second = '!AIVDM,2,2,3,B,1@0000000000000,2*55\r\n';
const otherFirst = '!AIVDM,2,1,4,A,55P5TL01VIaAL@7WKO@mBplU@<PDhh000000001S;AJ::4A80?4i@E53,0*3A\r\n';

function cut(text: string): string {
  const stream = new StationStream();
  for (const character of text) stream.push(Buffer.from(character));
  return stream.take().toString();
}

describe('segments of a station', () => {
  it('are whole lines; the begun one stays', () => {
    expect(cut(`${position}${position}!AIVDM,1,1`)).toBe(position + position);
    expect(cut('!AIVDM,1,1')).toBe('');
  });

  it('never end between the sentences of one message, and other messages may stand between them', () => {
    expect(cut(position + first)).toBe(position);
    expect(cut(first)).toBe('');
    expect(cut(first + second)).toBe(first + second);
    expect(cut(first + second + first)).toBe(first + second);
    expect(cut(position + first + otherFirst + position + second)).toBe(position + first);
  });

  it('hold what is no AIS rather than wait for ever', () => {
    expect(cut('x'.repeat(5000))).toHaveLength(5000);
    expect(cut(first.repeat(100))).toBe(first.repeat(99));
  });

  it('wait for the rest of a message no longer than from one time to the next', () => {
    const stream = new StationStream();
    stream.push(Buffer.from(first + position));
    expect(stream.take().toString()).toBe('');
    stream.push(Buffer.from(position));
    expect(stream.take().toString()).toBe(first + position + position);
    stream.push(Buffer.from(position + otherFirst));
    expect(stream.take().toString()).toBe(position);
    expect(stream.take().toString()).toBe(otherFirst);
  });

  it('go on where the one before ended, also when it was put back', () => {
    const stream = new StationStream();
    stream.push(Buffer.from(position + first));
    stream.putBack(stream.take());
    stream.push(Buffer.from(second + position.slice(0, 9)));
    expect(stream.take().toString()).toBe(position + first + second);
    expect(stream.length).toBe(9);
    expect(stream.takeAll().toString()).toBe(position.slice(0, 9));
    stream.push(Buffer.from(position.slice(9) + position));
    expect(stream.take().toString()).toBe(position.slice(9) + position);
  });
});
