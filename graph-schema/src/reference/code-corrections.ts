/**
 * What an operator says that codes mean: list, or one variant of it → code → canonical value; null: known, and nothing that
 * we model. `edifact-cusres/processing-7365` holds the rows that are for all variants, `edifact-cusres/processing-7365#MANIFEST`
 * those of one, as they stand apart in the list itself.
 */
export type CodeCorrections = Readonly<Record<string, Readonly<Record<string, string | null>>>>;

/** One row of a list by its key, whether the list has it or not; `variant` null: the row for all variants. */
export interface CodeKey {
  readonly list: string;
  readonly code: string;
  readonly variant: string | null;
}

/** The part of corrections in which those of a list, or of one variant of it, stand. No name of a list has a `#`. */
function correctionsPart(list: string, variant: string | null): string {
  return variant === null ? list : `${list}#${variant}`;
}

/** What corrections say of one row; null: nothing. */
export function correctionOf(
  corrections: CodeCorrections,
  { list, code, variant }: CodeKey,
): { readonly canonical: string | null } | null {
  const name = correctionsPart(list, variant);
  const part = Object.hasOwn(corrections, name) ? corrections[name] : undefined;
  return part && Object.hasOwn(part, code) ? { canonical: part[code] ?? null } : null;
}

/** The rows of a list that corrections speak of, of whichever variant. */
export function correctedRows(corrections: CodeCorrections, list: string): CodeKey[] {
  return Object.entries(corrections).flatMap(([part, codes]) => {
    if (part !== list && !part.startsWith(`${list}#`)) return [];
    const variant = part === list ? null : part.slice(list.length + 1);
    return Object.keys(codes).map((code) => ({ list, code, variant }));
  });
}

/** The same corrections with one row more, or another meaning for it. */
export function withCorrection(
  corrections: CodeCorrections,
  { list, code, variant }: CodeKey,
  canonical: string | null,
): CodeCorrections {
  const part = correctionsPart(list, variant);
  return { ...corrections, [part]: { ...corrections[part], [code]: canonical } };
}

/** In force during one reading. Readings are synchronous, so they cannot mix. */
interface InForce {
  readonly corrections: readonly CodeCorrections[];
  readonly used: Map<string, CodeKey>;
}

let inForce: InForce | null = null;

/**
 * Reads with corrections laid over all lists: those of the sender before those for everybody. `used` are the rows that were
 * read by them: what has to be read again when an operator changes his mind.
 */
export function withCorrections<T>(
  corrections: readonly CodeCorrections[],
  read: () => T,
): { readonly result: T; readonly used: readonly CodeKey[] } {
  const before = inForce;
  const own = corrections.length > 0 ? { corrections, used: new Map<string, CodeKey>() } : null;
  inForce = own;
  try {
    return { result: read(), used: own ? [...own.used.values()] : [] };
  } finally {
    inForce = before;
  }
}

/** What the corrections in force say of a row, the first that speaks of it; null: nothing. */
export function correctionInForce(key: CodeKey): { readonly canonical: string | null } | null {
  if (inForce === null) return null;
  for (const corrections of inForce.corrections) {
    const found = correctionOf(corrections, key);
    if (!found) continue;
    inForce.used.set(codeNodeKey(key), key);
    return found;
  }
  return null;
}

/** Names a row in the graph. A name of a list is no JSON, so the two forms cannot meet. */
export function codeNodeKey({ list, code, variant }: CodeKey): string {
  return variant === null ? `${list}|${code}` : JSON.stringify([list, code, variant]);
}
