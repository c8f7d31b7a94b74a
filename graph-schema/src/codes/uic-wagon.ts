import type { Brand } from './brand.ts';
import { luhnCheckDigit } from './check-digits.ts';
import { accepted, badCheckDigit, badIdentifier, compactBounded } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// UIC leaflet 438-2 and EU OPE TSI appendix 6: interoperability 2 digits · country of registration 2 · type 4 ·
// serial 3 · check digit (Luhn). Painted `21 81 2471 217-3`.

/** `218124712173` */
export type UicWagonNumber = Brand<'UicWagonNumber'>;

/** Numeric country codes of UIC leaflet 920-14 that wagons carry. */
const UIC_COUNTRIES: ReadonlySet<string> = new Set(
  (
    '10 20 21 22 23 24 25 26 27 28 29 30 31 32 33 40 41 42 43 44 49 50 51 52 53 54 55 56 57 58 59 60 61 62 65 66 67 ' +
    '68 70 71 72 73 74 75 76 78 79 80 81 82 83 84 85 86 87 88 89 90 91 92 93 94 95 96 97 98 99'
  ).split(' '),
);

export function uicWagonCheckDigit(first11: string): number {
  return luhnCheckDigit(first11);
}

export function parseUicWagon(raw: string): Parsed<UicWagonNumber> {
  const value = compactBounded(raw);
  if (!/^\d{12}$/.test(value)) return badIdentifier(value);
  return uicWagonCheckDigit(value.slice(0, 11)) === Number(value.charAt(11))
    ? accepted(value)
    : badCheckDigit(value);
}

/** Whether digits 3 and 4 are a country that registers wagons. */
export function hasUicCountry(wagon: string): boolean {
  return UIC_COUNTRIES.has(wagon.slice(2, 4));
}
