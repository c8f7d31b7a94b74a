import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { FORMATS } from '../formats/index.ts';
import { listFixtures } from '../testing/fixture-files.ts';
import { listEnclosed } from './enclosed.ts';
import { gatewayContent } from './gateway-content.ts';
import { inCapitals } from './in-capitals.ts';
import { readMessage, type ReadResult } from './read.ts';
import { xmlStarts } from './xml-documents.ts';

const context = { receivedAt: '2026-11-21T02:00:00Z', source: sampleSource, places: sampleGazetteer };
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
const read = (text: string): ReadResult => readMessage(bytesOf(text), context, FORMATS);
const eventsOf = ({ interpretation }: ReadResult) =>
  interpretation.messages.flatMap(({ attested }) => attested.map(({ event }) => event));
const codesOf = ({ interpretation }: ReadResult) => interpretation.issues.map(({ code }) => code);
const fixture = (format: string, name: string): string => {
  const found = listFixtures().find((one) => one.format === format && one.name === name);
  return Buffer.from(found?.bytes ?? []).toString();
};
/** What the spans of the claims cut out of the message. */
const cuts = (text: string, result: ReadResult) =>
  result.interpretation.messages.flatMap(({ attested }) =>
    attested.map(({ span }) => Buffer.from(text).subarray(span.start, span.end).toString()),
  );

const receipt = fixture('cn-manifest-receipt-xml', 'main-data-accepted-and-sister-rejected');
const gate = fixture('edifact-codeco', 'year-end');
const eir = fixture('cn-eir-json', 'xml');
const lane = fixture('gate-ocr-json', 'xml-of-another-vendor');
const single = fixture('dcsa-tnt-2', 'single-event');

describe('XML documents one after another', () => {
  it.each([
    ['with prologs', receipt],
    ['without', receipt.replace(/<\?xml[^>]*\?>\s*/, '')],
  ])('of one format are each read: %s', (_, one) => {
    const both = read(`${one}\n${one}\n`);
    expect(eventsOf(both)).toEqual([...eventsOf(read(one)), ...eventsOf(read(one))]);
    expect(both.messages).toBe(2);
    expect(codesOf(both)).toEqual([...codesOf(read(one)), ...codesOf(read(one))]);
  });

  it('are read behind one that is cut', () => {
    const result = read(`${receipt.slice(0, receipt.length / 2)}\n${receipt}`);
    expect(eventsOf(result)).toEqual(eventsOf(read(receipt)));
    expect(codesOf(result).length).toBeGreaterThan(codesOf(read(receipt)).length);
  });

  it('may follow an interchange, and be followed by one', () => {
    const expected = [...eventsOf(read(gate)), ...eventsOf(read(receipt)), ...eventsOf(read(gate))];
    expect(eventsOf(read(`${gate}\n${receipt}\n${gate}`))).toEqual(expected);
  });

  it('begin where an element opens and none is open, whatever stands in comments, values and character data', () => {
    const text = '<?xml?><!-- <b> --><a x="/>"><![CDATA[</a><?xml?>]]></a> <b/><c><d/></c>tail';
    expect(xmlStarts(text, 0).map((start) => text.slice(start, start + 7))).toEqual(['<?xml?>', '<b/><c>', '<c><d/>']);
  }); // prettier-ignore
});

