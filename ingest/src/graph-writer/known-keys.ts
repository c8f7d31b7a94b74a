/** A bounded memory of what surely stands in the graph (key nodes and their neighbourhood are never deleted). */
export class KnownKeys {
  readonly #limit: number;
  #young = new Set<string>();
  #old = new Set<string>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  has(key: string): boolean {
    return this.#young.has(key) || this.#old.has(key);
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

/** The same for pairs of keys. By the first key and then the second: a text of both would be made and hashed for each look. */
export class KnownPairs {
  readonly #limit: number;
  #size = 0;
  #young = new Map<string, Set<string>>();
  #old = new Map<string, Set<string>>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  has(a: string, b: string): boolean {
    return (this.#young.get(a)?.has(b) ?? false) || (this.#old.get(a)?.has(b) ?? false);
  }

  /** Answers whether it was not known. */
  add(a: string, b: string): boolean {
    if (this.has(a, b)) return false;
    if (this.#size >= this.#limit) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#size = 0;
    }
    const others = this.#young.get(a);
    if (others) others.add(b);
    else this.#young.set(a, new Set([b]));
    this.#size += 1;
    return true;
  }
}
