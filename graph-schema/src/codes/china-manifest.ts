import type { Brand } from './brand.ts';
import { normaliseBounded, shaped } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// 舱单 message number (MessageID of the GACC 2010 No. 70 family): sender 13 characters · `_` · time of sending 17 digits. Older
// clients put any text of their own there.

/** `3104123456789_20261121093000123`, with its underscore. */
export type ManifestNumber = Brand<'ManifestNumber'>;

export function parseManifestNumber(raw: string): Parsed<ManifestNumber> {
  return shaped(normaliseBounded(raw).replace(/\s/g, ''), /^(?=.*\d)[A-Z0-9][A-Z0-9_-]{5,63}$/);
}

/** Whether the number has the shape that current clients give it. */
export function isStandardManifestNumber(value: string): boolean {
  return /^[A-Z0-9]{13}_\d{17}$/.test(value);
}
