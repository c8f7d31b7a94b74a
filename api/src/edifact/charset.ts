/** Syntax identifiers of UNB (0001) that are written, and which version of ISO 9735 has them. */
export const SYNTAX_IDENTIFIERS = ['UNOA', 'UNOC', 'UNOW'] as const;
export type SyntaxIdentifier = (typeof SYNTAX_IDENTIFIERS)[number];

export interface Charset {
  readonly identifier: SyntaxIdentifier;
  readonly version: 2 | 3 | 4;
  /** As the `charset` of a media type. */
  readonly label: string;
  readonly encoding: 'latin1' | 'utf8';
  /** A text as the repertoire has it; null: it has no such letters, and a text with holes would be another one. */
  readonly fit: Fit;
}

export type Fit = (text: string) => string | null;

/** ISO 9735, level A: no lower case. Its service characters are released where they stand. */
const LEVEL_A = /^[A-Z0-9 .,\-()/='+:?!"%&*;<>]*$/;
// oxlint-disable-next-line no-control-regex
const LATIN_1 = /^[\x20-\x7e\xa0-\xff]*$/;
const CONTROL = /\p{Cc}/u;

const CHARSETS: Readonly<Record<SyntaxIdentifier, Charset>> = {
  UNOA: {
    identifier: 'UNOA',
    version: 2,
    label: 'us-ascii',
    encoding: 'latin1',
    // Accents are left out, as people do who write without them: SAO PAULO.
    fit: (text) => within(LEVEL_A, flat(text).normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()),
  },
  UNOC: {
    identifier: 'UNOC',
    version: 3,
    label: 'iso-8859-1',
    encoding: 'latin1',
    fit: (text) => within(LATIN_1, flat(text).normalize('NFC')),
  },
  UNOW: {
    identifier: 'UNOW',
    version: 4,
    label: 'utf-8',
    encoding: 'utf8',
    fit: (text) => (CONTROL.test(flat(text)) ? null : flat(text)),
  },
};

export function charsetOf(identifier: SyntaxIdentifier): Charset {
  return CHARSETS[identifier];
}

/** Line ends and tabs are blanks. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function within(repertoire: RegExp, text: string): string | null {
  return repertoire.test(text) ? text : null;
}
