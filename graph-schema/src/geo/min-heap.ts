/** A binary heap of node numbers by priority, smallest first. Equal priorities leave in any order. */
export class MinHeap {
  readonly #nodes: number[] = [];
  readonly #priorities: number[] = [];

  get size(): number {
    return this.#nodes.length;
  }

  push(node: number, priority: number): void {
    let at = this.#nodes.length;
    this.#nodes.push(node);
    this.#priorities.push(priority);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#priority(parent) <= priority) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#nodes[at] = node;
    this.#priorities[at] = priority;
  }

  /** Takes out the node with the smallest priority; null when the heap is empty. */
  pop(): number | null {
    const top = this.#nodes[0];
    const node = this.#nodes.pop();
    const priority = this.#priorities.pop();
    if (top === undefined || node === undefined || priority === undefined) return null;
    if (this.#nodes.length > 0) this.#sink(node, priority);
    return top;
  }

  #sink(node: number, priority: number): void {
    const { length } = this.#nodes;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= length) break;
      if (child + 1 < length && this.#priority(child + 1) < this.#priority(child)) child += 1;
      if (this.#priority(child) >= priority) break;
      this.#move(child, at);
      at = child;
    }
    this.#nodes[at] = node;
    this.#priorities[at] = priority;
  }

  #priority(at: number): number {
    return this.#priorities[at] ?? Number.POSITIVE_INFINITY;
  }

  #move(from: number, to: number): void {
    this.#nodes[to] = this.#nodes[from] ?? 0;
    this.#priorities[to] = this.#priority(from);
  }
}
