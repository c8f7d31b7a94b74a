/**
 * Reads that many ask for at the same time are made once for all of them. Whoever asks is given a read that begins after he
 * asked, never one that is under way: that may have passed by what made him ask. Of a key one read is under way at most, and
 * one waits for it. One that fails fails for all who wait for it, and the next is made anew.
 */
export class SharedReads<T> {
  readonly #underWay = new Map<string, Promise<T>>();
  readonly #next = new Map<string, Promise<T>>();

  read(key: string, read: () => Promise<T>): Promise<T> {
    const next = this.#next.get(key);
    if (next) return next;
    const begun = this.#turn(key).then(() => {
      this.#next.delete(key);
      const reading = read();
      this.#underWay.set(key, reading);
      const end = () => void (this.#underWay.get(key) === reading && this.#underWay.delete(key));
      reading.then(end, end);
      return reading;
    });
    this.#next.set(key, begun);
    return begun;
  }

  /** After the read that is under way; else after all that was called in this turn has asked. */
  #turn(key: string): Promise<unknown> {
    const before = this.#underWay.get(key);
    return before ? before.catch(() => null) : new Promise((resolve) => setImmediate(resolve));
  }
}
