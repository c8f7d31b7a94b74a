import type { Brand } from './brand.ts';
import { badIdentifier, accepted, compactBounded } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// China Railway 货车车号: seven digits, often with the wagon type in front (`C70 1234567`, `X6K 5212345`). [E]

/** `1234567`, without the type. */
export type ChinaWagonNumber = Brand<'ChinaWagonNumber'>;

/** Type: basic letters (C gondola, P box, N flat, X container flat, G tank …), then model digits and letters. */
const WITH_TYPE = /^(?:[BCDGJKLNPSTUWX][A-Z]{0,2}(?:\d{1,2}[A-Z]{0,3})?)?(\d{7})$/;

export function parseChinaWagon(raw: string): Parsed<ChinaWagonNumber> {
  const value = compactBounded(raw);
  const serial = WITH_TYPE.exec(value)?.[1];
  return serial === undefined ? badIdentifier(value) : accepted(serial);
}
