/** What moves, in the order of the colours that it is drawn in. */
export const MOVING_KINDS = ['VESSEL', 'TRAIN', 'TRUCK', 'AIRCRAFT', 'CONTAINER'] as const;
export type MovingKind = (typeof MOVING_KINDS)[number];

/** Something that reports where it is. */
export interface Moving {
  readonly id: string;
  readonly kind: MovingKind;
  /** Its name; null: nobody said. */
  readonly name: string | null;
  /** IMO number of a ship; null: unknown. */
  readonly vesselImo: string | null;
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
  readonly speedKnots: number | null;
  /** Degrees true; null: not said. */
  readonly courseDegrees: number | null;
  /** When it was there, UTC. */
  readonly at: string;
  /** How many it stands for from afar, itself included; left out: itself alone. */
  readonly crowd?: number;
}

/** Numbers of one thing in the array: Web Mercator 0 to 1 east and south, course in radians (-1: none), kind, seconds since `epoch`. */
export const NUMBERS = 5;
const GROWTH = 1.5;

/**
 * Things that move, as numbers in one array that goes to the graphics card as it is. What changed lies in one range, so that a
 * delta uploads little; what leaves is overwritten by the last, so that there are no gaps.
 */
export class MovingObjects {
  /** Epoch milliseconds that ages are counted from: single precision holds no whole instant. */
  readonly epoch: number;
  #numbers = new Float32Array(NUMBERS * 1024);
  readonly #things: Moving[] = [];
  readonly #indexOf = new Map<string, number>();
  #dirty: [from: number, until: number] | null = null;

  constructor(epoch: number) {
    this.epoch = epoch;
  }

  get size(): number {
    return this.#things.length;
  }

  get numbers(): Float32Array<ArrayBuffer> {
    return this.#numbers;
  }

  get things(): readonly Moving[] {
    return this.#things;
  }

  find(id: string): Moving | null {
    return this.#things[this.#indexOf.get(id) ?? -1] ?? null;
  }

  put(one: Moving): void {
    let index = this.#indexOf.get(one.id);
    if (index === undefined) {
      index = this.#things.length;
      this.#indexOf.set(one.id, index);
      this.#grow((index + 1) * NUMBERS);
    }
    this.#things[index] = one;
    const at = index * NUMBERS;
    this.#numbers[at] = eastOf(one.longitude);
    this.#numbers[at + 1] = southOf(one.latitude);
    this.#numbers[at + 2] = one.courseDegrees === null ? -1 : (one.courseDegrees * Math.PI) / 180;
    this.#numbers[at + 3] = MOVING_KINDS.indexOf(one.kind);
    this.#numbers[at + 4] = (Date.parse(one.at) - this.epoch) / 1000;
    this.#touch(index);
  }

  drop(id: string): void {
    const index = this.#indexOf.get(id);
    if (index === undefined) return;
    const last = this.#things.length - 1;
    const mover = this.#things[last];
    this.#indexOf.delete(id);
    this.#things.pop();
    if (!mover || index === last) return;
    this.#things[index] = mover;
    this.#indexOf.set(mover.id, index);
    this.#numbers.copyWithin(index * NUMBERS, last * NUMBERS, (last + 1) * NUMBERS);
    this.#touch(index);
  }

  /** Indices that changed since the last call, the end left out; null: none did. */
  takeDirty(): readonly [from: number, until: number] | null {
    const dirty = this.#dirty;
    this.#dirty = null;
    return dirty && dirty[0] < this.size ? [dirty[0], Math.min(dirty[1], this.size)] : null;
  }

  /** What lies nearest to a point, within a reach in Web Mercator units; null: nothing does. */
  nearest(longitude: number, latitude: number, reach: number): Moving | null {
    const [east, south] = [eastOf(longitude), southOf(latitude)];
    let [best, found] = [reach * reach, -1];
    for (let index = 0, at = 0; index < this.size; index += 1, at += NUMBERS) {
      const across = Math.abs((this.#numbers[at] ?? 0) - east);
      const dx = Math.min(across, 1 - across);
      const dy = (this.#numbers[at + 1] ?? 0) - south;
      const far = dx * dx + dy * dy;
      if (far < best) [best, found] = [far, index];
    }
    return this.#things[found] ?? null;
  }

  #touch(index: number): void {
    const [from, until] = this.#dirty ?? [index, index + 1];
    this.#dirty = [Math.min(from, index), Math.max(until, index + 1)];
  }

  #grow(length: number): void {
    if (length <= this.#numbers.length) return;
    const grown = new Float32Array(Math.ceil(length * GROWTH));
    grown.set(this.#numbers);
    this.#numbers = grown;
  }
}

function eastOf(longitude: number): number {
  return (((longitude / 360 + 0.5) % 1) + 1) % 1;
}

function southOf(latitude: number): number {
  const sine = Math.sin((Math.min(85.05, Math.max(-85.05, latitude)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}
