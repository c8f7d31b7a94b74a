import { loadCodeList } from 'graph-schema/reference/code-list';
import { wordOf } from './row-scope.ts';

const TOTALS = loadCodeList('tables/totals');
/** A word, and behind it how many of what: `合计：12 箱`, `Total 12 boxes`. Blanks are single. */
const COUNTED = /^(.*?) ?[:：]? ?(?:\d[\d.,]* ?(?:\p{L}[\p{L}.]*)?)?$/u;
/** What is longer is content. */
const COUNTED_LENGTH_MOST = 40;
const AMOUNT = /^[-+]?\d[\d.,\s]*(?:[\p{L}.]{1,12})?$/u;

/**
 * Rows that by their nature claim nothing: sums below the others, where all but the word are amounts, and the header once
 * more, as on each page of a report.
 */
export function hasNoContent(cells: readonly string[], header: readonly string[]): boolean {
  const [first = '', ...rest] = cells.filter((cell) => cell !== '');
  if (TOTALS.find(countedWord(first))?.canonical === 'TOTAL')
    return rest.every((cell) => cell === first || AMOUNT.test(cell));
  return cells.length > 1 && header.every((name, column) => name === (cells[column] ?? ''));
}

function countedWord(cell: string): string {
  const written = cell.replace(/\s+/g, ' ');
  return written.length > COUNTED_LENGTH_MOST ? '' : (COUNTED.exec(wordOf(written))?.[1] ?? '');
}
