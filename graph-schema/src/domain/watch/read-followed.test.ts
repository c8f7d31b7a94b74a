import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFollowed } from './read-followed.ts';

describe('a number that is to be followed', () => {
  it.each([
    ['cbhu 380417-5', 'CBHU3804175', 'CONTAINER:CBHU3804175'],
    ['COSU6412780350', 'COSU6412780350', 'MASTER_BILL:COSU6412780350'],
    ['172-26114686', '17226114686', 'AWB:172-26114686'],
    ['26638154', '26638154', 'RAIL_NOTE:26638154'],
    ['JLR26CKG00117', 'JLR26CKG00117', 'HOUSE_BILL:JLR26CKG00117'],
  ])('%s is %s, and may be told of as %s', (text, key, reading) => {
    const read = readFollowed(text);
    expect(read).toMatchObject({ outcome: 'READ', key });
    expect(read.outcome === 'READ' && read.keys).toContain(reading);
  });

  it('that a check digit proves is followed as that alone', () => {
    expect(readFollowed('CBHU3804175')).toMatchObject({ keys: ['CONTAINER:CBHU3804175'] });
  });

  it('with a wrong check digit is told what it may have been, the right digit first', () => {
    const read = readFollowed('CBHU 380417-6');
    expect(read).toMatchObject({ outcome: 'WRONG_CHECK_DIGIT', number: { scheme: 'CONTAINER', value: 'CBHU3804176' } });
    expect(read.outcome === 'WRONG_CHECK_DIGIT' && read.repairs[0]).toEqual({ scheme: 'CONTAINER', value: 'CBHU3804175' });
  }); // prettier-ignore

  it.each([
    ['', 'NO_NUMBER'],
    ['the boxes for Ningbo, please', 'NO_NUMBER'],
    ['X8024@2026-11-20', 'NOT_OF_CARGO'],
    ['浙B12345', 'NOT_OF_CARGO'],
  ])('%s is none: %s', (text, why) => {
    expect(readFollowed(text)).toEqual({ outcome: 'UNKNOWN_KIND', why });
  });

  it('is the same however it is written, and reads whatever anybody sends', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const read = readFollowed(text);
        if (read.outcome === 'UNKNOWN_KIND') return;
        expect(read.key).not.toBe('');
        expect(read.keys.length).toBeGreaterThan(0);
      }),
    );
    const boxes = fc.constantFrom('CBHU3804175', 'CSQU3054383', 'COSU6412780350', '17226114686');
    fc.assert(
      fc.property(boxes, fc.array(fc.constantFrom(' ', '-'), { minLength: 11, maxLength: 14 }), (box, signs) => {
        const written = [...box].map((one, index) => `${one}${index === 3 || index === 9 ? signs[index] : ''}`).join('');
        expect(readFollowed(` ${written.toLowerCase()} `)).toMatchObject({ outcome: 'READ', key: box });
      }),
    );
  }); // prettier-ignore
});
