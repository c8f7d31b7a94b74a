import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeSizeType, displaySizeType, normaliseSizeType } from './size-type.ts';

describe('normaliseSizeType', () => {
  it.each([
    ['22g1', '22G1'], ['45R1', '45R1'], ['L5G1', 'L5G1'], ['22T6', '22T6'], ['42U6', '42U6'], ['22GP', '22GP'],
    ['20GP', '22G1'], ['20DC', '22G1'], ["20' GP", '22G1'], ['40GP', '42G1'], ['40HC', '45G1'], ['40’HQ', '45G1'],
    ['40-HQ', '45G1'], ['45HC', 'L5G1'], ['45HQ', 'L5G1'], ['20RF', '22R1'], ['40RH', '45R1'], ['40RF', '42R1'],
    ['20OT', '22U1'], ['20TK', '22T1'], ['40FR', '42P1'], ['４０ＨＱ', '45G1'],
    ['2200', '22G1'], ['2210', '22G1'], ['4310', '42G1'], ['4510', '45G1'], ['4500', '45G1'], ['9510', 'L5G1'],
    ['2270', '22T1'], ['4351', '42U1'], ['4361', '42P1'], ['4363', '42P3'], ['4332', '42R1'], ['2280', '22B0'],
  ])('reads %s as %s', (raw, code) => expect(normaliseSizeType(raw)).toBe(code)); // prettier-ignore

  it.each(['', 'GP', '20', '20XX', '99G1Z', '5200', 'CSQU3054383', '柜'])('knows no code %j', (raw) =>
    expect(normaliseSizeType(raw)).toBeNull(),
  );

  it('leaves what it has normalised as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789GPHCQRFTKUL'), maxLength: 5 }), (raw) => {
        const code = normaliseSizeType(raw);
        if (code !== null) expect(normaliseSizeType(code)).toBe(code);
      }),
      { numRuns: 500 },
    );
  });
});

describe('describeSizeType', () => {
  it.each([
    ['22G1', 20, false, 'GENERAL', '20′ GP'],
    ['45G1', 40, true, 'GENERAL', '40′ HC'],
    ['L5G1', 45, true, 'GENERAL', '45′ HC'],
    ['45R1', 40, true, 'REEFER', '40′ RF HC'],
    ['22T6', 20, false, 'TANK', '20′ TK'],
    ['42P3', 40, false, 'PLATFORM', '40′ FR'],
    ['22U1', 20, false, 'OPEN_TOP', '20′ OT'],
  ] as const)('%s is %i feet, high cube %s, %s', (code, lengthFeet, highCube, kind, name) => {
    expect(describeSizeType(code)).toEqual({ lengthFeet, highCube, kind });
    expect(displaySizeType(code)).toBe(name);
  });

  it('says nothing of what it does not know', () => {
    expect(describeSizeType('????')).toEqual({ lengthFeet: null, highCube: null, kind: 'OTHER' });
    expect(displaySizeType('????')).toBe('????');
  });
});
