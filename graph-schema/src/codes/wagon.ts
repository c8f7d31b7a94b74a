import { parseAarCar, type AarCarNumber } from './aar-car.ts';
import { badIdentifier, compactBounded } from './outcome.ts';
import type { Parsed } from './parsed.ts';
import { parseUicWagon, type UicWagonNumber } from './uic-wagon.ts';
import { parseWagon1520, type Wagon1520Number } from './wagon-1520.ts';
import { parseChinaWagon, type ChinaWagonNumber } from './wagon-cn.ts';

export type WagonNumber = UicWagonNumber | Wagon1520Number | ChinaWagonNumber | AarCarNumber;

/** A wagon of any railway; the system follows from the length (UIC 12 digits, 1520 mm 8, China 7, else AAR). */
export function parseWagon(raw: string): Parsed<WagonNumber> {
  const value = compactBounded(raw);
  if (/^\d+$/.test(value)) {
    if (value.length === 12) return parseUicWagon(value);
    if (value.length === 8) return parseWagon1520(value);
    return value.length === 7 ? parseChinaWagon(value) : badIdentifier(value);
  }
  const chinese = parseChinaWagon(value);
  return chinese.ok ? chinese : parseAarCar(value);
}