describe('envelopes of gateways', () => {
  it.each([
    ['CDATA', (text: string) => `<Package><Data><![CDATA[${text}]]></Data></Package>`],
    [
      'entities',
      (text: string) =>
        `<Package><Data>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;')}</Data></Package>`,
    ],
    ['a string in JSON', (text: string) => JSON.stringify({ messageType: 'X', content: text, sign: 'abc' })],
  ])('are opened where a message stands as text in them: %s', (_, wrap) => {
    for (const one of [gate, receipt, eir, lane]) {
      const text = wrap(one);
      const result = read(text);
      expect(eventsOf(result)).toEqual(eventsOf(read(one)));
      expect(codesOf(result)).toEqual(codesOf(read(one)));
      for (const cut of cuts(text, result)) expect(cut.length).toBeGreaterThan(10);
    }
  });

  it.each([
    ['code and data', (value: string) => `{"code":200,"msg":"成功","data":${value}}`, '$.data'],
    [
      'a page',
      (value: string) => `{"success":true,"result":{"total":1,"list":[${value}]}}`,
      '$.result.list[0]',
    ],
  ])('in JSON are looked through: %s', (_, wrap, path) => {
    const text = wrap(single.trim());
    const result = read(text);
    expect(eventsOf(result)).toEqual(eventsOf(read(single)));
    expect(cuts(text, result)).toEqual(cuts(single, read(single)));
    const broken = read(wrap(single.trim().replace('"eventDateTime"', '"x"')));
    expect(broken.interpretation.issues[0]?.at.startsWith(path)).toBe(true);
  });

  it('are none where a message says more of itself than its content', () => {
    expect(gatewayContent(bytesOf('{"data":[{"a":1}],"vessel":"SAMPLE STAR"}'))).toBeNull();
    expect(gatewayContent(bytesOf('{"data":{"a":1},"result":{"b":1}}'))).toBeNull();
    expect(gatewayContent(bytesOf('{"code":0,"data":[1'))).toBeNull();
  });

  it('never throw, whatever stands in them, and every offset leads into what was received', () => {
    const parts = fc.constantFrom(
      '<a>',
      '</a>',
      '<![CDATA[',
      ']]>',
      '&lt;',
      '&#x4e2d;',
      '&#99999999;',
      '"',
      '\\n',
      '\\u4e2d',
      '{',
      '}',
      '"data":',
      'UNB+UNOA:2+A+B+261121:0930+7',
      '中',
      '<?xml?>',
      '<!--',
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), fc.constantFrom('<', '{', '['), (words, first) => {
        const bytes = bytesOf(first + words.join(''));
        for (const enclosed of listEnclosed(bytes)) {
          let last = 0;
          for (let offset = 0; offset <= enclosed.bytes.length; offset += 1) {
            const at = enclosed.offsetOf(offset);
            expect(at).toBeGreaterThanOrEqual(last);
            last = at;
          }
          expect(last).toBeLessThanOrEqual(bytes.length);
        }
        gatewayContent(bytes);
        expect(xmlStarts(Buffer.from(bytes).toString('latin1'), 0)).toEqual(
          xmlStarts(Buffer.from(bytes).toString('latin1'), 0).toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is written small', () => {
  it('is read as if it stood in capitals, and says so', () => {
    const small = read(gate.toLowerCase());
    expect(eventsOf(small)).toEqual(eventsOf(read(gate.toUpperCase())));
    expect(small.interpretation.issues).toContainEqual(
      expect.objectContaining({ code: 'BAD_SYNTAX', severity: 'INFO', value: 'small letters' }),
    );
  });

  it('keeps the second byte of a character in GB 18030, which may look like a letter', () => {
    const bytes = new Uint8Array([...Buffer.from("unb+unoa:2'ftx+"), 0x81, 0x61, 0x61]);
    expect([...(inCapitals(bytes) ?? [])].slice(-3)).toEqual([0x81, 0x61, 0x41]);
    expect(inCapitals(bytesOf('unbelievable'))).toBeNull();
  });
});

it('reads lines of JSON one by one where a format wants one document', () => {
  const one = JSON.stringify(JSON.parse(fixture('cn-declaration-receipt-xml', 't209-all-numbers')));
  const both = read(`${one}\n${one}\n`);
  expect(eventsOf(both)).toEqual([...eventsOf(read(one)), ...eventsOf(read(one))]);
});

it('takes no notice of the mark that ends files of old systems', () => {
  const result = read(`${gate}\x1a`);
  expect([eventsOf(result), codesOf(result)]).toEqual([eventsOf(read(gate)), codesOf(read(gate))]);
});
