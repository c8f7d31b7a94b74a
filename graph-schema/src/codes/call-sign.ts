import type { Brand } from './brand.ts';
import { compactBounded, shaped } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// ITU Radio Regulations article 19: national prefix (letter and letter, letter and digit, or digit and letter, or a
// single letter), then letters and digits; ships have 4 to 7 characters in practice, 3 are accepted.

/** `BPAB`, `VRAB2`, `9V1234` */
export type CallSign = Brand<'CallSign'>;

export function parseCallSign(raw: string): Parsed<CallSign> {
  return shaped(compactBounded(raw), /^(?:[A-Z][A-Z0-9]|[2-9][A-Z])[A-Z0-9]{1,5}$/);
}
