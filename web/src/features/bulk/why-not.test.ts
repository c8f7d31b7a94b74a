import { classifyNumber } from 'graph-schema/identifiers';
import { expect, it } from 'vitest';
import { whyNot } from './why-not.ts';

const of = (number: string, seesAll = false) =>
  whyNot(
    { candidates: classifyNumber(number).map((one) => ({ ...one, repairs: [...one.repairs] })) },
    seesAll,
  );

it('tells a slip of the hand and a text of no shape from a number that leads nowhere', () => {
  expect(of('CSQU3054384')).toBe('CHECK_DIGIT');
  expect(of('hello')).toBe('NO_SHAPE');
  expect(of('CSQU3054383')).toBe('NOTHING');
  expect(of('COSU6412345678')).toBe('NOTHING');
  expect(of('COSU6412345678', true)).toBe('UNREPORTED');
});
