import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectFindings } from './findings.ts';
import { numberOf, textsOf } from './json-fields.ts';
import { readJsonRecords } from './json-records.ts';

const OPTIONS = { maxDepth: 32, lists: [['events'], ['body', 'list']] } as const;

function read(text: string | Uint8Array) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const findings = collectFindings();
  const records = readJsonRecords(bytes, 'gb18030', OPTIONS, findings);
  return { records, bytes, issues: findings.issues };
}

const event = (a: number) => ({ a, text: '宁波 ]}"' });

describe('records of a JSON message', () => {
  it.each([
    ['a list', JSON.stringify([event(1), event(2)]), ['$[0]', '$[1]']],
    ['lines', `${JSON.stringify(event(1))}\r\n${JSON.stringify(event(2))}\n`, ['$[0]', '$[1]']],
    ['a wrapper', JSON.stringify({ next: 1, events: [event(1), event(2)] }), ['$.events[0]', '$.events[1]']],
    [
      'a deep wrapper',
      JSON.stringify({ body: { list: [event(1), event(2)] } }, null, 1),
      ['$.body.list[0]', '$.body.list[1]'],
    ],
    [
      'lines of wrappers',
      `${JSON.stringify({ events: [event(1)] })}\n${JSON.stringify({ events: [event(2)] })}`,
      ['$[0].events[0]', '$[1].events[0]'],
    ],
    [
      'a list of wrappers',
      JSON.stringify([{ events: [event(1)] }, { events: [event(2)] }]),
      ['$[0].events[0]', '$[1].events[0]'],
    ],
  ])('are found in %s, with exact spans', (_form, text, paths) => {
    const { records, bytes, issues } = read(text);
    expect(issues).toEqual([]);
    expect(records.map(({ path }) => path)).toEqual(paths);
    expect(records.map(({ value }) => value)).toEqual([event(1), event(2)]);
    const cut = records.map(({ span }) => new TextDecoder().decode(bytes.subarray(span.start, span.end)));
    expect(cut.map((one) => JSON.parse(one) as unknown)).toEqual([event(1), event(2)]);
  });

  it.each(['utf-16le', 'utf-16be'] as const)(
    'are found in %s with their spans in what was received',
    (charset) => {
      const text = `\uFEFF${JSON.stringify({ page: '第𠀀页', events: [event(1), event(2)] })}`;
      const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
      if (charset === 'utf-16be') Buffer.from(bytes.buffer).swap16();
      const { records, issues } = read(bytes);
      expect(issues).toMatchObject([
        { code: 'BAD_CHARSET', severity: 'WARNING', value: `utf-8 → ${charset}` },
      ]);
      const cut = records.map(
        ({ span }) =>
          JSON.parse(new TextDecoder(charset).decode(bytes.subarray(span.start, span.end))) as unknown,
      );
      expect(cut).toEqual([event(1), event(2)]);
      const short = read(bytes.subarray(0, bytes.length - 7));
      expect(short.issues.map(({ code }) => code)).toContain('TRUNCATED');
      expect(short.issues.every(({ span }) => !span || span.end <= bytes.length - 7)).toBe(true);
    },
  );

  it('come with what stands around them', () => {
    const { records } = read(JSON.stringify({ id: 'x', body: { list: [event(1)], more: 2 }, last: true }));
    expect(records[0]?.wrapper).toEqual({ id: 'x', body: { list: [], more: 2 }, last: true });
    expect(read(JSON.stringify(event(1))).records[0]).toMatchObject({ path: '$', wrapper: null });
  });

  it('of a wrapper that is cut are none, and it is said', () => {
    const whole = JSON.stringify({ events: [event(1), event(2)], next: null });
    for (let cut = 1; cut < whole.length; cut += 1) {
      const { records, issues } = read(whole.slice(0, cut));
      expect(records, `cut at ${cut}`).toEqual([]);
      expect(issues.map(({ code }) => code)).toContain('TRUNCATED');
    }
  });

  it('of any bytes never throw, and lie in the message', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        for (const { span } of read(bytes).records) {
          expect(span.start).toBeLessThan(span.end);
          expect(span.end).toBeLessThanOrEqual(bytes.length);
        }
      }),
    );
  });
});

describe('fields of JSON', () => {
  it('are numbers with or without quotes, and never text that only begins like one', () => {
    expect(numberOf({ a: '12.5', b: ' 7 ' }, 'a')).toBe(12.5);
    expect(numberOf({ a: '12.5 kg', b: -3 }, 'a', 'b')).toBe(-3);
    expect(numberOf({ a: '', b: null }, 'a', 'b')).toBeNull();
  });

  it('are lists where one may stand alone', () => {
    expect(textsOf('one')).toEqual(['one']);
    expect(textsOf([' a ', '', null, 7])).toEqual(['a', '7']);
    expect(textsOf(undefined)).toEqual([]);
  });
});
