import type { Brand } from './brand.ts';
import { badIdentifier, accepted, compactBounded } from './outcome.ts';
import type { Parsed } from './parsed.ts';

/** Who issues the consignment note: China Railway's 95306 运单, SMGS 国际货协运单, or CIM. */
export type RailNoteKind = 'CHINA_RAILWAY' | 'SMGS' | 'CIM';

/** The shapes are unconfirmed [E]: correct them here. None has a check digit. */
const SHAPES: readonly { readonly kind: RailNoteKind; readonly shape: RegExp }[] = [
  // 95306: letters of the loading station and a serial, or digits alone.
  { kind: 'CHINA_RAILWAY', shape: /^(?:[A-Z]{2,5}\d{6,12}|\d{10,20})$/ },
  { kind: 'SMGS', shape: /^\d{6,8}$/ },
  // Country 2 · station 5–6 · carrier 4 · serial 5–6.
  { kind: 'CIM', shape: /^\d{16,18}$/ },
];

/** `HTFF1234567`, `12345678`, `801234521805123456` */
export type RailNoteNumber = Brand<'RailNoteNumber'>;

export function parseRailNote(raw: string): Parsed<RailNoteNumber> {
  const value = compactBounded(raw);
  return railNoteKinds(value).length > 0 ? accepted(value) : badIdentifier(value);
}

/** Every kind of note that writes its numbers so. */
export function railNoteKinds(value: string): RailNoteKind[] {
  return SHAPES.filter(({ shape }) => shape.test(value)).map(({ kind }) => kind);
}
