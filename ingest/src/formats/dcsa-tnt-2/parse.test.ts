import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventTimeFromIso } from 'graph-schema/domain/event-time';
import { documentRef } from 'graph-schema/domain/claim';
import { DOCUMENT_CODES, LOGISTICS_CODES } from 'graph-schema/domain/event-code';
import { loadCodeList } from 'graph-schema/reference/code-list';
import { sampleGazetteer } from 'graph-schema/testing/sample-gazetteer';
import { sampleSource } from 'graph-schema/testing/sample-source';
import { documentSets } from '../../claims/json/document-sets.ts';
import { dcsaTnt2 } from './index.ts';
import { readDcsaTnt2 } from './parse.ts';
import { readTime } from '../../claims/json/iso-time.ts';

const context = { receivedAt: '2026-11-21T02:00:00Z', source: sampleSource, places: sampleGazetteer };

function event(given: Readonly<Record<string, unknown>> = {}) {
  return {
    eventID: '5e1d0000-0000-4000-8000-000000000001',
    eventType: 'EQUIPMENT',
    eventCreatedDateTime: '2026-11-07T01:40:00Z',
    eventClassifierCode: 'ACT',
    eventDateTime: '2026-11-07T09:28:00+08:00',
    equipmentEventTypeCode: 'GTIN',
    equipmentReference: 'CSQU3054383',
    emptyIndicatorCode: 'LADEN',
    ...given,
  };
}

function read(text: string | Uint8Array) {
  return readDcsaTnt2(typeof text === 'string' ? new TextEncoder().encode(text) : text, context);
}

describe('DCSA messages', () => {
  it('mean the same as array, lines, lines of arrays and wrapped', () => {
    const [a, b] = [event(), event({ equipmentEventTypeCode: 'LOAD', eventID: 'second' })];
    const whole = read(JSON.stringify([a, b])).messages.map(({ attested }) =>
      attested.map((one) => one.event),
    );
    const forms = {
      lines: `${JSON.stringify(a)}\n${JSON.stringify(b)}\n`,
      'lines of arrays': `${JSON.stringify([a])}\r\n${JSON.stringify([b])}`,
      wrapped: JSON.stringify({ next: null, events: [a, b] }),
      'with byte order mark': `\uFEFF${JSON.stringify([a, b], null, 2)}`,
    };
    for (const [name, text] of Object.entries(forms)) {
      const { messages, issues } = read(text);
      expect(
        messages.map(({ attested }) => attested.map((one) => one.event)),
        name,
      ).toEqual(whole);
      expect(issues, name).toEqual([]);
    }
  });

  it('shows for each claim exactly the bytes of its event', () => {
    const events = [event({ eventID: 'a', remark: '宁波 ]}"' }), event({ eventID: 'b' })];
    const bytes = new TextEncoder().encode(` ${JSON.stringify(events, null, 1)}`);
    const spans = read(bytes).messages.flatMap(({ attested }) => attested.map(({ span }) => span));
    const texts = spans.map(
      ({ start, end }) => JSON.parse(new TextDecoder().decode(bytes.subarray(start, end))) as unknown,
    );
    expect(texts).toEqual(events);
  });

  it('takes the good lines of a file with a broken one', () => {
    const good = JSON.stringify(event());
    const later = JSON.stringify(
      event({ eventID: '5e1d0000-0000-4000-8000-000000000002', eventDateTime: '2026-11-07T03:00:00Z' }),
    );
    const { counts, issues } = read(`${good}\n{"eventID": oops}\n${later}\n`);
    expect(counts).toMatchObject({ units: 3, withEvents: 2, withIssuesOnly: 1 });
    expect(issues).toMatchObject([{ code: 'BAD_SYNTAX', at: '$[1]' }]);
  });

  it('replaces what was published under the same id before, by the time of creation', () => {
    const [message] = read(JSON.stringify([event()])).messages;
    const thread = 'DCSA:5e1d0000-0000-4000-8000-000000000001';
    const version = Date.UTC(2026, 10, 7, 1, 40) / 1000;
    expect(message).toMatchObject({ thread, version, retraction: { kind: 'REPLACE', thread, version } });
    expect(message?.attested[0]).toMatchObject({
      messageRef: thread.slice(5),
      recordedAt: '2026-11-07T01:40:00Z',
    });
  });

  it('takes an event without id, which nothing can then replace, with a warning', () => {
    const { messages, issues } = read(JSON.stringify([event({ eventID: null })]));
    expect(messages).toMatchObject([{ thread: null, retraction: null }]);
    expect(issues).toMatchObject([{ code: 'MISSING_FIELD', severity: 'WARNING', at: '$[0].eventID' }]);
  });

  it('reads a message in the sender’s character set and says that JSON should be UTF-8', () => {
    // 0x955C is one Chinese character in GBK whose second byte is a backslash.
    const text = Buffer.from(
      JSON.stringify([event({ transportCall: { UNLocationCode: 'CNNGB', otherFacility: '@@' } })]),
    );
    const bytes = new Uint8Array(text);
    bytes.set([0x95, 0x5c], text.indexOf('@@'));
    const { counts, issues } = read(bytes);
    expect(counts.withEvents).toBe(1);
    expect(issues.map(({ code }) => code)).toEqual(['BAD_CHARSET']);
  });

  it('stops at nesting that no event has', () => {
    const { counts, issues } = read(`[${JSON.stringify(event())},${'{"a":'.repeat(50_000)}`);
    expect(counts.withEvents).toBe(1);
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([['BAD_SYNTAX', 'ERROR']]);
  });

  it.each([
    ['no classifier', { eventClassifierCode: undefined }, 'MISSING_FIELD'],
    ['an unknown classifier', { eventClassifierCode: 'MAYBE' }, 'UNMAPPED_CODE'],
    ['no time', { eventDateTime: '' }, 'MISSING_FIELD'],
    ['no such day', { eventDateTime: '2026-02-30T00:00:00Z' }, 'BAD_TIME'],
    ['a type of a later version', { eventType: 'IOT' }, 'UNSUPPORTED'],
    ['neither box nor document', { equipmentReference: null }, 'MISSING_FIELD'],
  ])('gives no claim for an event with %s', (_case, given, code) => {
    const { counts, issues } = read(JSON.stringify([event(given)]));
    expect(counts).toMatchObject({ units: 1, withIssuesOnly: 1 });
    expect(issues).toMatchObject([{ code, severity: 'ERROR' }]);
  });
});

