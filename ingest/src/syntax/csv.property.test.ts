import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './csv.ts';

const character = fc.constantFrom(...'a9 ,;|"\t\n舱é😀-');
const cell = fc.string({ unit: character, maxLength: 8 });
const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;

describe('delimited text, whatever stands in it', () => {
  it('gives back every cell of a quoted table, and the bytes of each row', () => {
    const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        (rows, by, eol) => {
          const lines = rows.map((cells, n) => [`row ${n}`, ...cells].map(quoted).join(by));
          const bytes = new Uint8Array(Buffer.from([['id', 'b', 'c'].join(by), ...lines, ''].join(eol)));
          const file = readCsv(bytes, 'utf-8');
          expect(file.issues).toEqual([]);
          expect(file.rows.map(({ cells }) => cells)).toEqual(
            rows.map(([b, c], n) => [`row ${n}`, b.trim(), c.trim()]),
          );
          const cuts = file.rows.map(({ span }) =>
            Buffer.from(bytes.subarray(span.start, span.end)).toString(),
          );
          expect(cuts).toEqual(lines);
        },
      ),
    );
  });

  it('never throws, and cuts rows in their order inside the file', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.string({ unit: character, maxLength: 200 }).map((text) => new Uint8Array(Buffer.from(text))),
    );
    fc.assert(
      fc.property(bytes, fc.constantFrom('utf-8', 'gb18030'), (given, charset) => {
        const { rows } = readCsv(given, charset);
        let end = 0;
        for (const { span } of rows) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(given.length);
      }),
      { numRuns: 400 },
    );
  });
});
