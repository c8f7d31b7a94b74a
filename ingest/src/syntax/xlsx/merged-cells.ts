/** A merged range (ECMA-376 part 1, 18.3.1.55 `mergeCell ref="A1:C2"`): rows by their numbers, columns from 0. */
export interface MergedRange {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

interface Row {
  readonly line: number;
  readonly cells: string[];
}

/** Titles and heads lie above; further down a cell over several columns is a note. */
const HEAD_LINES = 12;
/** Rows that are looked at: more than people merge. */
const WORK_MOST = 1_000_000;
/** Weights and counts; numbers of papers are longer. */
const AMOUNT = /^-?(?:\d{1,7}|[\d,]*\.\d+|\d{1,3}(?:,\d{3})+)$/;

/**
 * What stands in a merged cell stands in all that it covers: a group of the head over its columns, a bill beside its three
 * boxes. An amount is that of all of them together and of none of them alone, so it is left out. Changes the rows that it is
 * given.
 */
export function fillMerged(rows: readonly Row[], ranges: readonly MergedRange[]): void {
  const byLine = new Map(rows.map(({ line, cells }) => [line, cells]));
  const last = rows.at(-1)?.line ?? 0;
  let work = 0;
  for (const { top, bottom, left, right } of ranges) {
    const first = byLine.get(top);
    const value = first?.[left] ?? '';
    if (!first || value === '') continue;
    const isSum = bottom > top && AMOUNT.test(value);
    const columns = top <= HEAD_LINES ? right : left;
    for (let line = top; line <= Math.min(bottom, last); line += 1) {
      work += columns - left + 1;
      if (work > WORK_MOST) return;
      const cells = byLine.get(line);
      if (!cells) continue;
      if (isSum) {
        if (line > top) first[left] = '';
        continue;
      }
      while (cells.length <= columns) cells.push('');
      for (let column = left; column <= columns; column += 1) cells[column] ||= value;
    }
  }
}
