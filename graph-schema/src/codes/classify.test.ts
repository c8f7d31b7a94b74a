import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awbCheckDigit } from './awb.ts';
import { classifyNumber, type KnownNumbers, type NumberCandidate } from './classify.ts';
import { containerCheckDigit } from './iso6346.ts';
import { ssccCheckDigit } from './sscc.ts';

/** `SCHEME:value` of every candidate, best first. */
function keys(raw: string, known?: KnownNumbers): string[] {
  return classifyNumber(raw, known).map(({ scheme, value }) => `${scheme}:${value}`);
}

function repairsOf(raw: string, key: string): readonly string[] | undefined {
  return classifyNumber(raw).find(({ scheme, value }) => `${scheme}:${value}` === key)?.repairs;
}

function withoutRepairs({
  scheme,
  value,
  confidence,
  checkDigit,
}: NumberCandidate): Omit<NumberCandidate, 'repairs'> {
  return { scheme, value, confidence, checkDigit };
}

function fullWidth(text: string): string {
  return [...text].map((character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).join('');
}

describe('the best guess', () => {
  it.each([
    ['CSQU3054383', 'CONTAINER:CSQU3054383'],
    ['TBJU1234565', 'CONTAINER:TBJU1234565'],
    ['COSU6412345678', 'MASTER_BILL:COSU6412345678'],
    ['MEDUAB123456', 'MASTER_BILL:MEDUAB123456'],
    ['HLCUNG1261123456', 'MASTER_BILL:HLCUNG1261123456'],
    ['999-12345675', 'AWB:999-12345675'],
    ['784-12345675_HB260001', 'AWB:784-12345675'],
    ['530120260000012345', 'DECLARATION:530120260000012345'],
    ['31042026I000012345', 'DECLARATION:31042026I000012345'],
    ['106141412345678908', 'SSCC:106141412345678908'],
    ['(00)106141412345678908', 'SSCC:106141412345678908'],
    ['10NL5663962BE1E825', 'MRN:10NL5663962BE1E825'],
    ['@1234567890123456', 'TRANSIT:1234567890123456'],
    ['1234567890123', 'TRANSIT:1234567890123'],
    ['3104123456789_20261121093000123', 'MANIFEST:3104123456789_20261121093000123'],
    ['9074729', 'VESSEL:9074729'],
    ['IMO 9074729', 'VESSEL:9074729'],
    ['UN9074729/037W', 'VOYAGE:9074729/037W'],
    ['21 81 2471 217-3', 'WAGON:218124712173'],
    ['52440369', 'WAGON:52440369'],
    ['C70 1234567', 'WAGON:1234567'],
    ['X8001', 'TRAIN_RUN:X8001'],
    ['X8001@2026-11-01', 'TRAIN_RUN:X8001@2026-11-01'],
    ['CA981', 'FLIGHT:CA981'],
    ['CA0981@2026-11-21', 'FLIGHT:CA981@2026-11-21'],
    ['AKE12345CA', 'ULD:AKE12345CA'],
    ['浙B·12345', 'TRUCK:浙B12345'],
    ['EIR2611210017', 'EIR:EIR2611210017'],
    ['EBKG04512345', 'BOOKING:EBKG04512345'],
    ['6GB123456789000-SHIP01', 'REFERENCE:6GB123456789000-SHIP01'],
    ['40123450000000009', 'REFERENCE:40123450000000009'],
  ])('of %s is %s', (raw, key) => expect(keys(raw)[0]).toBe(key));
});

describe('where types overlap', () => {
  it('(a) a container that passes goes first, and the bill of the same shape stays in the list', () => {
    const found = keys('CSQU3054383');
    expect(found[0]).toBe('CONTAINER:CSQU3054383');
    expect(found).toEqual(expect.arrayContaining(['MASTER_BILL:CSQU3054383', 'MASTER_BILL:HDMUCSQU3054383']));
  });

  it('(a) one that fails is a bill first, and a container with a wrong digit second', () => {
    const found = classifyNumber('NBOU1234567');
    const bill = found.findIndex(({ scheme }) => scheme === 'MASTER_BILL');
    const box = found.findIndex(({ scheme }) => scheme === 'CONTAINER');
    expect(bill).toBeLessThan(box);
    expect(found[box]?.checkDigit).toBe('FAIL');
  });

  it('(a) unless its owner code is registered', () => {
    const found = keys('CSQU3054384', { ownerPrefixes: new Set(['CSQ']) });
    expect(found[0]).toBe('CONTAINER:CSQU3054384');
  });

  it('(b) eleven digits are an air waybill by check digit and airline', () => {
    expect(classifyNumber('99912345675')[0]).toMatchObject({ scheme: 'AWB', checkDigit: 'PASS' });
    expect(keys('99912345676')).toEqual(
      expect.arrayContaining(['AWB:999-12345676', 'RAIL_NOTE:99912345676']),
    );
    const [unknown] = classifyNumber('00012345675');
    const [listed] = classifyNumber('00012345675', { airlinePrefixes: new Set(['000']) });
    expect(listed!.confidence).toBeGreaterThan(unknown!.confidence);
  });

  it('(c) twelve digits are a wagon if Luhn and country agree, else a bill of Evergreen', () => {
    expect(keys('218124712173')[0]).toBe('WAGON:218124712173');
    expect(keys('218124712173')).toContain('MASTER_BILL:EGLV218124712173');
    const failing = keys('235600012345');
    expect(failing.indexOf('MASTER_BILL:EGLV235600012345')).toBeLessThan(
      failing.indexOf('WAGON:235600012345'),
    );
    expect(failing.indexOf('MASTER_BILL:EGLV235600012345')).toBeGreaterThanOrEqual(0);
  });

  it('(d) eighteen digits that pass as SSCC are one when no such customs office exists', () => {
    const both = `10612026100000012${ssccCheckDigit('10612026100000012')}`;
    expect(keys(both).slice(0, 2)).toEqual([`DECLARATION:${both}`, `SSCC:${both}`]);
    expect(keys(both, { offices: new Set(['1061']) })[0]).toBe(`DECLARATION:${both}`);
    expect(keys(both, { offices: new Set(['5301']) })[0]).toBe(`SSCC:${both}`);
  });

  it('(d) a declaration of an office on the list is surer than one of an office that is not', () => {
    const offices = new Set(['5301']);
    const [first] = classifyNumber('530120260000012345', { offices });
    const [unlisted] = classifyNumber('530120260000012345', { offices: new Set(['3104']) });
    expect(first!.confidence).toBeGreaterThan(unlisted!.confidence);
  });

  it('(e) nine digits are asked as ship station, bill and in-bond number', () => {
    expect(keys('257700052')).toEqual(
      expect.arrayContaining(['MMSI:257700052', 'MASTER_BILL:MAEU257700052', 'TRANSIT:257700052']),
    );
    expect(keys('157700056').some((key) => key.startsWith('MMSI'))).toBe(false);
  });

  it('(f) seven digits are a ship if the check passes, else a Chinese wagon', () => {
    expect(keys('9074729').slice(0, 2)).toEqual(['VESSEL:9074729', 'WAGON:9074729']);
    expect(keys('9074728')[0]).toBe('WAGON:9074728');
    expect(classifyNumber('9074728').find(({ scheme }) => scheme === 'VESSEL')?.checkDigit).toBe('FAIL');
  });

  it('(g) sixteen digits padded from thirteen are the thirteen', () => {
    expect(keys('0001234567890123')[0]).toBe('TRANSIT:1234567890123');
  });

  it('(h) free numbers are all offered, below what has a shape', () => {
    const schemes = classifyNumber('HB260001').map(({ scheme }) => scheme);
    expect(schemes).toEqual(
      expect.arrayContaining(['BOOKING', 'HOUSE_BILL', 'HAWB', 'REFERENCE', 'SEAL', 'DELIVERY_ORDER']),
    );
    for (const found of classifyNumber('COSU6412345678').slice(1)) expect(found.confidence).toBeLessThan(0.5);
  });

  it('reads both bills of a declaration field', () => {
    expect(keys('COSU6412345678*HB260001').slice(0, 2)).toEqual([
      'MASTER_BILL:COSU6412345678',
      'HOUSE_BILL:HB260001',
    ]);
    expect(keys('99912345675_HB260001').slice(0, 2)).toEqual(['AWB:999-12345675', 'HAWB:HB260001']);
  });
});

describe('repairs', () => {
  it.each([
    ['6412345678', 'MASTER_BILL:COSU6412345678', ['SCAC_ADDED']],
    ['COSU6412345678', 'MASTER_BILL:6412345678', ['SCAC_REMOVED']],
    ['CSQU305438', 'CONTAINER:CSQU3054383', ['CHECK_DIGIT_ADDED']],
    ['CSQU3O54383', 'CONTAINER:CSQU3054383', ['LOOKALIKE_REPLACED']],
    ['CSQU 305438-3', 'CONTAINER:CSQU3054383', ['SEPARATORS_REMOVED']],
    ['ＣＳＱＵ３０５４３８３', 'CONTAINER:CSQU3054383', ['FULL_WIDTH_NORMALISED']],
    ['999-12345675', 'AWB:999-12345675', []],
    ['csqu3054383', 'CONTAINER:CSQU3054383', []],
  ])('of %s → %s are %j', (raw, key, repairs) => expect(repairsOf(raw, key)).toEqual(repairs));
});

describe('labels pasted with a number', () => {
  it.each([
    ['提单号：COSU6412345678', 'MASTER_BILL:COSU6412345678'],
    ['箱号CSQU3054383', 'CONTAINER:CSQU3054383'],
    ['Container No.: CSQU3054383', 'CONTAINER:CSQU3054383'],
    ['B/L #COSU6412345678', 'MASTER_BILL:COSU6412345678'],
    ['车牌 浙B12345', 'TRUCK:浙B12345'],
    ['车牌号浙B12345', 'TRUCK:浙B12345'],
  ])('%s', (raw, key) => expect(keys(raw)[0]).toBe(key));
});

describe('whatever is typed', () => {
  const numbers = fc.oneof(
    fc.stringMatching(/^[A-Z]{3}[UJZ]\d{6}$/).map((text) => text + String(containerCheckDigit(text))),
    fc.stringMatching(/^\d{7}$/).map((serial) => `999${serial}${awbCheckDigit(serial)}`),
    fc.stringMatching(/^[A-Z]{0,4}\d{6,18}$/),
    fc.stringMatching(/^5301202[0-9][01]\d{9}$/),
  );

  it('never throws, stays in bounds, is sorted and free of repetition', () => {
    // Any UTF-16 at all, halves of pairs too.
    const units = fc.array(fc.nat(0xffff), { maxLength: 300 }).map((codes) => String.fromCharCode(...codes));
    const texts = fc.oneof(fc.string(), units, numbers);
    fc.assert(
      fc.property(texts, (raw) => {
        const found = classifyNumber(raw);
        const confidences = found.map(({ confidence }) => confidence);
        expect(confidences).toEqual(confidences.toSorted((left, right) => right - left));
        expect(
          found.filter(({ confidence, value }) => !(confidence > 0 && confidence <= 1) || value === ''),
        ).toEqual([]);
        expect(new Set(keys(raw)).size).toBe(found.length);
      }),
      { numRuns: 400 },
    );
  });

  it('classifies the same with blanks, dashes, in lower case and in full width', () => {
    fc.assert(
      fc.property(numbers, fc.nat(17), (number, place) => {
        const at = place % number.length;
        const cut = (sign: string) => number.slice(0, at) + sign + number.slice(at);
        const plain = classifyNumber(number).map(withoutRepairs);
        for (const raw of [
          ` ${number}\n`,
          cut(' '),
          number.toLowerCase(),
          fullWidth(number),
          cut('\u200B'),
        ]) {
          expect(classifyNumber(raw).map(withoutRepairs)).toEqual(plain);
        }
        // A dash at the right place makes a US entry number surer, so only the others are held to their order.
        const dashed = classifyNumber(cut('-')).filter(({ scheme }) => scheme !== 'DECLARATION');
        expect(dashed.map(({ scheme, value }) => `${scheme}:${value}`)).toEqual(
          plain
            .filter(({ scheme }) => scheme !== 'DECLARATION')
            .map(({ scheme, value }) => `${scheme}:${value}`),
        );
      }),
    );
  });

  it('finds each candidate again when asked for its value', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const [best] = classifyNumber(number);
        if (!best) return;
        expect(classifyNumber(best.value).map(({ scheme, value }) => `${scheme}:${value}`)).toContain(
          `${best.scheme}:${best.value}`,
        );
      }),
    );
  });

  it.each(['', ' ', '。', '🚢📦', '提单', '-/.', '\uD800', '@', '_', '*', '/'])(
    'finds nothing in %j',
    (raw) => expect(classifyNumber(raw)).toEqual([]),
  );

  it('finds nothing in ten thousand characters', () => {
    for (const raw of [
      '9'.repeat(10_000),
      '﷽'.repeat(10_000),
      'a\u0301\u0323'.repeat(3_000),
      ' '.repeat(10_000),
    ]) {
      expect(classifyNumber(raw)).toEqual([]);
    }
  });
});
