/** Signs that the query language of the full-text index gives a meaning; each stands for itself behind a backslash. */
const SIGNS = /[+\-!(){}[\]^"~*?:\\/&|\s]/g;

/** One term as it stands in the list, or (`isBeginning`) every term that begins so. */
export interface Term {
  readonly text: string;
  readonly isBeginning?: boolean;
  /** Only where this one does not stand beside it; left out: wherever it stands. */
  readonly unless?: string;
}

/** One of these. */
export type AnyOf = readonly Term[];

/** What shipments are asked for by: of each group one facet, and one key that opens them; null: whoever asks may see all. */
export interface TermQuery {
  readonly facets: readonly AnyOf[];
  readonly sight: readonly string[] | null;
}

/** In the words of the full-text index; null: nothing limits it. */
export function termQueryText({ facets, sight }: TermQuery): string | null {
  const groups = facets.map((group) => anyOf('facets', group));
  if (sight) groups.push(anyOf('sight', sight.map((text) => ({ text })))); // prettier-ignore
  return groups.length > 0 ? groups.map((group) => `+${group}`).join(' ') : null;
}

function anyOf(list: 'facets' | 'sight', terms: AnyOf): string {
  // A question for one of none has no answer: no list has the empty term.
  if (terms.length === 0) return `${list}:""`;
  return `(${terms.map((term) => termText(list, term)).join(' ')})`;
}

function termText(list: 'facets' | 'sight', { unless, ...term }: Term): string {
  const text = `${list}:${textOf(term)}`;
  return unless === undefined ? text : `(+${text} -${list}:${textOf({ text: unless })})`;
}

function textOf({ text, isBeginning }: Term): string {
  return isBeginning ? `${text.replace(SIGNS, '\\$&')}*` : `"${text.replace(/["\\]/g, '\\$&')}"`;
}
