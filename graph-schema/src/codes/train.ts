import type { Brand } from './brand.ts';
import { compactBounded, shaped } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// 车次: China a letter or none and up to 5 digits, 中欧班列 `X8001` [E]; Europe 1 to 6 digits. Only with date and operator does it name
// one run.

/** `X8001` */
export type TrainNumber = Brand<'TrainNumber'>;

export function parseTrainNumber(raw: string): Parsed<TrainNumber> {
  return shaped(compactBounded(raw).replace(/次$/, ''), /^(?:[GDCZTKXY]\d{1,5}|\d{1,6})$/);
}
