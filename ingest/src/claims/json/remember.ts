/** What was looked up for a key before, made at its first use: a feed repeats few values thousands of times. */
export function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
