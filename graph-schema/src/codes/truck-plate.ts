import type { Brand } from './brand.ts';
import { compactBounded, shaped } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// GA 36 号牌: province 汉字 · office letter · 5 characters (6 for new energy), of which the last may be 挂 (trailer), 学, 警, 港, 澳, 超.
// Abroad any letters and digits.

/** `浙B12345`, without blanks and the middle dot. */
export type TruckPlate = Brand<'TruckPlate'>;

/** The provinces' short names, one character each. */
export const PLATE_PROVINCES = '京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新';
const CHINESE = new RegExp(`^[${PLATE_PROVINCES}][A-Z][A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳超]$`, 'u');
const FOREIGN = /^(?=.*\d)[A-Z0-9]{3,10}$/;

export function parseTruckPlate(raw: string): Parsed<TruckPlate> {
  const value = compactBounded(raw).replace(/[•・]/g, '');
  return isChinesePlate(value) ? shaped(value, CHINESE) : shaped(value, FOREIGN);
}

export function isChinesePlate(value: string): boolean {
  return CHINESE.test(value);
}
