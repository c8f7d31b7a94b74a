import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MinHeap } from './min-heap.ts';

describe('MinHeap', () => {
  it('gives everything back, smallest priority first, also when filled and emptied by turns', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer(), { nil: null })), (steps) => {
        const heap = new MinHeap();
        const model: number[] = [];
        const popped: (number | null)[] = [];
        const expected: (number | null)[] = [];
        for (const step of steps) {
          if (step === null) {
            popped.push(heap.pop());
            expected.push(model.sort((a, b) => a - b).shift() ?? null);
          } else {
            heap.push(step, step);
            model.push(step);
          }
        }
        expect(popped).toEqual(expected);
        expect(heap.size).toBe(model.length);
      }),
    );
  });
});
