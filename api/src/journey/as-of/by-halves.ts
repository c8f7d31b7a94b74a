import { AsOfError } from '../../errors.ts';

/**
 * Answers what many ask: all in one question, or by halves where that hangs together with too much to be looked back at. So only what
 * is too large by itself is refused, in its place among the answers, and the others are not. Any other error is thrown.
 *
 * @param budget how many questions more may prove too large, which each read as much as may be read: behind them what hangs together
 * with too much is refused without being taken apart.
 */
export async function byHalves<Item, Answer>(
  items: readonly Item[],
  ask: (some: readonly Item[]) => Promise<readonly Answer[]>,
  budget: { left: number },
): Promise<(Answer | AsOfError)[]> {
  if (items.length === 0) return [];
  try {
    return [...(await ask(items))];
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    budget.left -= 1;
    if (items.length === 1 || budget.left <= 0) return items.map(() => error);
    const half = Math.ceil(items.length / 2);
    const first = await byHalves(items.slice(0, half), ask, budget);
    return [...first, ...(await byHalves(items.slice(half), ask, budget))];
  }
}

/** What one request may find too large: a few cargoes among many, each found by five or six halvings. */
export function requestBudget(): { left: number } {
  return { left: 40 };
}

export function isTooLarge(error: unknown): error is AsOfError {
  return error instanceof AsOfError && error.code === 'AS_OF_TOO_LARGE';
}
