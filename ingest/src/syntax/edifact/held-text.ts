import { HeldPieces } from '../held-pieces.ts';

/** `HeldPieces` that know whether a release character stands at their end. */
export class HeldText {
  readonly #pieces: HeldPieces;
  /** An odd number of release characters stands at the end: the next character is data. */
  isReleasing = false;

  constructor(limit: number) {
    this.#pieces = new HeldPieces(limit);
  }

  /** Length of all that was added. */
  get length(): number {
    return this.#pieces.length;
  }

  /** `release` is the code of the release character, 0 when there is none. */
  add(piece: string, release: number): void {
    this.#pieces.add(piece);
    this.isReleasing = isReleased(piece, piece.length, 0, release, this.isReleasing);
  }

  /** All that was kept; nothing is held afterwards. */
  take(): string {
    this.isReleasing = false;
    return this.#pieces.take();
  }
}

/**
 * Whether the character at `at` is released: by an odd number of release characters before it, so `?'` is data and `??'`
 * ends. They are counted back to `start`; `isReleasing` says what stood before `start`.
 */
export function isReleased(
  text: string,
  at: number,
  start: number,
  release: number,
  isReleasing: boolean,
): boolean {
  if (release === 0) return false;
  let run = at - 1;
  while (run >= start && text.charCodeAt(run) === release) run -= 1;
  const isOdd = (at - 1 - run) % 2 === 1;
  return run < start && isReleasing ? !isOdd : isOdd;
}
