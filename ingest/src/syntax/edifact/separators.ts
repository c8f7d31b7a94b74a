/**
 * Service characters of an EDIFACT interchange (ISO 9735 §UNA), as char codes.
 *
 *   UNA  component  element  decimal  release  repetition  terminator
 *   UNA      :         +        .        ?        *|space      '
 */
export interface Separators {
  readonly component: number;
  readonly element: number;
  /** 0 when UNA says that none is used. */
  readonly release: number;
  /** 0 below syntax version 4. */
  readonly repetition: number;
  readonly terminator: number;
}

const SPACE = 0x20;

/** What holds without a UNA. `*` separates repetitions only from syntax version 4 on. */
export const DEFAULT_SEPARATORS: Separators = {
  component: 0x3a,
  element: 0x2b,
  release: 0x3f,
  repetition: 0,
  terminator: 0x27,
};

export const UNA_LENGTH = 9;

/**
 * The separators of the UNA at `at`, or null when its characters cannot be service characters: letters, digits, or
 * two roles for one. The decimal mark is not kept: numbers are read with point or comma whatever UNA says, because
 * senders copy the UNA of others.
 */
export function parseUna(text: string, at: number): Separators | null {
  const code = (index: number): number => (at + index < text.length ? text.charCodeAt(at + index) : SPACE);
  const separators: Separators = {
    component: code(3),
    element: code(4),
    release: code(6) === SPACE ? 0 : code(6),
    repetition: code(7) === SPACE ? 0 : code(7),
    terminator: code(8),
  };
  const used = [separators.component, separators.element, separators.release, separators.terminator];
  const distinct = new Set(used);
  return distinct.size === used.length && used.every((char) => !isWordOrSpace(char)) ? separators : null;
}

const SHORT_UNA = /^UNA([!-/:-@[-`{-~])([!-/:-@[-`{-~])[!-/:-@[-`{-~]{0,2}'(?=\s*(?:U|$))/;

/**
 * A UNA of fewer than its six characters, as some converters write it: `UNA:+.'` and a line end. The last one ends segments,
 * and the release character is the usual one. Null where it may be whole.
 */
export function parseShortUna(
  text: string,
  at: number,
): { readonly separators: Separators; readonly length: number } | null {
  const found = SHORT_UNA.exec(text.slice(at, at + UNA_LENGTH));
  if (!found) return null;
  const [written, component = '', element = ''] = found;
  const codes = { component: component.charCodeAt(0), element: element.charCodeAt(0) };
  return { separators: { ...DEFAULT_SEPARATORS, ...codes }, length: written.length };
}

function isWordOrSpace(char: number): boolean {
  return (
    char === SPACE ||
    (char >= 0x30 && char <= 0x39) ||
    (char >= 0x41 && char <= 0x5a) ||
    (char >= 0x61 && char <= 0x7a) ||
    char >= 0x80
  );
}
