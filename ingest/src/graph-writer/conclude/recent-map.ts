/** A bounded memory in two generations: what was asked for lately is kept, the older generation goes as a whole. */
export class RecentMap<V> {
  readonly #limit: number;
  #young = new Map<string, V>();
  #old = new Map<string, V>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string): V | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) {
      this.#old.delete(key);
      this.#young.set(key, old);
    }
    return old;
  }

  set(key: string, value: V): void {
    this.#old.delete(key);
    this.#young.set(key, value);
  }

  delete(key: string): void {
    this.#young.delete(key);
    this.#old.delete(key);
  }

  clear(): void {
    this.#young = new Map();
    this.#old = new Map();
  }

  /** Begins a new generation when the young one is full; answers whether anything was forgotten. */
  age(): boolean {
    if (this.#young.size <= this.#limit) return false;
    const forgot = this.#old.size > 0;
    this.#old = this.#young;
    this.#young = new Map();
    return forgot;
  }
}
