/** Union–find over strings: which numbers stand for one thing. The root of a set is its smallest member. */
export class DisjointSets {
  readonly #parent = new Map<string, string>();

  find(item: string): string {
    let root = item;
    for (
      let next = this.#parent.get(root);
      next !== undefined && next !== root;
      next = this.#parent.get(root)
    )
      root = next;
    for (let at = item; at !== root;) {
      const next = this.#parent.get(at) ?? root;
      this.#parent.set(at, root);
      at = next;
    }
    return root;
  }

  union(a: string, b: string): void {
    const rootA = this.find(a);
    const rootB = this.find(b);
    if (rootA === rootB) return;
    const [smaller, larger] = rootA < rootB ? [rootA, rootB] : [rootB, rootA];
    this.#parent.set(larger, smaller);
  }

  unionAll(items: readonly string[]): void {
    const [first, ...rest] = items;
    if (first !== undefined) for (const item of rest) this.union(first, item);
  }
}
