import { AsOfError } from '../../errors.ts';

/**
 * Answers what many ask: all in one question, or by halves where that hangs together with too much to be looked back at. So only what
 * is too large by itself is refused, in its place among the answers, and the others are not. Any other error is thrown.
 */
export async function byHalves<Item, Answer>(
  items: readonly Item[],
  ask: (some: readonly Item[]) => Promise<readonly Answer[]>,
): Promise<(Answer | AsOfError)[]> {
  if (items.length === 0) return [];
  try {
    return [...(await ask(items))];
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    if (items.length === 1) return [error];
    const half = Math.ceil(items.length / 2);
    const first = await byHalves(items.slice(0, half), ask);
    return [...first, ...(await byHalves(items.slice(half), ask))];
  }
}

export function isTooLarge(error: unknown): error is AsOfError {
  return error instanceof AsOfError && error.code === 'AS_OF_TOO_LARGE';
}
