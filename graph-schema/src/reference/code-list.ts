import { readFileSync } from 'node:fs';
import { correctionInForce } from './code-corrections.ts';

/**
 * Code lists are data, never `switch` statements: an operator corrects a meaning without touching a parser.
 *
 * How to add one for your format: write `graph-schema/data/codes/<folder>/<list>.json` as
 *
 * ```json
 * {
 *   "title": "UN/EDIFACT 1001 as terminals use it in CODECO",
 *   "titleZh": "UN/EDIFACT 1001 码头在 CODECO 中使用的单证名称",
 *   "version": "2026-11",
 *   "rows": [
 *     { "code": "34", "meaning": "Gate-in report", "meaningZh": "进门报告", "canonical": "GATED_IN", "source": "V" }
 *   ]
 * }
 * ```
 *
 * and take it once, at the top of the module that reads with it: `const BGM = loadCodeList('edifact-codeco/bgm-1001')`.
 * `source` is `V` when a public source was seen for the row and `E` when it is unconfirmed knowledge.
 * `canonical` is what the reader acts on, null when the code is known but says nothing that we model.
 * `variant` narrows a row to one directory, version or sender (`D95B`); such a row wins over the one without.
 * The path is the same seen from `src` and from `dist`, so nothing has to be copied by the build.
 */
export interface CodeRow {
  readonly code: string;
  readonly meaning: string;
  readonly meaningZh: string | null;
  readonly canonical: string | null;
  readonly source: 'V' | 'E';
  readonly variant?: string;
  /** An operator says so, not the list. */
  readonly isCorrected?: true;
}

export interface CodeList {
  readonly name: string;
  readonly title: string;
  readonly titleZh: string;
  /** Month in which the rows were last read against their sources, `YYYY-MM`. */
  readonly version: string;
  /** In the order of the file, which some lists use as a preference. */
  readonly rows: readonly CodeRow[];
  /** The row of a code (exact, case-sensitive); the one for `variant` first. Null when the list has no such code. */
  readonly find: (code: string, variant?: string | null) => CodeRow | null;
  /** Whether a code of this variant has a row of its own to come: the list has rows of it, or of variants alone. */
  readonly tellsApart: (variant: string) => boolean;
}

const loaded = new Map<string, CodeList>();

/** The list `graph-schema/data/codes/<name>.json`, read once per process. Throws when the file is missing or malformed. */
export function loadCodeList(name: string): CodeList {
  const known = loaded.get(name);
  if (known) return known;
  const text = readFileSync(new URL(`../../data/codes/${name}.json`, import.meta.url), 'utf8');
  const list = indexCodeList(name, JSON.parse(text) as ListData);
  loaded.set(name, list);
  return list;
}

/** What a file holds. Those in the repository have both titles. */
type ListData = Pick<CodeList, 'title' | 'version' | 'rows'> & Partial<Pick<CodeList, 'titleZh'>>;

/** Builds the look-up of a list; two rows with the same code and variant are a mistake in the data and throw. */
export function indexCodeList(name: string, { title, titleZh = title, version, rows }: ListData): CodeList {
  const byKey = new Map<string, CodeRow>();
  for (const row of rows) {
    const key = `${row.code}\n${row.variant ?? ''}`;
    if (byKey.has(key)) throw new Error(`code list ${name}: ${row.code} ${row.variant ?? ''} stands twice`);
    if (row.source !== 'V' && row.source !== 'E')
      throw new Error(`code list ${name}: ${row.code} has no source mark`);
    byKey.set(key, row);
  }
  const variants = new Set(rows.map(({ variant }) => variant ?? null));
  /** One row as it stands in the list, or as an operator says. A correction of one leaves the others as they are. */
  const rowOf = (code: string, variant: string | null): CodeRow | null => {
    const listed = byKey.get(`${code}\n${variant ?? ''}`) ?? null;
    const correction = correctionInForce({ list: name, code, variant });
    if (!correction) return listed;
    const words = listed ?? byKey.get(`${code}\n`);
    const { meaning = code, meaningZh = null } = words ?? {};
    const { canonical } = correction;
    const ofVariant = variant === null ? {} : { variant };
    return { code, meaning, meaningZh, canonical, source: 'E', isCorrected: true, ...ofVariant };
  };
  return {
    name,
    title,
    titleZh,
    version,
    rows,
    find: (code, variant) => (variant ? rowOf(code, variant) : null) ?? rowOf(code, null),
    tellsApart: (variant) => variants.has(variant) || !variants.has(null),
  };
}
