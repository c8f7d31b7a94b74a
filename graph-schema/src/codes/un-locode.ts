import type { Brand } from './brand.ts';
import { compactBounded, shaped } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// UN/ECE Recommendation 16: country 2 letters · place 3 letters or digits 2 to 9. Printed `CN NBO`.

/** `CNNBO`. A shape only: whether the place exists is for the gazetteer. */
export type UnLocode = Brand<'UnLocode'>;

export function parseUnLocode(raw: string): Parsed<UnLocode> {
  return shaped(compactBounded(raw), /^[A-Z]{2}[A-Z2-9]{3}$/);
}
