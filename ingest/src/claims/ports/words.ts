import { normaliseText } from 'graph-schema/codes/parsed';
import type { CodeList } from 'graph-schema/reference/code-list';

/**
 * What a report's name in words means: the canonical value of the first row whose code stands in the text. Dashes and
 * underscores count as blanks. Null when no row fits or the row says that the words decide nothing.
 */
export function findByWords(text: string | null, words: CodeList): string | null {
  if (text === null) return null;
  const plain = normaliseText(text).replace(/[-_\s]+/g, ' ');
  return words.rows.find((row) => plain.includes(row.code))?.canonical ?? null;
}
