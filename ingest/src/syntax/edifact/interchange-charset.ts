import { isAscii, isUtf8 } from 'node:buffer';
import { charsetIssue, chooseCharset, latin1, valueDecoder, type CharsetChoice } from '../charset.ts';
import type { Findings } from '../findings.ts';
import { declaredCharset } from './syntax-charset.ts';
import type { EdifactSegment, Dialect } from './segment.ts';

/** Decides how the text of an interchange is decoded, once per file and declared set. */
export class InterchangeCharset {
  readonly #bytes: Uint8Array;
  readonly #fallback: string;
  readonly #isAscii: boolean;
  #hasLowerCase: boolean | null = null;
  readonly #choices = new Map<string | null, CharsetChoice>();

  constructor(bytes: Uint8Array, fallback: string) {
    this.#bytes = bytes;
    this.#fallback = fallback;
    this.#isAscii = isAscii(bytes);
  }

  /** The decoder for what follows this UNB, null when all is ASCII. Says so when the declaration does not hold. */
  decoderFor(unb: EdifactSegment, at: string, findings: Findings): Dialect['decode'] {
    const syntax = unb.read(0, 0);
    const declared = declaredCharset(syntax);
    if (declared.upperCaseOnly) {
      this.#hasLowerCase ??= /[a-z]/.test(latin1(this.#bytes));
      if (this.#hasLowerCase) findings.addOnce('BAD_CHARSET', 'INFO', at, 'lower case under UNOA', unb);
    }
    if (this.#isAscii) return null;
    const choice = this.#choose(declared.label);
    const isBroken = declared.asciiOnly && choice.problem === null;
    const issue = charsetIssue(isBroken ? { ...choice, problem: 'NOT_AS_DECLARED' } : choice, syntax, at);
    if (issue) findings.addOnce(issue.code, issue.severity, at, issue.value, unb);
    return valueDecoder(choice.charset);
  }

  #choose(label: string | null): CharsetChoice {
    const known = this.#choices.get(label);
    if (known) return known;
    const isGbk = label === 'iso-8859-1' && this.#fallback === 'gb18030' && isGbText(this.#bytes);
    const choice = isGbk
      ? ({ charset: 'gb18030', bomLength: 0, problem: 'NOT_AS_DECLARED' } as const)
      : chooseCharset(this.#bytes, label, this.#fallback);
    this.#choices.set(label, choice);
    return choice;
  }
}

/**
 * Chinese text under UNOC: Latin-1 takes any bytes, but letters beyond ASCII mostly stand alone in it, and GB 2312 has
 * bytes above A0 in pairs only.
 */
function isGbText(bytes: Uint8Array): boolean {
  if (isUtf8(bytes)) return false;
  let run = 0;
  for (const byte of bytes) {
    if (byte >= 0xa1) run += 1;
    else if (byte >= 0x80 || run % 2 === 1) return false;
    else run = 0;
  }
  return run % 2 === 0;
}
