/** How many of each, as intake says; null: it does not say. */
interface Depth {
  readonly isReady: boolean;
  readonly waiting: number | null;
  readonly active: number | null;
  readonly delayed: number | null;
}

interface IntakeWords {
  readonly state: 'isAsked' | 'isReady' | 'isNotReady';
  readonly counts: readonly (readonly [name: 'waiting' | 'active' | 'delayed', count: number])[];
}

/** What is said of intake: that nothing waits is worth a word, that nothing is read just then or failed is not. Null: it was not told yet. */
export function intakeWords(depth: Depth | null): IntakeWords {
  if (depth === null) return { state: 'isAsked', counts: [] };
  const counts = (['waiting', 'active', 'delayed'] as const).flatMap((name) => {
    const count = depth[name];
    return count === null || (count === 0 && name !== 'waiting') ? [] : [[name, count] as const];
  });
  return { state: depth.isReady ? 'isReady' : 'isNotReady', counts };
}
