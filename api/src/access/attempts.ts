/** Counts what may be tried so often a minute, by whom or on what; in this process alone. */
export class Attempts {
  readonly #max: number;
  readonly #wall: () => number;
  #counts = new Map<string, number>();
  #minute = 0;

  constructor(max: number, wall: () => number) {
    this.#max = max;
    this.#wall = wall;
  }

  /** False: too often. */
  take(key: string): boolean {
    const minute = Math.floor(this.#wall() / 60_000);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#counts = new Map();
    }
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count <= this.#max;
  }
}
