import type { Brand } from './brand.ts';
import { compactBounded, shaped } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// ISO 17712 leaves numbering to the maker: letters and digits, 15 at most in messages.

/** `NB0012345` */
export type SealNumber = Brand<'SealNumber'>;

export function parseSeal(raw: string): Parsed<SealNumber> {
  return shaped(compactBounded(raw), /^(?=.*\d)[A-Z0-9]{3,15}$/);
}
