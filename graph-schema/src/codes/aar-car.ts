import type { Brand } from './brand.ts';
import { compactBounded, shaped } from './outcome.ts';
import type { Parsed } from './parsed.ts';

// AAR (North America): reporting mark 2 to 4 letters, number up to 6 digits without leading zeros. Four letters ending
// in U or Z mark containers and trailers, not cars.

/** `TTAX555018` */
export type AarCarNumber = Brand<'AarCarNumber'>;

export function parseAarCar(raw: string): Parsed<AarCarNumber> {
  const value = compactBounded(raw).replace(/^([A-Z]{2,4})0+(?=\d)/, '$1');
  return shaped(value, /^(?![A-Z]{3}[UZ]\d)[A-Z]{2,4}\d{1,6}$/);
}
