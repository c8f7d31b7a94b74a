/** The parts of a candidate that decide whether it is worth showing. */
interface Candidate {
  readonly scheme: string;
  readonly confidence: number;
  readonly checkDigit: 'PASS' | 'FAIL' | 'NONE';
}

const most = 3;
const worthShowing = 0.25;

/**
 * At most three readings, best first, one of each kind; the far-fetched only where nothing better is at hand. A reading
 * whose check digit fails is shown all the same: it is what a mistyped number most needs to hear.
 */
export function likelyKinds<T extends Candidate>(candidates: readonly T[]): T[] {
  const ranked = candidates.toSorted((a, b) => b.confidence - a.confidence);
  const [best] = ranked;
  if (!best) return [];
  const bar = Math.max(worthShowing, best.confidence * 0.6);
  const mistyped = best.checkDigit === 'PASS' ? undefined : ranked.find((one) => one.checkDigit === 'FAIL');
  const kinds = new Set<string>();
  return ranked
    .filter((one) => one === best || one === mistyped || one.confidence >= bar)
    .filter(({ scheme }) => !kinds.has(scheme) && kinds.add(scheme))
    .slice(0, most);
}
