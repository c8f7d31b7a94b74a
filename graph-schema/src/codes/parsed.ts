/** What reading an identifier gives: the normalised value, or what is wrong with it. Never throws. */
export type Parsed<T extends string> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly problem: 'BAD_IDENTIFIER' | 'BAD_CHECK_DIGIT';
      /** The text after normalising; what is stored when a sender wrote it so. */
      readonly value: string;
    };

/** NFKC, upper case, trimmed: what every identifier goes through first. */
export function normaliseText(raw: string): string {
  return raw.normalize('NFKC').toUpperCase().trim();
}

/** `normaliseText` without inner blanks (zero-width ones too), dashes, dots and slashes. */
export function compactNumber(raw: string): string {
  return normaliseText(raw).replace(/[\s\u200B-\u200D\u2060\-‐-―−.·/]/g, '');
}
