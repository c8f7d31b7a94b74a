/**
 * Syntax identifiers of UNB S001 (UN/EDIFACT 0001) and the character sets they stand for.
 * UNOX (ISO 2022 switching) and UNOW/UNOY (ISO 10646) are sent as UTF-8 or as the sender's own set in practice.
 */
const LABELS: Readonly<Record<string, string>> = {
  UNOC: 'iso-8859-1',
  UNOD: 'iso-8859-2',
  UNOE: 'iso-8859-5',
  UNOF: 'iso-8859-7',
  UNOG: 'iso-8859-3',
  UNOH: 'iso-8859-4',
  UNOI: 'iso-8859-6',
  UNOJ: 'iso-8859-8',
  UNOK: 'iso-8859-9',
  UNOW: 'utf-8',
  UNOY: 'utf-8',
};

export interface DeclaredCharset {
  /** `TextDecoder` label, null when the identifier names no set beyond ASCII. */
  readonly label: string | null;
  /** UNOA and UNOB allow ASCII only. */
  readonly asciiOnly: boolean;
  /** UNOA has no lower case; real senders write it all the same. */
  readonly upperCaseOnly: boolean;
}

export function declaredCharset(syntaxIdentifier: string | null): DeclaredCharset {
  const identifier = syntaxIdentifier?.toUpperCase() ?? '';
  return {
    label: LABELS[identifier] ?? null,
    asciiOnly: identifier === 'UNOA' || identifier === 'UNOB',
    upperCaseOnly: identifier === 'UNOA',
  };
}
