import { describe, expect, it } from 'vitest';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { FORMATS } from '../formats/index.ts';
import { readMessage, type ReadResult } from './read.ts';

const context = { receivedAt: '2026-11-21T02:00:00Z', source: sampleSource, places: sampleGazetteer };
const read = (text: string): ReadResult => readMessage(new TextEncoder().encode(text), context, FORMATS);

const GATE = [
  "UNB+UNOA:2+NGBTERM+CARRIERX+261121:0930+7'",
  "UNH+1+CODECO:D:95B:UN:ITG14'",
  "BGM+34+GI2611210017+9'",
  "EQD+CN+TLNU1000170+45G1:102:5++2+5'",
  "RFF+BM:COSU6412345678'",
  "DTM+7:202611210928:203'",
  "LOC+165+CNNGB:139:6+BLCT3:TER:ZZZ'",
  "UNT+7+1'",
  "UNZ+1+7'",
];
const STATUS = [
  "UNA:+.? '",
  "UNB+UNOC:3+LINE+ME+261121:0940+8'",
  "UNH+1+IFTSTA:D:00B:UN'",
  "BGM+23+ST26112101+9'",
  "RFF+BM:COSU6412345678'",
  "CNI+1'",
  "STS+1+29'",
  "DTM+334:202611202217:203'",
  "LOC+175+CNNGB:139:6'",
  "UNT+8+1'",
  "UNZ+1+8'",
];
const ORDERS = [
  "UNB+UNOC:3+SHOP+ME+261121:0950+9'",
  "UNH+1+ORDERS:D:96A:UN'",
  "BGM+220+B10001'",
  "UNS+S'",
  "UNT+4+1'",
  "UNZ+1+9'",
];

/** How files look that went through editors, mail and converters. */
const SHAPES: readonly (readonly [string, (lines: readonly string[]) => string])[] = [
  ['one line each', (lines) => lines.join('\n')],
  ['CR LF', (lines) => `${lines.join('\r\n')}\r\n`],
  ['all in one line', (lines) => lines.join('')],
  ['with UNA', (lines) => `UNA:+.? '${lines.join('')}`],
  ['with # as terminator', (lines) => `UNA:+.? #\n${lines.join('\n').replaceAll("'", '#')}`],
  [
    'with ~ and | and ^',
    (lines) => `UNA^|.? ~${lines.join('').replaceAll("'", '~').replaceAll('+', '|').replaceAll(':', '^')}`,
  ],
  ['with a mark and blanks before it', (lines) => `\uFEFF \r\n${lines.join('\n')}`],
  ['wrapped at forty characters', (lines) => lines.join('').replaceAll(/.{40}/g, '$&\r\n')],
  ['indented', (lines) => lines.join('\n    ')],
  ['ended by lines', (lines) => lines.join('\r\n').replaceAll("'", '')],
];

const events = ({ interpretation: { messages } }: ReadResult) =>
  messages.flatMap(({ attested }) => attested.map(({ event }) => event));
const issues = ({ interpretation }: ReadResult) =>
  interpretation.issues.map(({ code, severity, value }) => `${code} ${severity} ${value ?? ''}`);

describe('an EDIFACT file is read whatever its envelope looks like', () => {
  const plain = events(read(GATE.join('\n')));

  it.each(SHAPES)('%s', (_shape, form) => {
    const result = read(form(GATE));
    expect(result).toMatchObject({ format: 'edifact-codeco', messages: 1 });
    expect(events(result)).toEqual(plain);
    expect(result.interpretation.issues.filter(({ severity }) => severity === 'ERROR')).toEqual([]);
  });

  it.each(SHAPES)('a type that nobody reads is told: %s', (_shape, form) => {
    const result = read(form(ORDERS));
    expect(result).toMatchObject({ format: 'edifact', messages: 1 });
    expect(issues(result)).toContain('MESSAGE_NOT_MAPPED ERROR ORDERS');
    expect(result.interpretation.counts).toMatchObject({ units: 1, withIssuesOnly: 1 });
  });

  it('without UNB', () => {
    const result = read(GATE.slice(1, -1).join('\n'));
    expect(result.format).toBe('edifact-codeco');
    expect(events(result)).toEqual(plain);
    expect(issues(result)).toEqual(['BAD_ENVELOPE WARNING UNB is missing']);
  });

  it('with a UNH that says no type', () => {
    const result = read("UNB+UNOD'\nUNH+000001'\nATR+NEW+PRIO:N'\nUNT+3+000001'\nUNZ+1'");
    expect(result.format).toBe('edifact');
    expect(issues(result)).toContain('MESSAGE_NOT_MAPPED ERROR UNH says no type');
  });

  it('words that begin like a tag are no interchange', () => {
    expect(read('UNHAPPY customers, three').format).toBeNull();
    expect(read('UNBELIEVABLE').format).toBeNull();
  });
});

