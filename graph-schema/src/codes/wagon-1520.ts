import type { Brand } from './brand.ts';
import { luhnCheckDigit } from './check-digits.ts';
import { accepted, badCheckDigit, badIdentifier, compactBounded } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// Broad gauge (1520 mm) railways: eight digits, the last one a Luhn digit over the first seven. [E]

/** `52440369` */
export type Wagon1520Number = Brand<'Wagon1520Number'>;

export function wagon1520CheckDigit(first7: string): number {
  return luhnCheckDigit(first7);
}

export function parseWagon1520(raw: string): Parsed<Wagon1520Number> {
  const value = compactBounded(raw);
  if (!/^\d{8}$/.test(value)) return badIdentifier(value);
  return wagon1520CheckDigit(value.slice(0, 7)) === Number(value.charAt(7))
    ? accepted(value)
    : badCheckDigit(value);
}
