/**
 * The same question of the same thing is answered once, as long as the thing lives: a journey that several look at, who see the
 * same of it, or several fields of one answer. What failed is asked again.
 */
export function oncePer<K extends object, R extends readonly unknown[], V>(
  find: (of: K, ...rest: R) => Promise<V>,
): (of: K, ...rest: R) => Promise<V> {
  const found = new WeakMap<K, Promise<V>>();
  return (of, ...rest) => {
    const before = found.get(of);
    if (before) return before;
    const asked = find(of, ...rest);
    found.set(of, asked);
    asked.catch(() => found.delete(of));
    return asked;
  };
}