describe('one file with interchanges of several types', () => {
  it('each message goes to the format of its type, and a type that nobody reads spoils nothing', () => {
    const result = read([...GATE, ...ORDERS, ...STATUS].join('\n'));
    expect(result).toMatchObject({ format: 'edifact-codeco+edifact-iftsta', messages: 3 });
    expect(events(result).map(({ code, rawCode }) => [code, rawCode])).toEqual([
      ['GATED_IN', '34+5+2'],
      ['DISCHARGED', '1+29'],
    ]);
    expect(issues(result)).toEqual(['MESSAGE_NOT_MAPPED ERROR ORDERS']);
    expect(result.interpretation.counts).toMatchObject({ units: 3, withEvents: 2, withIssuesOnly: 1 });
  });

  it('service characters last for one interchange', () => {
    const hashed = ['UNA:+.? #', ...GATE.map((line) => line.replace("'", '#'))];
    const result = read([...hashed, ...STATUS.slice(1)].join(''));
    expect(result.format).toBe('edifact-codeco+edifact-iftsta');
    expect(events(result)).toHaveLength(2);
    expect(issues(result)).toEqual([]);
  });

  it('messages of two types in one interchange', () => {
    const mixed = [...GATE.slice(0, -1), ...STATUS.slice(2, -2), "UNT+8+1'", "UNZ+2+7'"];
    const result = read(mixed.join('\n'));
    expect(result.format).toBe('edifact-codeco+edifact-iftsta');
    expect(issues(result)).toEqual([]);
    expect(result.interpretation.messages.map(({ thread }) => thread)).toEqual([
      'CODECO:GI2611210017',
      'IFTSTA:ST26112101',
    ]);
  });
});

describe('a message whose header says no type', () => {
  it('is read as its name says, with a word', () => {
    const untyped = GATE.map((line) => line.replace('UNH+1+CODECO:D', 'UNH+1+:D')).join('\n');
    const result = read(untyped);
    expect(result.format).toBe('edifact-codeco');
    expect(events(result)).toEqual(events(read(GATE.join('\n'))));
    expect(result.interpretation.issues).toMatchObject([
      { code: 'BAD_ENVELOPE', severity: 'WARNING', value: 'UNH says no type, read as CODECO' },
    ]);
  });
});

describe('an interchange inside something else', () => {
  const text = GATE.join('\n');
  const spans = ({ interpretation: { messages } }: ReadResult) =>
    messages.flatMap(({ attested }) => attested.map(({ span }) => span));
  const [there] = spans(read(text));

  it('saved in UTF-16 is read all the same, and its evidence lies where it was received', () => {
    const bytes = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
    const result = readMessage(bytes, context, FORMATS);
    expect(result.format).toBe('edifact-codeco');
    const [span = { start: 0, end: 0 }] = spans(result);
    const shown = Buffer.from(bytes.subarray(span.start, span.end)).toString('utf16le');
    expect(shown).toBe(text.slice(there?.start, there?.end));
  });

  it('as character data of an envelope likewise', () => {
    const wrapped = `<?xml version="1.0"?>\n<Envelope><Body><file><![CDATA[${text}]]></file></Body></Envelope>`;
    const result = read(wrapped);
    expect(result.format).toBe('edifact-codeco');
    const [span = { start: 0, end: 0 }] = spans(result);
    expect(wrapped.slice(span.start, span.end)).toBe(text.slice(there?.start, there?.end));
  });
});
