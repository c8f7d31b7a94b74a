/** The parts of a candidate that decide whether it is worth showing. */
interface Candidate {
  readonly scheme: string;
  readonly confidence: number;
  readonly checkDigit: 'PASS' | 'FAIL' | 'NONE';
}

const most = 3;
const worthShowing = 0.25;
/** Of the best reading's confidence: what is less than this beside it is far-fetched. */
const nearBest = 0.6;

/**
 * At most three readings, best first, one of each kind; the far-fetched only where nothing better is at hand. A reading
 * whose check digit fails is shown all the same: it is what a mistyped number most needs to hear.
 */
export function likelyKinds<T extends Candidate>(candidates: readonly T[]): T[] {
  const ranked = candidates.toSorted((a, b) => b.confidence - a.confidence);
  const [best] = ranked;
  if (!best) return [];
  const bar = Math.max(worthShowing, best.confidence * nearBest);
  const mistyped = best.checkDigit === 'PASS' ? undefined : ranked.find((one) => one.checkDigit === 'FAIL');
  const kinds = new Set<string>();
  return ranked
    .filter((one) => one === best || one === mistyped || one.confidence >= bar)
    .filter(({ scheme }) => !kinds.has(scheme) && kinds.add(scheme))
    .slice(0, most);
}

/**
 * What a number was most likely meant to be, where its check digit says that it is mistyped; null: it does not say so, or the number
 * is far more likely one that has no check digit.
 */
export function mistypedReading<T extends Candidate>(candidates: readonly T[]): T | null {
  const readings = likelyKinds(candidates);
  const bar = (readings[0]?.confidence ?? 0) * nearBest;
  return readings.find(({ checkDigit, confidence }) => checkDigit === 'FAIL' && confidence >= bar) ?? null;
}
