/**
 * Waybills have no field for dangerous goods: their UN number stands in the description, `UN3480 LITHIUM ION BATTERIES`. Null where
 * none does; with several nobody knows which pieces are meant, and the text says them all.
 */
export function unNumberIn(description: string | null): string | null {
  const numbers = new Set(
    [...(description ?? '').matchAll(/\b(?:UN|ID)[ -]?(\d{4})\b/g)].map(([, number]) => number),
  );
  const [only] = numbers;
  return numbers.size === 1 && only !== undefined ? only : null;
}
