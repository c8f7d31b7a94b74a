import { createRequire } from 'node:module';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listFixtures } from '../../testing/fixture-files.ts';
import { scanWhole } from '../byte-scanner.ts';
import { latin1 } from '../charset.ts';
import { EdifactScanner } from './scanner.ts';
import type { EdifactSegment } from './segment.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

function scan(text: string, prepare?: (scanner: EdifactScanner) => void): EdifactSegment[] {
  const scanner = new EdifactScanner();
  prepare?.(scanner);
  return [...scanWhole(scanner, bytesOf(text))];
}

describe('cutting an interchange into segments', () => {
  it('restores released characters after cutting', () => {
    const [segment] = scan("FTX+AAI+++IT?'S 5?+5?:TEN??:SECOND'");
    expect(segment?.read(3)).toBe("IT'S 5+5:TEN?");
    expect(segment?.read(3, 1)).toBe('SECOND');
  });

  it('ends a segment at a terminator after a released release character', () => {
    expect(scan("FTX+A??'FTX+B'").map((segment) => segment.read(0))).toEqual(['A?', 'B']);
  });

  it('lets lines end segments where the header shows that nothing else does', () => {
    const scanner = new EdifactScanner();
    const segments = [...scanWhole(scanner, bytesOf("UNB+UNOA:1+A+B\r\nUNH+1+X\r\nFTX+AAA+++IT'S\r\n"))];
    expect(segments.map(({ tag }) => tag)).toEqual(['UNB', 'UNH', 'FTX']);
    expect(scanner).toMatchObject({ endedByLine: true, wrappedSegments: 0, unterminated: false });
    expect(scan('UNB+UNOA:1+A+B\nUNH+1+X\nBGM+36\n')).toHaveLength(3);
    expect(scan("UNB+UNOA:1+A+B'\nUNH+1+X'")).toHaveLength(2);
    expect(scan("UNB+UNOA:1+A\n+B'UNH+1+X'")).toHaveLength(2);
    expect(scan('UNH+1+CODECO:D:95B:UN\nBGM+34\nUNT+3+1')).toHaveLength(3);
    expect(scan("UNH+1+CODECO:D\n:95B:UN'BGM+34'")).toHaveLength(2);
  });

  it.each(["UNA:+.'", "UNA:+'", "UNA:+.?'"])('reads a UNA that is too short: %s', (una) => {
    for (const gap of ['', '\n', '\r\n']) {
      const scanner = new EdifactScanner();
      const segments = [...scanWhole(scanner, bytesOf(`${una}${gap}UNB+UNOA:1+A?'S:B'UNH+1+X'`))];
      expect(segments.map((segment) => segment.read(1))).toEqual(["A'S", 'X']);
      expect(scanner.badUna).toBe(una);
    }
  });

  it('keeps the last byte of a character that is a blank in Latin-1', () => {
    const text = latin1(new TextEncoder().encode("FTX+DAR+++ 无 :B'"));
    const utf8 = (value: string): string => Buffer.from(value, 'latin1').toString('utf8');
    const [segment] = scan(text, (scanner) => (scanner.decode = utf8));
    expect(segment?.read(3)).toBe('无');
  });

  it('says null, never an empty text, for what is absent or blank', () => {
    const [segment] = scan("EQD+CN++ :102'");
    expect([
      segment?.read(1),
      segment?.read(2),
      segment?.read(2, 1),
      segment?.read(2, 7),
      segment?.read(9),
    ]).toEqual([null, null, '102', null, null]);
  });

  it('reads the separators of UNA, and goes back to the default ones for the next interchange', () => {
    const [first, last, next] = scan("UNA|^,! ~BGM^36|A!^B~UNZ^1~BGM+36:X'");
    expect([first?.read(0, 1), last?.tag, next?.read(0, 1)]).toEqual(['A^B', 'UNZ', 'X']);
  });

  it('takes characters for separators only as a UNA can name them', () => {
    const scanner = new EdifactScanner();
    const [segment] = scanWhole(scanner, bytesOf("UNAABCDEFUNB+UNOA:2+A'"));
    expect([segment?.read(1), scanner.badUna]).toEqual(['A', 'UNAABCDEF']);
  });

  it('knows repetitions where the syntax version has them', () => {
    const [, repeated] = scan("UNB+UNOB:4'NAD+A:1*B:2*C'");
    expect([
      repeated?.read(0),
      repeated?.read(0, 1),
      repeated?.read(0, 1, 1),
      repeated?.read(0, 0, 2),
      repeated?.read(0, 0, 3),
    ]).toEqual(['A', '1', '2', 'C', null]);
    expect(scan("UNB+UNOB:3'NAD+A*B'")[1]?.read(0)).toBe('A*B');
  });

  it('takes line breaks out of segments, counts them, and keeps the bytes of the span', () => {
    const scanner = new EdifactScanner();
    const seen = [...scanWhole(scanner, bytesOf("BGM+36+GO26\r\n11'\r\nDTM+7'\r\nDTM+8\r\n'"))];
    expect(seen[0]?.read(1)).toBe('GO2611');
    expect(seen[1]).toMatchObject({ tag: 'DTM', start: 18, end: 24 });
    expect(scanner.wrappedSegments).toBe(1);
  });

  it('says that the last segment has no end', () => {
    const unterminated: boolean[] = [];
    const scanner = new EdifactScanner();
    for (const _segment of scanWhole(scanner, bytesOf("UNT+5+1'UNZ+1+")))
      unterminated.push(scanner.unterminated);
    expect(unterminated).toEqual([false, true]);
  });

  it('covers every byte of any text once: spans follow each other and only blanks lie between', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('A', '+', ':', "'", '?', ' ', '\n', '\r', '*') }),
        (text) => {
          let at = 0;
          for (const { start, end } of scan(text)) {
            expect(text.slice(at, start).trim()).toBe('');
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(text.slice(at).trim()).toBe('');
        },
      ),
      { numRuns: 500 },
    );
  });
});

