import type { Brand } from './brand.ts';
import { normaliseBounded, shaped } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// Unique consignment reference, WCO: year digit · country · up to 32 more, 35 in all (also ISO 15459-8).
// UK declaration UCR: year digit · EORI (country and 12 characters) · `-` · up to 19.
// UK master UCR: `GB/…`, `A:` with an air waybill [E], `C:`. Dashes, slashes and colons are part of all three.

/** `6GB123456789000-SHIP0001` */
export type DeclarationUcr = Brand<'DeclarationUcr'>;
/** `GB/ABCD-12345` */
export type MasterUcr = Brand<'MasterUcr'>;
/** `6CN91110000600037341LORDER1` */
export type UniqueConsignmentReference = Brand<'UniqueConsignmentReference'>;

function withoutBlanks(raw: string): string {
  return normaliseBounded(raw)
    .replace(/[‐-―−]/g, '-')
    .replace(/\s/g, '');
}

export function parseDucr(raw: string): Parsed<DeclarationUcr> {
  return shaped(withoutBlanks(raw), /^\d[A-Z]{2}[A-Z0-9]{12}-[0-9A-Z()-]{1,19}$/);
}

export function parseMucr(raw: string): Parsed<MasterUcr> {
  return shaped(withoutBlanks(raw), /^(?:GB\/|A:|C:)[A-Z0-9/-]{1,33}$/);
}

export function parseUcr(raw: string): Parsed<UniqueConsignmentReference> {
  return shaped(withoutBlanks(raw), /^\d[A-Z]{2}[\x21-\x7E]{1,32}$/);
}
