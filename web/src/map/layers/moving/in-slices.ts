import type { Moving, MovingObjects } from './moving-objects.ts';

/** What moved, and what is not in the view any more. */
export interface Delta {
  readonly moved: readonly Moving[];
  readonly left: readonly string[];
}

/** The main thread is held so long at most before it may draw and listen again, milliseconds. */
const SLICE_MS = 8;
/** The clock is looked at each so many things. */
const LOOK_EVERY = 128;

/** Deltas are taken over in slices, in the order in which they came, so that no large one holds up the page. */
export class Slices {
  readonly #objects: MovingObjects;
  readonly #after: () => void;
  readonly #steps: (() => boolean)[] = [];
  #isRunning = false;

  /** @param after is called behind each slice that changed something. */
  constructor(objects: MovingObjects, after: () => void) {
    this.#objects = objects;
    this.#after = after;
  }

  take({ moved, left }: Delta): void {
    let [gone, put] = [0, 0];
    this.#steps.push(() => {
      for (const until = performance.now() + SLICE_MS; gone < left.length || put < moved.length;) {
        for (let turn = 0; turn < LOOK_EVERY; turn += 1) {
          const [id, one] = [left[gone], moved[put]];
          if (id !== undefined) {
            this.#objects.drop(id);
            gone += 1;
          } else if (one) {
            this.#objects.put(one);
            put += 1;
          } else break;
        }
        if (performance.now() >= until) break;
      }
      return gone >= left.length && put >= moved.length;
    });
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    for (let step = this.#steps[0]; step; step = this.#steps[0]) {
      if (step()) this.#steps.shift();
      this.#after();
      if (this.#steps.length > 0) await nextTask();
    }
    this.#isRunning = false;
  }
}

/** A task of its own, behind what the browser has to do meanwhile; timers would wait four milliseconds. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const done = () => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', done, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}
