import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCargoImp } from '../cargo-imp.ts';
import { firstTelexType } from './first-type.ts';
import { readSegments } from './segments.ts';

const LINES = [
  'QU PEKFMCA', '.LUXFMCV 202311', 'FWB/17', 'FNA', 'ACK/TEXT', '999-12345675PEKJFK/T10K250.0', 'SHP/1234', '/NAME', 'LAST',
  "UNB+IATA:1+A+B+261121:1300+7'", "UNH+1+CIMFWB:17'FWB/17", "UNT+3+1'", "UNZ+1+7'", 'text', '', 'FFM/8', 'MVT',
]; // prettier-ignore
const files = fc.array(fc.constantFrom(...LINES), { maxLength: 30 });

describe('telexes', () => {
  it('lose no line: each is of one message, of an envelope, or stray', () => {
    fc.assert(
      fc.property(files, (lines) => {
        const text = lines.join('\r\n');
        const { messages, stray } = readCargoImp(Buffer.from(text));
        const kept = [...messages.flatMap((message) => [message.identification, ...message.lines]), ...stray];
        const spans = new Set(kept.map(({ start }) => start));
        expect(spans.size).toBe(kept.length);
        for (const line of kept) expect(text.slice(line.start, line.end)).toBe(line.text);
        const free = lines.filter((line) => ['ACK/TEXT', 'SHP/1234', '/NAME', 'LAST', 'text'].includes(line));
        const found = kept.filter(({ text: one }) => free.includes(one));
        const inHeaders = /QU PEKFMCA|\.LUXFMCV/.test(text);
        if (!inHeaders) expect(found).toHaveLength(free.length);
      }),
    );
  });

  it('keep the copy behind an acknowledgement with it, and only that', () => {
    const { messages } = readCargoImp(
      Buffer.from('FNA\nACK/NO\nFWB/17\n999-12345675PEKJFK/T1\nFSU/15\n999-12345675PEKJFK/T1'),
    );
    expect(messages.map(({ type, lines }) => [type, lines.length])).toEqual([
      ['FNA', 3],
      ['FSU', 1],
    ]);
  });

  it.each([
    ['FWB/17\r\n999-', 'FWB'],
    ['QD SIN05XH\n.HDQFMQR 200739\nFSU/14\n', 'FSU'],
    ['.PEKFMCA 210620\r\nCOR\r\nMVT\r\nCA981/21', 'MVT'],
    ["UNH+1+CIMFHL:4'FHL/4", 'FHL'],
    ["UNB+IATA:1+A+B+261121:1300+7'\nUNH+1+CIMFBL:7'FBL/7", 'FBL'],
    ["UNB+UNOA:2+A+B+261121:1300+7'UNH+1+CODECO:D:95B:UN'", null],
    ['ETA\nsoon', null],
    ['FWB/17 is a message', null],
  ])('%j is a file of %s', (head, type) => expect(firstTelexType(head)).toBe(type));
});

describe('segments', () => {
  it('go on with lines that begin with a slant, whatever else stands there', () => {
    const [message] = readCargoImp(
      Buffer.from('FWB/17\n/LOST\nSHP/1\n/NAME\nfree text\n/LOST TOO\nSPH/ELI'),
    ).messages;
    const { segments, unreadable } = readSegments(message?.lines ?? []);
    expect(segments.map(({ code, rows }) => [code, rows.map(({ fields }) => fields.join('|'))])).toEqual([
      ['SHP', ['1', 'NAME']],
      ['SPH', ['ELI']],
    ]);
    expect(unreadable.map(({ text }) => text)).toEqual(['/LOST', 'free text', '/LOST TOO']);
  });
});