describe('DCSA voyages', () => {
  const transportCall = {
    modeOfTransport: 'VESSEL',
    exportVoyageNumber: '038E',
    importVoyageNumber: '037W',
    vessel: { vesselIMONumber: '9074729' },
  };
  it.each([
    ['DISC', 'LADEN', '037W'],
    ['GTOT', 'LADEN', '037W'],
    ['GTOT', 'EMPTY', '038E'],
    ['LOAD', 'LADEN', '038E'],
    ['GTIN', 'LADEN', '038E'],
  ])('%s of a box that is %s belongs to voyage %s', (equipmentEventTypeCode, emptyIndicatorCode, voyage) => {
    const { messages } = read(
      JSON.stringify([event({ equipmentEventTypeCode, emptyIndicatorCode, transportCall })]),
    );
    expect(messages[0]?.attested[0]?.event.transport?.voyage).toBe(voyage);
  });
});

describe('DCSA times', () => {
  it('are the same by arithmetic as by the calendar, for any instant and offset', () => {
    const offsets = fc.constantFrom('Z', '+08:00', '-03:30', '+14:00', '-11:00', '+0530');
    const seconds = fc.integer({ min: Date.UTC(1990, 0) / 1000, max: Date.UTC(2080, 0) / 1000 });
    fc.assert(
      fc.property(seconds, offsets, (at, offset) => {
        const text = new Date(at * 1000).toISOString().replace('.000Z', offset);
        expect(readTime(text, null, 'UTC')).toEqual(eventTimeFromIso(text));
      }),
    );
  });

  it('without an offset are local to the place, and a date alone is that day', () => {
    const rotterdam = sampleGazetteer.findLocode('NLRTM');
    expect(readTime('2026-12-01T06:00:00', rotterdam, 'UTC')).toMatchObject({
      instant: '2026-12-01T05:00:00Z',
      zoneSource: 'PLACE',
    });
    expect(readTime('2026-12-01', rotterdam, 'UTC')).toMatchObject({
      instant: '2026-11-30T23:00:00Z',
      precision: 'DAY',
    });
  });

  it.each(['2026-02-30T00:00:00Z', '2026-13-01T00:00:00Z', '2026-01-01T25:00:00Z', 'yesterday', ''])(
    'refuse %j',
    (text) => {
      expect(readTime(text, null, 'UTC')).toBeNull();
    },
  );
});

const bill = (number: string) => documentRef('MASTER_BILL', number);
const booking = (number: string) => documentRef('BOOKING', number);
const numbers = (sets: ReturnType<typeof documentSets>) => sets.map((set) => set.map(({ number }) => number));

describe('documents of one event', () => {
  const order = documentRef('REFERENCE', 'PO1');
  it.each([
    ['a bill and its booking belong together', [bill('A'), booking('1'), order], [['A', '1', 'PO1']]],
    ['a bill may cover several bookings', [bill('A'), booking('1'), booking('2')], [['A', '1', '2']]],
    [
      'two bills of one booking are two consignments',
      [bill('A'), bill('B'), booking('1')],
      [
        ['A', '1'],
        ['B', '1'],
      ],
    ],
    [
      'two bookings are two',
      [booking('1'), booking('2'), order],
      [
        ['1', 'PO1'],
        ['2', 'PO1'],
      ],
    ],
    [
      'of two bills and two bookings nobody knows which is whose',
      [bill('A'), bill('B'), booking('1'), booking('2')],
      [['A'], ['B'], ['1'], ['2']],
    ],
    ['none is one claim', [], [[]]],
  ])('%s', (_rule, documents, expected) => {
    expect(numbers(documentSets(documents))).toEqual(expected);
  });
});

describe('DCSA 2 is recognised', () => {
  it.each([
    ['an array', '[{"eventID":"x","eventClassifierCode":"ACT"', true],
    ['spaced', '{ "events" : [ { "equipmentEventTypeCode" : "GTIN"', true],
    ['version 3', '[{"eventID":"x","isRetracted":false,"eventClassifierCode":"ACT"', false],
    ['EPCIS', '{"@context":["https://ref.gs1.org/"],"eventClassifierCode":1', false],
    ['other JSON', '{"now":1,"aircraft":[]}', false],
    ['prose', 'eventClassifierCode', false],
  ])('%s', (_case, head, expected) => {
    expect(dcsaTnt2.detect(head)).toBe(expected);
  });
});

describe('DCSA code lists', () => {
  const vocabulary = new Set<string | null>([null, ...LOGISTICS_CODES, ...DOCUMENT_CODES]);
  it.each(['equipment-event-types', 'transport-event-types', 'shipment-events'])(
    '%s map to words of the vocabulary',
    (list) => {
      const wrong = loadCodeList(`dcsa-tnt-2/${list}`).rows.filter(
        ({ canonical }) => !vocabulary.has(canonical),
      );
      expect(wrong).toEqual([]);
    },
  );
});
