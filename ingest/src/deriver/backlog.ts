/** Shipments of one lane that are to be derived, each once, and up to where the lane is done. Pure: the time is passed in. */
export class Backlog {
  readonly #waiting = new Map<string, { readonly seq: number | null; readonly dueAt: number }>();
  #read: number;

  constructor(from: number) {
    this.#read = from;
  }

  /** The last batch that was read. */
  get read(): number {
    return this.#read;
  }

  get size(): number {
    return this.#waiting.size;
  }

  /** A batch of the feed touched these. One that waits keeps its turn, so that a chatty one is not put off for ever. */
  touch(seq: number, shipments: Iterable<string>, dueAt: number): void {
    this.#read = Math.max(this.#read, seq);
    for (const id of shipments) {
      const before = this.#waiting.get(id);
      this.#waiting.set(id, { seq: before?.seq ?? seq, dueAt: Math.min(before?.dueAt ?? dueAt, dueAt) });
    }
  }

  /** The time of these has come: it stands in the graph, so nothing is lost if this is forgotten. */
  pass(shipments: Iterable<string>, now: number): void {
    for (const id of shipments) if (!this.#waiting.has(id)) this.#waiting.set(id, { seq: null, dueAt: now });
  }

  /** Those whose turn it is, in the order in which they came. They count as waiting until they are `done`. */
  due(now: number, limit: number): string[] {
    const due: string[] = [];
    for (const [id, { dueAt }] of this.#waiting) {
      if (dueAt > now) continue;
      due.push(id);
      if (due.length === limit) break;
    }
    return due;
  }

  /** When the next one is due; null: none waits. */
  nextDue(): number | null {
    let next: number | null = null;
    for (const { dueAt } of this.#waiting.values()) next = next === null ? dueAt : Math.min(next, dueAt);
    return next;
  }

  /** Up to where everything will have been derived once these are. */
  doneUpTo(derived: ReadonlySet<string>): number {
    let seq = this.#read;
    for (const [id, waiting] of this.#waiting)
      if (waiting.seq !== null && !derived.has(id)) seq = Math.min(seq, waiting.seq - 1);
    return seq;
  }

  done(derived: Iterable<string>): void {
    for (const id of derived) this.#waiting.delete(id);
  }
}
