import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCallSign } from './call-sign.ts';
import { flightAirline, parseFlightNumber } from './flight.ts';
import { parseTrainNumber } from './train.ts';
import { isChinesePlate, parseTruckPlate } from './truck-plate.ts';
import { parseUld, uldOwner } from './uld.ts';
import { parseUnLocode } from './un-locode.ts';
import { parseVoyageKey } from './voyage.ts';

describe('parseFlightNumber', () => {
  it.each([
    ['CA981', 'CA981'], ['CA 0981', 'CA981'], ['ca-981', 'CA981'], ['CA001', 'CA1'], ['CCA981', 'CA981'],
    ['3U8888', '3U8888'], ['9C8501', '9C8501'], ['O36801', 'O36801'], ['CA981A', 'CA981A'], ['CKK205', 'CK205'],
  ])('writes %s as %s', (raw, value) => expect(parseFlightNumber(raw)).toEqual({ ok: true, value })); // prettier-ignore

  it.each(['', 'CA', 'CA0000', 'CA98765', 'XXX981', '12345', '国航981'])('refuses %j', (raw) =>
    expect(parseFlightNumber(raw).ok).toBe(false),
  );

  it('writes a padded and an unpadded number alike, and what it wrote again the same', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('CA', '3U', 'O3', 'MU'),
        fc.integer({ min: 1, max: 9999 }),
        (airline, number) => {
          const short = parseFlightNumber(`${airline}${number}`).value;
          expect(parseFlightNumber(`${airline}${String(number).padStart(4, '0')}`).value).toBe(short);
          expect(parseFlightNumber(short)).toEqual({ ok: true, value: short });
          expect(flightAirline(short)).toBe(airline);
        },
      ),
    );
  });
});

describe('parseTrainNumber', () => {
  it.each([['X8001', 'X8001'], ['x8001次', 'X8001'], ['41201', '41201'], ['Z 282', 'Z282']])(
    'reads %s',
    (raw, value) => expect(parseTrainNumber(raw)).toEqual({ ok: true, value }),
  ); // prettier-ignore
  it.each(['', 'X', 'A8001', '1234567'])('refuses %j', (raw) => expect(parseTrainNumber(raw).ok).toBe(false));
});

describe('parseTruckPlate', () => {
  it.each([
    ['浙B·12345', '浙B12345'], ['浙b 12345', '浙B12345'], ['沪AD12345', '沪AD12345'], ['粤Z1234港', '粤Z1234港'],
    ['浙B1234挂', '浙B1234挂'], ['京A•12345', '京A12345'],
  ])('reads the Chinese plate %s', (raw, value) => {
    expect(parseTruckPlate(raw)).toEqual({ ok: true, value });
    expect(isChinesePlate(value)).toBe(true);
  }); // prettier-ignore

  it('reads foreign plates, and refuses words', () => {
    expect(parseTruckPlate('B-XY 1234')).toEqual({ ok: true, value: 'BXY1234' });
    expect(parseTruckPlate('卡车').ok).toBe(false);
    expect(parseTruckPlate('TRUCK').ok).toBe(false);
  });
});

describe('parseUld', () => {
  it('reads type, serial and owner', () => {
    expect(parseUld('ake 12345 ca')).toEqual({ ok: true, value: 'AKE12345CA' });
    expect(uldOwner('AKE12345CA')).toBe('CA');
    expect(parseUld('PMC1234O3').ok).toBe(true);
  });
  it.each(['CSQU3054383', 'AKE123CA', 'AKE12345', 'NBO1234567'])('refuses %s', (raw) =>
    expect(parseUld(raw).ok).toBe(false),
  );
});

describe('parseVoyageKey', () => {
  it.each(['9074729/037W', 'UN9074729/037W', 'IMO 9074729 / 037w', '９０７４７２９／０３７Ｗ'])(
    'reads %s',
    (raw) => expect(parseVoyageKey(raw)).toEqual({ ok: true, value: '9074729/037W' }),
  );
  it("blames the ship's number where it is wrong", () => {
    expect(parseVoyageKey('9074728/037W')).toMatchObject({ ok: false, problem: 'BAD_CHECK_DIGIT' });
    expect(parseVoyageKey('SAMPLE STAR/037W')).toMatchObject({ ok: false, problem: 'BAD_IDENTIFIER' });
    expect(parseVoyageKey('9074729').ok).toBe(false);
  });
});

describe('shapes without a check', () => {
  it('call signs', () => {
    expect(parseCallSign('bpab')).toEqual({ ok: true, value: 'BPAB' });
    expect(parseCallSign('9V1234').ok).toBe(true);
    expect(parseCallSign('1234567').ok).toBe(false);
    expect(parseCallSign('0').ok).toBe(false);
  });
  it('UN/LOCODE', () => {
    expect(parseUnLocode('cn nbo')).toEqual({ ok: true, value: 'CNNBO' });
    expect(parseUnLocode('CNN0O').ok).toBe(false);
    expect(parseUnLocode('NINGBO').ok).toBe(false);
  });
});
