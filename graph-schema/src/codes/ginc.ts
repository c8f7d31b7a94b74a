import type { Brand } from './brand.ts';
import { normaliseBounded, shaped } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// GS1 application identifier 401, global identification number for consignment: company prefix and the forwarder's own
// number, 4 to 30 characters of the GS1 set, no check digit.

/** `4012345ABC-123`, without its application identifier. */
export type ConsignmentNumber = Brand<'ConsignmentNumber'>;

export function parseGinc(raw: string): Parsed<ConsignmentNumber> {
  return shaped(normaliseBounded(raw).replace(/^\(401\)/, '').replace(/\s/g, ''), /^[\x21-\x7E]{4,30}$/); // prettier-ignore
}
