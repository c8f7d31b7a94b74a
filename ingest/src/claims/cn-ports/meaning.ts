import type { CodeList } from 'graph-schema/reference/code-list';
import type { Where } from '../claim-context.ts';
import type { PortContext } from './interpret-named.ts';

/** What a written word or code means by the format's list; null when nothing is written, or none knows it, which is told. */
export function meaningOf(
  list: CodeList,
  written: string | null,
  where: Where,
  { findings }: PortContext,
): string | null {
  if (written === null) return null;
  const upper = written.normalize('NFKC').trim().toUpperCase();
  const known = list.find(upper)?.canonical ?? null;
  if (known === null) findings.unmapped(list, upper, where.at, where.span);
  return known;
}
