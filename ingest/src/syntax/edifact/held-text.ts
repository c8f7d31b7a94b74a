/**
 * Pieces of a unit that goes on in the next chunk: joined once, when it ends, so that work stays linear whatever the
 * chunks. Past the limit only the length is kept.
 */
export class HeldText {
  readonly #limit: number;
  #pieces: string[] = [];
  /** Length of all that was added. */
  length = 0;
  /** An odd number of release characters stands at the end: the next character is data. */
  isReleasing = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** `release` is the code of the release character, 0 when there is none. */
  add(piece: string, release: number): void {
    if (this.length < this.#limit) this.#pieces.push(piece.slice(0, this.#limit - this.length));
    this.length += piece.length;
    this.isReleasing = isReleased(piece, piece.length, 0, release, this.isReleasing);
  }

  /** All that was kept; nothing is held afterwards. */
  take(): string {
    const text = this.#pieces.length === 1 ? (this.#pieces[0] ?? '') : this.#pieces.join('');
    this.#pieces = [];
    this.length = 0;
    this.isReleasing = false;
    return text;
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
