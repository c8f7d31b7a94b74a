/**
 * Pieces of a unit that goes on in the next chunk: joined once, when it ends, so that work stays linear whatever the
 * chunks. Past the limit only the length is kept.
 */
export class HeldPieces {
  readonly #limit: number;
  #pieces: string[] = [];
  #kept = 0;
  /** Length of all that was added. */
  length = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(piece: string): void {
    this.length += piece.length;
    const room = this.#limit - this.#kept;
    if (room <= 0 || piece === '') return;
    const part = piece.length > room ? piece.slice(0, room) : piece;
    this.#pieces.push(part);
    this.#kept += part.length;
  }

  /** What was kept; nothing is held afterwards. */
  take(): string {
    const [only = '', ...others] = this.#pieces;
    const text = others.length === 0 ? only : this.#pieces.join('');
    this.#pieces = [];
    this.#kept = 0;
    this.length = 0;
    return text;
  }
}
