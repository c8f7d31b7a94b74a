const LF = 0x0a;
const CR = 0x0d;
/** Blanks that may stand between a line's begin and its ISA. */
const MOST_BLANKS = 80;
const ISA = [0x49, 0x53, 0x41];

/**
 * Finds an ISA that begins a line, in pieces of text that follow each other: another interchange begins there, whatever
 * the one before it lacks. Every character is looked at once.
 */
export class LineStartIsa {
  /** Blanks since the line began, -1 within a line. */
  #blanks = -1;
  /** Letters of ISA since then. */
  #letters = 0;
  /** Offset of all that was looked at. */
  #seen = 0;
  /** The last one found. */
  #found = -1;

  /**
   * The offset of the first one after `start`, in what was looked at before or in `text`, which stands at `base`; null when
   * there is none yet.
   */
  after(start: number, text: string, base: number): number | null {
    if (this.#found > start) return this.#found;
    if (this.#seen < base) {
      // What was not looked at was between segments.
      this.#seen = base;
      this.#blanks = -1;
      this.#letters = 0;
    }
    while (this.#seen < base + text.length) {
      if (this.#blanks < 0) this.#seen = base + nextBreak(text, this.#seen - base);
      if (this.#seen >= base + text.length) break;
      const code = text.charCodeAt(this.#seen - base);
      const isFound = this.#letters === ISA.length && isSeparator(code);
      this.#step(code);
      this.#seen += 1;
      if (isFound) this.#found = this.#seen - 1 - ISA.length;
      if (this.#found > start) return this.#found;
    }
    return null;
  }

  #step(code: number): void {
    if (code === LF || code === CR) {
      this.#blanks = 0;
      this.#letters = 0;
    } else if (this.#letters === 0 && isBlank(code) && this.#blanks < MOST_BLANKS) {
      this.#blanks += 1;
    } else if (this.#letters < ISA.length && (code & 0xdf) === ISA[this.#letters]) {
      this.#letters += 1;
    } else {
      this.#blanks = -1;
      this.#letters = 0;
    }
  }
}

function nextBreak(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  const end = feed < 0 ? text.length : feed;
  for (let at = from; at < end; at += 1) if (text.charCodeAt(at) === CR) return at;
  return end;
}

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0;
}

/** Neither letter nor digit nor blank, but for the tab. */
function isSeparator(code: number): boolean {
  const isWord =
    (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return !isWord && (code === 0x09 || !isBlank(code));
}
