import type { CodeList, CodeRow } from 'graph-schema/reference/code-list';
import type { ClaimContext, Where } from '../claim-context.ts';

/** Known codes that no event of ours stands for yet. */
const UNNAMED: ReadonlySet<string> = new Set(['UNMAPPED', 'UNMAPPED_DOCUMENT', 'UNMAPPED_SENSOR']);

/** The row of a code as it is written, else in capitals; senders write both. */
export function findWritten(list: CodeList, written: string): CodeRow | null {
  const text = written.normalize('NFKC').trim();
  return list.find(text) ?? list.find(text.toUpperCase());
}

/** What a row stands for; null where it stands for nothing of ours yet. */
export function namedBy(row: CodeRow | null): string | null {
  return row?.canonical && !UNNAMED.has(row.canonical) ? row.canonical : null;
}

/**
 * What a written word or code means by the format's list; null when nothing is written. A code that the list does not
 * have, or has without a meaning of ours, is null too and told against the list, so that an operator can give it one.
 */
export function meaningOf(
  list: CodeList,
  written: string | null,
  where: Where,
  { findings }: Pick<ClaimContext, 'findings'>,
): string | null {
  if (written === null) return null;
  const row = findWritten(list, written);
  const named = namedBy(row);
  const code = row?.code ?? written.normalize('NFKC').trim().toUpperCase();
  if (named === null) findings.unmapped(list, code, where.at, where.span, row ? 'INFO' : 'WARNING');
  return named;
}
