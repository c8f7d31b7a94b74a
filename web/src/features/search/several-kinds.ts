import { classifyNumber, type Identifier } from 'graph-schema/identifiers';
import { likelyKinds, mistypedReading } from './likely-kinds.ts';

/** What many numbers are read as, in figures. */
export interface SeveralKinds {
  /** How many are read as each kind, the most frequent first. */
  readonly kinds: readonly (readonly [kind: Identifier['scheme'], count: number])[];
  /** How many have the shape of no number that is known. */
  readonly shapeless: number;
  /** How many have something other than separators changed to be read. */
  readonly repaired: number;
  /** Those whose check digit does not fit, as they were written. */
  readonly mistyped: readonly string[];
}

export function severalKinds(numbers: readonly string[]): SeveralKinds {
  const counts = new Map<Identifier['scheme'], number>();
  const mistyped: string[] = [];
  let repaired = 0;
  let shapeless = 0;
  for (const number of numbers) {
    const candidates = classifyNumber(number);
    const wrong = mistypedReading(candidates);
    const best = wrong ?? likelyKinds(candidates)[0];
    if (!best) {
      shapeless += 1;
      continue;
    }
    counts.set(best.scheme, (counts.get(best.scheme) ?? 0) + 1);
    if (best.repairs.some((repair) => repair !== 'SEPARATORS_REMOVED')) repaired += 1;
    if (wrong) mistyped.push(number);
  }
  return { kinds: [...counts].sort((a, b) => b[1] - a[1]), shapeless, repaired, mistyped };
}
