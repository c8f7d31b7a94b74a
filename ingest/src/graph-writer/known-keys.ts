/** A bounded memory of what surely stands in the graph (key nodes and their neighbourhood are never deleted). */
export class KnownKeys {
  readonly #limit: number;
  #young = new Set<string>();
  #old = new Set<string>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** What is asked for stays. */
  has(key: string): boolean {
    if (this.#young.has(key)) return true;
    const isOld = this.#old.has(key);
    if (isOld) this.add(key);
    return isOld;
  }

  /** Two generations: when the young one is full it becomes the old, and the old is forgotten. */
  add(key: string): void {
    if (this.#young.size >= this.#limit) {
      this.#old = this.#young;
      this.#young = new Set();
    }
    this.#young.add(key);
  }
}
