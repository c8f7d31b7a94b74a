import { Fault } from './fault.ts';

const QUOTES = `"'`;

/**
 * The words of the text form, one at a time; blanks and comments (`#` to the end of the line) between them are passed over:
 *
 *     word   = name / number without its sign      1*( letter / digit / "_" / "." ), in a number also the sign of its exponent
 *     string = quote *( character / "\" character ) the same quote, in one line
 *     mark   = any other character
 */
export class TextTokens {
  kind: 'word' | 'string' | 'mark' | 'end' = 'end';
  start: number;
  end: number;
  /** Where the token before this one ended. */
  behind: number;
  readonly #text: string;
  readonly #stop: number;

  constructor(text: string, span: { readonly start: number; readonly end: number }) {
    this.#text = text;
    this.#stop = span.end;
    this.start = span.start;
    this.end = span.start;
    this.behind = span.start;
    this.next();
  }

  /** The token as it stands in the text. */
  get written(): string {
    return this.#text.slice(this.start, this.end);
  }

  /** Passes over a mark where it is the next token. */
  take(mark: string): boolean {
    if (this.kind !== 'mark' || this.#text[this.start] !== mark) return false;
    this.next();
    return true;
  }

  next(): void {
    this.behind = this.end;
    const start = this.#blanksEnd(this.end);
    this.start = start;
    const first = start < this.#stop ? (this.#text[start] ?? '') : '';
    if (first === '') this.#found('end', start);
    else if (QUOTES.includes(first)) this.#found('string', this.#stringEnd(start));
    else if (isWordPart(first.charCodeAt(0))) this.#found('word', this.#wordEnd(start));
    else this.#found('mark', start + 1);
  }

  #found(kind: TextTokens['kind'], end: number): void {
    this.kind = kind;
    this.end = end;
  }

  #blanksEnd(from: number): number {
    let at = from;
    for (; at < this.#stop; at += 1) {
      const code = this.#text.charCodeAt(at);
      if (code === 0x23) {
        const line = this.#text.indexOf('\n', at);
        if (line < 0 || line >= this.#stop) return this.#stop;
        at = line;
      } else if (code !== 0x20 && (code < 0x09 || code > 0x0d)) return at;
    }
    return at;
  }

  #stringEnd(start: number): number {
    const quote = this.#text[start];
    for (let at = start + 1; at < this.#stop; at += 1) {
      const character = this.#text[at];
      if (character === quote) return at + 1;
      if (character === '\n') throw new Fault('BAD_SYNTAX', start);
      if (character === '\\' && this.#text[at + 1] !== '\n') at += 1;
    }
    throw new Fault('TRUNCATED', start);
  }

  /** The sign of an exponent belongs to a number, other signs stand in front of words. */
  #wordEnd(start: number): number {
    const isNumber = !isLetter(this.#text.charCodeAt(start));
    let at = start + 1;
    for (; at < this.#stop; at += 1) {
      const code = this.#text.charCodeAt(at);
      if (isWordPart(code)) continue;
      const isSign = code === 0x2b || code === 0x2d;
      if (!isSign || !isNumber || (this.#text.charCodeAt(at - 1) | 0x20) !== 0x65) return at;
    }
    return at;
  }
}

function isWordPart(code: number): boolean {
  return isLetter(code) || (code >= 0x30 && code <= 0x39) || code === 0x2e;
}

/** Letters and the underscore. */
function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;
}