interface OracleParser {
  onopensegment: (tag: string) => void;
  onelement: () => void;
  oncomponent: (value: string) => void;
  write: (chunk: string) => void;
  end: () => void;
}

/** What the `edifact` package (an independent reader) makes of the same text, or null when it refuses it. */
function readByOracle(text: string): string[][][] | null {
  const { Parser } = createRequire(import.meta.url)('edifact') as { Parser: new () => OracleParser };
  const parser = new Parser();
  const segments: string[][][] = [];
  parser.onopensegment = (tag) => void segments.push([[tag]]);
  parser.onelement = () => void segments.at(-1)?.push([]);
  parser.oncomponent = (value) => void segments.at(-1)?.at(-1)?.push(value);
  try {
    parser.write(text);
    parser.end();
    return segments;
  } catch {
    return null;
  }
}

describe('the same elements as an independent reader finds', () => {
  const samples = listFixtures().filter(({ format }) => format.startsWith('edifact-'));
  const comparable = samples.flatMap((sample) => {
    const read = readByOracle(latin1(sample.bytes));
    return read ? [[sample.format, sample.name, latin1(sample.bytes), read] as const] : [];
  });

  it('has something to compare with', () => {
    expect(comparable.length).toBeGreaterThan(5);
  });

  it.each(comparable)('%s: %s', (_format, _name, text, oracle) => {
    const own = scan(text);
    expect(own.map((segment) => segment.tag)).toEqual(oracle.map((segment) => segment[0]?.[0]));
    for (const [index, segment] of own.entries()) {
      const elements = (oracle[index] ?? []).slice(1);
      const values = elements.map((components, element) =>
        components.map((_component, component) => segment.read(element, component) ?? ''),
      );
      expect(values).toEqual(elements.map((components) => components.map((value) => value.trim())));
    }
  });
});
