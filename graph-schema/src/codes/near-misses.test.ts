import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containerCheckDigit, parseContainerNumber } from './iso6346.ts';
import { nearMisses } from './near-misses.ts';

const containers = fc
  .stringMatching(/^[A-Z]{3}[UJZ]\d{6}$/)
  .map((text) => text + String(containerCheckDigit(text)));

describe('nearMisses', () => {
  it('offers swapped neighbours before wrong characters', () => {
    expect(nearMisses('CSQU3054338')[0]).toEqual({
      scheme: 'CONTAINER',
      value: 'CSQU3054383',
      slip: 'NEIGHBOURS_SWAPPED',
      at: 9,
    });
  });

  it.each([
    ['99912345657', 'AWB', '999-12345675'],
    ['9074792', 'VESSEL', '9074729'],
    ['218124712137', 'WAGON', '218124712173'],
    ['52440396', 'WAGON', '52440369'],
    ['10LN5663962BE1E825', 'MRN', '10NL5663962BE1E825'],
    ['106141412345678980', 'SSCC', '106141412345678908'],
  ])('of %s include %s %s', (typed, scheme, value) => {
    expect(nearMisses(typed)).toContainEqual({
      scheme,
      value,
      slip: 'NEIGHBOURS_SWAPPED',
      at: expect.any(Number),
    });
  });

  it('find the container again after one wrong digit, and offer only containers that pass', () => {
    fc.assert(
      fc.property(
        containers,
        fc.integer({ min: 4, max: 10 }),
        fc.integer({ min: 1, max: 9 }),
        (number, at, by) => {
          const typed = number.slice(0, at) + String((Number(number[at]) + by) % 10) + number.slice(at + 1);
          const found = nearMisses(typed).filter(({ scheme }) => scheme === 'CONTAINER');
          expect(found.map(({ value }) => value)).toContain(number);
          for (const { value } of found) expect(parseContainerNumber(value).ok).toBe(true);
          expect(found.map(({ value }) => value)).not.toContain(typed);
        },
      ),
    );
  });

  it('are none for text of another length', () => {
    expect(nearMisses('')).toEqual([]);
    expect(nearMisses('提单'.repeat(5000))).toEqual([]);
    expect(nearMisses('COSU6412345678')).toEqual([]);
  });
});
