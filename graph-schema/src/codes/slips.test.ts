import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { oneSlipAway } from './slips.ts';

const numbers = fc.stringMatching(/^[A-Z]{0,4}[0-9]{4,12}$/);

it('undoes any swap of neighbours and any wrong character of the same kind', () => {
  fc.assert(
    fc.property(numbers, fc.nat(), (number, seed) => {
      const at = seed % (number.length - 1);
      const swapped = number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2);
      const meant = swapped === number ? [] : [number];
      expect(oneSlipAway(swapped).map(({ value }) => value)).toEqual(expect.arrayContaining(meant));
      const digit = number.length - 1 - (seed % 4);
      const wrong = number.slice(0, digit) + String((Number(number.charAt(digit)) + 1) % 10) + number.slice(digit + 1);
      expect(oneSlipAway(wrong).map(({ value }) => value)).toContain(number);
    }),
  );
}); // prettier-ignore

it('is never the text itself, says where, and stays few', () => {
  fc.assert(
    fc.property(numbers, (number) => {
      const slips = oneSlipAway(number);
      expect(slips.map(({ value }) => value)).not.toContain(number);
      expect(slips.length).toBeLessThan(number.length * 26);
      for (const { value, at } of slips) expect(value.slice(0, at)).toBe(number.slice(0, at));
    }),
  );
});
