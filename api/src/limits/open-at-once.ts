/** Counts what somebody holds open at a time, in this process alone, which it is there to protect. */
export class OpenAtOnce {
  readonly limit: number;
  readonly #open = new Map<string, number>();

  constructor(limit: number) {
    this.limit = limit;
  }

  /** What gives the place back, to be called once; null: none is left. */
  take(name: string): (() => void) | null {
    const open = this.#open.get(name) ?? 0;
    if (open >= this.limit) return null;
    this.#open.set(name, open + 1);
    return () => {
      const left = (this.#open.get(name) ?? 1) - 1;
      if (left > 0) this.#open.set(name, left);
      else this.#open.delete(name);
    };
  }
}
