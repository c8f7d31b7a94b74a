import { mulberry32 } from '../../graph-schema/src/testing/mulberry32.ts';

/** Draws from one seed: the same world for the same seed, on every machine. */
export class Random {
  /** 0 up to 1. */
  readonly next: () => number;

  constructor(seed: number) {
    this.next = mulberry32(Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  whole(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  one<T>(items: readonly [T, ...T[]]): T {
    return items[this.whole(0, items.length - 1)] ?? items[0];
  }
}
